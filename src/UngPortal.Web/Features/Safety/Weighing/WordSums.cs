namespace UngPortal.Features.Safety.Weighing;

/// <summary>The weights of a text's clues, added up word by word, so that any stretch of it is weighed at once.</summary>
internal sealed class WordSums(int words)
{
    /// <summary>How much the worst window counts beside the whole passage.</summary>
    public const double WindowShare = 0.5;

    private const double AloneLess = 1.5;

    private readonly double[] sums = new double[words + 1];
    private readonly int[] counts = new int[words + 1];

    public void Add(int at, double weight)
    {
        sums[at + 1] += weight;
        counts[at + 1]++;
    }

    public WordSums AddUp()
    {
        for (var i = 1; i < sums.Length; i++)
        {
            sums[i] += sums[i - 1];
            counts[i] += counts[i - 1];
        }

        return this;
    }

    /// <summary>Long stretches hold more clues, and count for no more than short ones of the same mixture.</summary>
    public double Share(int from, int to) => 1 / Math.Sqrt(Math.Max(counts[to] - counts[from], 1));

    public double Of(int from, int to) => (sums[to] - sums[from]) * Share(from, to);

    public (int From, int To) Worst(Passage passage)
    {
        var worst = (passage.From, passage.To);
        foreach (var window in passage.Windows())
        {
            worst = Of(window.From, window.To) > Of(worst.From, worst.To) ? window : worst;
        }

        return worst;
    }

    /// <summary>A window that is bad enough by itself is not drowned by the rest.</summary>
    public double Of(Passage passage)
    {
        var (from, to) = Worst(passage);
        var window = Of(from, to);
        return Math.Max(((1 - WindowShare) * Of(passage.From, passage.To)) + (WindowShare * window), window - AloneLess);
    }
}
