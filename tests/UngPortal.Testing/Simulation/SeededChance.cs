namespace UngPortal.Testing.Simulation;

/// <summary>Chance that is the same on every run. Source: Steele and others, "Fast Splittable Pseudorandom Number Generators" (SplitMix64).</summary>
public sealed class SeededChance(ulong seed)
{
    private ulong _state = seed;

    /// <summary>From 0 up to, not including, 1.</summary>
    public double Part()
    {
        _state += 0x9E3779B97F4A7C15;
        var mixed = (_state ^ (_state >> 30)) * 0xBF58476D1CE4E5B9;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
        return ((mixed ^ (mixed >> 31)) >> 11) * (1.0 / (1UL << 53));
    }

    /// <summary>A whole number from 0 up to, not including, the end.</summary>
    public int Below(int end) => (int)(Part() * end);

    /// <summary>One of them.</summary>
    public T Of<T>(IReadOnlyList<T> all) => all[Below(all.Count)];

    /// <summary>True in that part of all cases.</summary>
    public bool In(double part) => Part() < part;
}
