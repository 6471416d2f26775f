namespace UngPortal.Benchmarks.CrisisTraining;

/// <summary>A linear support vector machine with squared losses, by coordinate descent in the dual (Hsieh, Chang, Lin, Keerthi and Sundararajan, 2008). The same rows give the same weights.</summary>
internal static class MarginTraining
{
    private const int MostRounds = 60;
    private const double Settled = 0.05;

    public static (double[] Weights, double Bias) Of(IReadOnlyList<Row> rows, int size)
    {
        var (weights, bias) = (new double[size], 0.0);
        var pulls = new double[rows.Count];
        var shuffle = new Shuffle();
        int[] order = [.. Enumerable.Range(0, rows.Count)];
        for (var (round, worst) = (0, double.MaxValue); round < MostRounds && worst >= Settled; round++)
        {
            shuffle.Mix(order);
            worst = 0;
            foreach (var i in order)
            {
                var row = rows[i];
                var gradient = (row.Sign * (bias + row.Times(weights))) - 1 + (row.Softness * pulls[i]);
                worst = Math.Max(worst, pulls[i] > 0 ? Math.Abs(gradient) : Math.Max(-gradient, 0));
                var pull = Math.Max(pulls[i] - (gradient / (row.Square + row.Softness)), 0);
                var step = (pull - pulls[i]) * row.Sign;
                pulls[i] = pull;
                bias += step;
                row.AddTo(weights, step);
            }
        }

        return (weights, bias);
    }

    /// <summary>One example: which features it has, how much of each, whether it is one that is looked for, and what a mistake costs.</summary>
    public sealed record Row(int[] At, float[] Values, bool IsWanted, double Cost)
    {
        public int Sign { get; } = IsWanted ? 1 : -1;

        public double Softness { get; } = 0.5 / Cost;

        /// <summary>The length squared, with the bias as a feature of all.</summary>
        public double Square { get; } = 1 + Values.Sum(value => (double)value * value);

        public double Times(double[] weights)
        {
            var sum = 0.0;
            for (var i = 0; i < At.Length; i++)
            {
                sum += weights[At[i]] * Values[i];
            }

            return sum;
        }

        public void AddTo(double[] weights, double times)
        {
            for (var i = 0; times != 0 && i < At.Length; i++)
            {
                weights[At[i]] += times * Values[i];
            }
        }
    }
}
