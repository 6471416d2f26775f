using System.Numerics;
using Lucene.Net.Util;

namespace UngPortal.Features.Search.Engine;

/// <summary>One bit for each document of a window.</summary>
internal sealed class WindowBits
{
    private const int Bits = 64;

    private readonly ulong[] words = new ulong[SlotLane.Window / Bits];

    public bool IsEmpty => !words.AsSpan().ContainsAnyExcept(0UL);

    public bool Has(int i) => (words[i / Bits] >> (i % Bits) & 1) != 0;

    public void Set(int i) => words[i / Bits] |= 1UL << (i % Bits);

    public void Unset(int i) => words[i / Bits] &= ~(1UL << (i % Bits));

    public void Clear() => Array.Clear(words);

    public void Fill() => Array.Fill(words, ulong.MaxValue);

    public void And(WindowBits other)
    {
        for (var at = 0; at < words.Length; at++)
        {
            words[at] &= other.words[at];
        }
    }

    public void Or(WindowBits other)
    {
        for (var at = 0; at < words.Length; at++)
        {
            words[at] |= other.words[at];
        }
    }

    /// <summary>Keeps those that the segment's bits have, or have not.</summary>
    public void And(FixedBitSet segment, int start, bool negated = false)
    {
        var theirs = segment.GetBits();
        for (var at = 0; at < words.Length; at++)
        {
            var from = (start / Bits) + at;
            var word = from < theirs.Length ? (ulong)theirs[from] : 0;
            words[at] &= negated ? ~word : word;
        }
    }

    /// <summary>The first one set from here on; -1 when there is none.</summary>
    public int Next(int from)
    {
        for (var at = from / Bits; at < words.Length; at++)
        {
            var left = at == from / Bits ? words[at] >> (from % Bits) << (from % Bits) : words[at];
            if (left != 0)
            {
                return (at * Bits) + BitOperations.TrailingZeroCount(left);
            }
        }

        return -1;
    }
}
