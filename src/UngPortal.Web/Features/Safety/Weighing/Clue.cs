namespace UngPortal.Features.Safety.Weighing;

/// <summary>Numbers of what stands in a text. The same words give the same numbers in every process: FNV-1a of Fowler, Noll and Vo, with the last step of Appleby's MurmurHash3, both in the public domain.</summary>
internal static class Clue
{
    private const uint Start = 2166136261;
    private const uint Prime = 16777619;

    public static uint Of(char kind, ReadOnlySpan<char> word)
    {
        var hash = (Start ^ kind) * Prime;
        foreach (var c in word)
        {
            hash = (hash ^ c) * Prime;
        }

        return Mixed(hash);
    }

    public static uint Of(char kind, uint first, uint second) => Mixed((((Start ^ kind) * Prime) ^ first) * Prime ^ (second * 2654435761u));

    private static uint Mixed(uint hash)
    {
        hash ^= hash >> 16;
        hash *= 0x85ebca6b;
        hash ^= hash >> 13;
        hash *= 0xc2b2ae35;
        return hash ^ (hash >> 16);
    }
}
