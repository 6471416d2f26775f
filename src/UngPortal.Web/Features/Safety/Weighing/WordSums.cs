namespace UngPortal.Features.Safety.Weighing;

/// <summary>The weights of a text's clues, added up word by word, so that any stretch of it is weighed at once.</summary>
internal sealed class WordSums(int words)
{
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
    private double Of(int from, int to) => (sums[to] - sums[from]) / Math.Sqrt(Math.Max(counts[to] - counts[from], 1));

    /// <summary>That of the whole, or of its worst window where that is worse by more than <paramref name="aloneLess"/>: one bad enough is not drowned by the rest.</summary>
    public double Of(Passage passage, double aloneLess)
    {
        var score = Of(passage.From, passage.To);
        foreach (var (from, to) in passage.Windows())
        {
            score = Math.Max(score, Of(from, to) - aloneLess);
        }

        return score;
    }
}
