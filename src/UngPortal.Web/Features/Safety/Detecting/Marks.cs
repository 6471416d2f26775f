namespace UngPortal.Features.Safety.Detecting;

/// <summary>Marks on the words of a text, one bit for each word. All rules work on these, so that no text makes matching go back and try again.</summary>
internal sealed class Marks(int count)
{
    private readonly ulong[] bits = new ulong[(count + 64) / 64];

    public int Count => count;

    public bool this[int at] => (bits[at >> 6] >> at & 1) != 0;

    public static Marks All(int count)
    {
        var all = new Marks(count);
        for (var i = 0; i < count; i++)
        {
            all.Set(i);
        }

        return all;
    }

    public void Set(int at) => bits[at >> 6] |= 1UL << at;

    public bool Any() => bits.AsSpan().ContainsAnyExcept(0UL);

    public Marks And(Marks other)
    {
        var both = new Marks(count);
        for (var i = 0; i < bits.Length; i++)
        {
            both.bits[i] = bits[i] & other.bits[i];
        }

        return both;
    }

    public Marks Without(Marks other)
    {
        var left = new Marks(count);
        for (var i = 0; i < bits.Length; i++)
        {
            left.bits[i] = bits[i] & ~other.bits[i];
        }

        return left;
    }

    public Marks Or(Marks other)
    {
        var either = new Marks(count);
        for (var i = 0; i < bits.Length; i++)
        {
            either.bits[i] = bits[i] | other.bits[i];
        }

        return either;
    }

    public void Add(Marks other)
    {
        for (var i = 0; i < bits.Length; i++)
        {
            bits[i] |= other.bits[i];
        }
    }

    /// <summary>Each mark one word later; the last one falls off.</summary>
    public Marks Later()
    {
        var moved = new Marks(count);
        for (var i = bits.Length - 1; i >= 0; i--)
        {
            moved.bits[i] = bits[i] << 1 | (i > 0 ? bits[i - 1] >> 63 : 0);
        }

        return moved;
    }

    /// <summary>Each mark one word earlier.</summary>
    public Marks Earlier()
    {
        var moved = new Marks(count);
        for (var i = 0; i < bits.Length; i++)
        {
            moved.bits[i] = bits[i] >> 1 | (i + 1 < bits.Length ? bits[i + 1] << 63 : 0);
        }

        return moved;
    }
}
