using UngPortal.Testing;

namespace UngPortal.Tests;

public sealed class RankTestTests
{
    [Fact]
    public void ProbabilityOfSame_KnownExample_IsTheTables()
    {
        // By hand: U = 112.5, and with the ties of fifteen pairs p = 0.000108.
        var one = Enumerable.Range(1, 25).Select(n => (double)n).ToList();
        var other = Enumerable.Range(11, 25).Select(n => (double)n).ToList();

        Assert.InRange(RankTest.ProbabilityOfSame(one, other), 0.00009, 0.00012);
        Assert.InRange(RankTest.ProbabilityOfSame(other, one), 0.00009, 0.00012);
        Assert.InRange(RankTest.ProbabilityOfSame(one, one), 0.99, 1);
    }

    [Fact]
    public void ProbabilityOfSame_ASmallShiftUnderHeavyOutliers_IsFound()
    {
        // The golden ratio's multiples spread evenly over 0 to 1 and never repeat.
        List<double> Sample(int from, double more) => [.. Enumerable.Range(from, 200).Select(n => (n * 0.6180339887 % 1) + more + (n % 20 == 0 ? 100 + n : 0))];

        Assert.True(RankTest.ProbabilityOfSame(Sample(0, 0), Sample(1_000, 0.25)) < 0.001);
        Assert.True(RankTest.ProbabilityOfSame(Sample(0, 0), Sample(1_000, 0)) > 0.01);
    }
}
