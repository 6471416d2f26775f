namespace UngPortal.Testing;

/// <summary>Whether two samples tend to differ: the Mann-Whitney U test with the normal approximation, corrected for ties. It asks only which is larger, so a busy machine's outliers weigh no more than others.</summary>
public static class RankTest
{
    private const int LeastSize = 20;

    /// <summary>The two-sided probability that samples of one and the same distribution lie as far apart as these.</summary>
    /// <exception cref="ArgumentException">A sample is too small for the approximation.</exception>
    public static double ProbabilityOfSame(IReadOnlyList<double> one, IReadOnlyList<double> other)
    {
        if (one.Count < LeastSize || other.Count < LeastSize)
        {
            throw new ArgumentException($"Each sample needs {LeastSize} values.");
        }

        var all = one.Select(value => (Value: value, IsOne: true)).Concat(other.Select(value => (Value: value, IsOne: false))).OrderBy(pair => pair.Value).ToList();
        var (rankSum, ties) = (0.0, 0.0);
        for (var at = 0; at < all.Count;)
        {
            var end = at;
            while (end < all.Count && all[end].Value.Equals(all[at].Value))
            {
                end++;
            }

            var (size, rank) = ((double)(end - at), (at + 1 + end) / 2.0);
            rankSum += rank * all[at..end].Count(pair => pair.IsOne);
            ties += (size * size * size) - size;
            at = end;
        }

        double n = one.Count, m = other.Count, total = n + m;
        var distance = Math.Abs(rankSum - (n * (n + 1) / 2) - (n * m / 2)) - 0.5;
        var spread = Math.Sqrt(n * m / 12 * (total + 1 - (ties / (total * (total - 1)))));
        return spread == 0 ? 1 : Math.Min(1, Tail(Math.Max(0, distance) / spread));
    }

    /// <summary>The part of a normal distribution outside ±z. Source: Abramowitz and Stegun, 7.1.26.</summary>
    private static double Tail(double z)
    {
        var x = z / Math.Sqrt(2);
        var t = 1 / (1 + (0.3275911 * x));
        return t * (0.254829592 + (t * (-0.284496736 + (t * (1.421413741 + (t * (-1.453152027 + (t * 1.061405429)))))))) * Math.Exp(-x * x);
    }
}
