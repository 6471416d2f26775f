using System.Text;
using UngPortal.Features.Safety;
using UngPortal.Features.Safety.Weighing;
using UngPortal.Kernel;

namespace UngPortal.Benchmarks.CrisisTraining;

/// <summary>Trains the crisis detector's model on the labelled sentences and writes its weights. First it says what the model makes of sentences that it has not seen.</summary>
internal static class ModelTraining
{
    private const int Folds = 5;

    // Of Green texts as they come, by what their words say alone: the training's own are made to look like Red ones, and rules look better on the known half than they are.
    private const double FalseAlarms = 0.10;

    public static void Run()
    {
        var safety = Path.Combine(Repository.Root, "content", "safety");
        var meanings = new MeaningClues(new Meanings(File.ReadLines(Path.Combine(safety, Meanings.File), Encoding.UTF8)));
        var detector = CrisisDetector.Load(safety);
        List<LabelledText> Read(string file) => LabelledText.Read(Path.Combine(Repository.Root, "tests", "UngPortal.Tests", "Features", "Safety", "Crisis", file), detector, meanings);
        var (training, known, own) = (Read("training.tsv"), Read("known.tsv"), Read("own.tsv"));

        var unseen = OutOfFold(training, own);
        var rules = RuleTraining.Of(unseen);
        var scores = Enumerable.Range(0, Folds).Select(fold => (Fold: fold, Rules: RuleTraining.Of(unseen.FindAll(text => text.Text.Number % Folds != fold))))
            .SelectMany(part => unseen.FindAll(text => text.Text.Number % Folds == part.Fold).ConvertAll(text => (text.Text, Score: part.Rules.Score(text.Text, text.Score)))).ToList();
        var likeKnown = OutOfFold(known, [.. training, .. own]).ConvertAll(text => (text.Text, Score: (rules.ScoreShare * text.Score) + rules.Bias));
        var threshold = likeKnown.Where(text => text.Text.Label == Severity.Green).Select(text => text.Score).OrderDescending().ElementAt((int)(FalseAlarms * likeKnown.Count(text => text.Text.Label == Severity.Green)));
        Figures.Print($"training, {Folds} folds", scores, threshold);
        Figures.Print("the same without rules", unseen.ConvertAll(text => (text.Text, (rules.ScoreShare * text.Score) + rules.Bias)), threshold);

        var without = ClueTraining.Of([.. training, .. own]);
        Figures.Print("known, unseen by the model", known.ConvertAll(text => (text, rules.Score(text, without.Score(text)))), threshold);
        Figures.Print("the same without rules", known.ConvertAll(text => (text, (rules.ScoreShare * without.Score(text)) + rules.Bias)), threshold);
        Figures.Print($"known, {Folds} folds, no rules", likeKnown, threshold);

        var lines = Weights(ClueTraining.Of([.. training, .. known, .. own]), rules, threshold).Lines();
        File.WriteAllText(Path.Combine(safety, SignWeights.File), string.Join('\n', lines) + "\n", new UTF8Encoding(false));
    }

    private static List<(LabelledText Text, double Score)> OutOfFold(List<LabelledText> texts, List<LabelledText> always)
    {
        var scores = new double[texts.Count];
        Parallel.For(0, Folds, fold =>
        {
            var trained = ClueTraining.Of([.. texts.Where(text => text.Number % Folds != fold), .. always]);
            for (var i = 0; i < texts.Count; i++)
            {
                scores[i] = texts[i].Number % Folds == fold ? trained.Score(texts[i]) : scores[i];
            }
        });
        return [.. texts.Zip(scores)];
    }

    /// <summary>As small whole numbers; the few beyond the largest of them are cut down.</summary>
    private static SignWeights Weights(ClueTraining clues, RuleTraining rules, double threshold)
    {
        var (weights, bias) = clues.Learnt();
        var largest = weights.Select(Math.Abs).Order().ElementAt((int)(weights.Length * 0.9999));
        var unit = largest / sbyte.MaxValue;
        var small = Array.ConvertAll(weights, weight => (sbyte)Math.Clamp(Math.Round(weight / unit), -sbyte.MaxValue, sbyte.MaxValue));
        return new SignWeights(ClueTraining.Bits, unit * rules.ScoreShare, (bias * rules.ScoreShare) + rules.Bias, threshold, rules.Weights, small);
    }
}
