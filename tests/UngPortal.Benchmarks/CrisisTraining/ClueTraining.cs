using UngPortal.Features.Safety.Weighing;
using UngPortal.Kernel;

namespace UngPortal.Benchmarks.CrisisTraining;

/// <summary>Logistic regression of Red against the rest, by averaged stochastic descent. It first sees whole texts, then the worst window of each as well.</summary>
internal sealed class ClueTraining
{
    public const int Bits = 17;

    private const int Rounds = 20;
    private const int WholeRounds = 4;
    private const double Decay = 2e-5;
    private const double BiasPace = 0.1;
    private const uint Mask = (1u << Bits) - 1;

    private readonly double[] weights = new double[1 << Bits];
    private readonly double[] average = new double[1 << Bits];
    private double scale = 1;
    private double bias;
    private double averageBias;
    private long steps;

    /// <summary>A false alarm costs more than a missed weak sign; Yellow called Red costs least.</summary>
    public static double CostOf(Severity label) => label switch { Severity.Red => 1, Severity.Green => 2, _ => 0.5 };

    public static ClueTraining Of(IReadOnlyCollection<LabelledText> texts)
    {
        var training = new ClueTraining();
        var shuffle = new Shuffle();
        LabelledText[] order = [.. texts];
        for (var round = 0; round < Rounds; round++)
        {
            shuffle.Mix(order);
            foreach (var text in order)
            {
                training.Learn(text, round < WholeRounds ? 0 : WordSums.WindowShare);
            }

            if (round >= Rounds / 2)
            {
                training.Remember();
            }
        }

        training.Settle(Rounds - (Rounds / 2));
        return training;
    }

    public double Score(LabelledText text) => bias + text.Passages.Max(text.Sums(Weight).Of);

    public (double[] Weights, double Bias) Learnt() => (weights, bias);

    private double Weight(uint clue) => weights[clue & Mask] * scale;

    private void Learn(LabelledText text, double windowShare)
    {
        var sums = text.Sums(Weight);
        var whole = (text.Whole.From, text.Whole.To);
        var worst = sums.Worst(text.Whole);
        var score = bias + ((1 - windowShare) * sums.Of(whole.From, whole.To)) + (windowShare * sums.Of(worst.From, worst.To));
        var sign = text.IsRed ? 1 : -1;
        var pace = 1 / (1 + (Decay * steps++));
        var push = pace * CostOf(text.Label) * sign / (1 + Math.Exp(sign * score));
        scale *= 1 - (pace * Decay);
        Push(text, whole, (1 - windowShare) * push * sums.Share(whole.From, whole.To) / scale);
        Push(text, worst, windowShare * push * sums.Share(worst.From, worst.To) / scale);
        bias += push * BiasPace;
    }

    private void Push(LabelledText text, (int From, int To) window, double by)
    {
        for (var i = window.From; i < window.To && by != 0; i++)
        {
            foreach (var clue in text.Clues[i])
            {
                weights[clue & Mask] += by;
            }
        }
    }

    private void Remember()
    {
        averageBias += bias;
        for (var i = 0; i < weights.Length; i++)
        {
            average[i] += weights[i] * scale;
        }
    }

    private void Settle(int times)
    {
        (scale, bias) = (1, averageBias / times);
        for (var i = 0; i < weights.Length; i++)
        {
            weights[i] = average[i] / times;
        }
    }
}
