using UngPortal.Kernel;

namespace UngPortal.Benchmarks.CrisisTraining;

/// <summary>Learns how much each clue speaks for Red: a linear support vector machine over clues, of which rare ones count for more, each text as long as any other.</summary>
internal sealed class ClueTraining
{
    public const int Bits = 19;

    /// <summary>How much worse than a whole text a single window must be to count for as much. Chosen on texts by hands that the training had not seen, as was all that is a number here.</summary>
    public const double AloneLess = 0.7;

    private const double Cost = 0.4;
    private const double WindowCost = 0.5;
    private const double Rareness = 2;
    private const double UsualRareness = 6;
    private const uint Mask = (1u << Bits) - 1;

    private double[] weights = [];
    private double bias;

    /// <summary>A false alarm costs more than a missed weak sign; Yellow called Red costs least.</summary>
    public static double CostOf(Severity label) => label switch { Severity.Red => 1, Severity.Green => 2, _ => 0.3 };

    public static ClueTraining Of(IReadOnlyCollection<LabelledText> texts)
    {
        var rareness = RarenessIn(texts);
        var rows = new List<MarginTraining.Row>();
        foreach (var text in texts)
        {
            rows.Add(Row(text, text.Whole.From, text.Whole.To, Cost * CostOf(text.Label), rareness));
            // No sentence of a Green text may look Red by itself. Of a Red one nobody has said which sentence is.
            rows.AddRange(text.Label != Severity.Green ? [] : text.Whole.Windows().Where(window => window.To - window.From < text.Clues.Length)
                .Select(window => Row(text, window.From, window.To, Cost * WindowCost, rareness)));
        }

        var (weights, bias) = MarginTraining.Of(rows, 1 << Bits);
        for (var i = 0; i < weights.Length; i++)
        {
            weights[i] *= rareness[i];
        }

        return new ClueTraining { weights = weights, bias = bias };
    }

    public double Score(LabelledText text)
    {
        var sums = text.Sums(clue => weights[clue & Mask]);
        return bias + text.Passages.Max(passage => sums.Of(passage, AloneLess));
    }

    public (double[] Weights, double Bias) Learnt() => (weights, bias);

    /// <summary>Inverse document frequency, about 1 for a usual clue.</summary>
    private static double[] RarenessIn(IReadOnlyCollection<LabelledText> texts)
    {
        var seen = new int[1 << Bits];
        foreach (var clue in texts.SelectMany(text => text.Clues.SelectMany(word => word).Select(clue => clue & Mask).Distinct()))
        {
            seen[clue]++;
        }

        return Array.ConvertAll(seen, count => Math.Pow((Math.Log((1.0 + texts.Count) / (1 + count)) + 1) / UsualRareness, Rareness));
    }

    private static MarginTraining.Row Row(LabelledText text, int from, int to, double cost, double[] rareness)
    {
        var clues = text.Clues[from..to].SelectMany(word => word).Select(clue => clue & Mask).ToList();
        var share = 1 / Math.Sqrt(Math.Max(clues.Count, 1));
        var counts = clues.CountBy(clue => clue).OrderBy(clue => clue.Key).ToList();
        return new MarginTraining.Row([.. counts.Select(clue => (int)clue.Key)], [.. counts.Select(clue => (float)(clue.Value * rareness[clue.Key] * share))], text.IsRed, cost);
    }
}
