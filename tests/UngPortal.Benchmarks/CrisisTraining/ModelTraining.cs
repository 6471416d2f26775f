using System.Text;
using UngPortal.Features.Safety;
using UngPortal.Features.Safety.Weighing;
using UngPortal.Kernel;

namespace UngPortal.Benchmarks.CrisisTraining;

/// <summary>Trains the crisis detector's model on the labelled sentences and writes its weights. First it says what the model makes of texts whose writers it has not read.</summary>
internal static class ModelTraining
{
    private const int Folds = 5;

    /// <summary>Of Green texts by hands that the model has not read: just under the tenth that product/safety.md allows, since recall beats precision.</summary>
    private const double FalseAlarms = 0.09;

    // A rule that says "harm to self" and is this often wrong about harmless texts is one word among others, no more.
    private const int FewHarmless = 2;
    private const double NearlyAlways = 0.95;

    public static void Run()
    {
        var safety = Path.Combine(Repository.Root, "content", "safety");
        var meanings = new MeaningClues(new Meanings(File.ReadLines(Path.Combine(safety, Meanings.File), Encoding.UTF8)));
        // The rules alone: the model that is there is what this replaces.
        var detector = CrisisDetector.Of(Directory.EnumerateFiles(safety, "*.txt").Where(file => Path.GetFileName(file) != SignWeights.File)
            .ToDictionary(file => Path.GetFileName(file), file => (IReadOnlyList<string>)File.ReadAllLines(file, Encoding.UTF8), StringComparer.Ordinal));
        var folder = Path.Combine(Repository.Root, "tests", "UngPortal.Tests", "Features", "Safety", "Crisis");
        List<LabelledText> Read(string file) => LabelledText.Read(Path.Combine(folder, file), detector, meanings);
        var (training, known, own) = (Read("training.tsv"), Read("known.tsv"), Read("own.tsv"));
        var hands = Directory.GetFiles(folder, "hand-*.tsv").Order(StringComparer.Ordinal).Select(Read).ToList();
        List<LabelledText> unfitted = [.. training, .. hands.SelectMany(hand => hand)];
        List<LabelledText> all = [.. unfitted, .. known, .. own];

        var rules = RuleTraining.Of(OutOfFold(unfitted, own));
        List<(LabelledText Text, double Score)> Judged(List<LabelledText> texts, List<LabelledText> others)
        {
            var (model, doubted) = (ClueTraining.Of(others), Doubted(others));
            return texts.ConvertAll(text => (text, text.OfSelf.All(doubted.Contains) ? rules.Score(text, model.Score(text)) : double.MaxValue));
        }

        var unread = hands.AsParallel().AsOrdered().Select(hand => Judged(hand, [.. all.Except(hand)])).ToList();
        var green = unread.SelectMany(hand => hand).Where(text => text.Text.Label == Severity.Green).Select(text => text.Score).OrderDescending().ToList();
        var threshold = green.SkipWhile(score => score == double.MaxValue).ElementAt(Math.Max(0, (int)(FalseAlarms * green.Count) - green.Count(score => score == double.MaxValue)));
        for (var hand = 0; hand < hands.Count; hand++)
        {
            Figures.Print($"hand {hand + 1}, unread", unread[hand], threshold);
        }

        Figures.Print("all hands, each unread", [.. unread.SelectMany(hand => hand)], threshold);
        Figures.Print("known, unread by the model", Judged(known, [.. unfitted, .. own]), threshold);

        var lines = Weights(ClueTraining.Of(all), rules, threshold, Doubted(all)).Lines();
        File.WriteAllText(Path.Combine(safety, SignWeights.File), string.Join('\n', lines) + "\n", new UTF8Encoding(false));
    }

    private static HashSet<string> Doubted(List<LabelledText> texts) => texts.SelectMany(text => text.OfSelf.Select(rule => (Rule: rule, text.Label))).GroupBy(met => met.Rule)
        .Select(rule => (rule.Key, Red: rule.Count(met => met.Label == Severity.Red), Green: rule.Count(met => met.Label == Severity.Green)))
        .Where(rule => rule.Green >= FewHarmless && rule.Red < NearlyAlways * (rule.Red + rule.Green)).Select(rule => rule.Key).ToHashSet(StringComparer.Ordinal);

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
    private static SignWeights Weights(ClueTraining clues, RuleTraining rules, double threshold, HashSet<string> doubted)
    {
        var (weights, bias) = clues.Learnt();
        var largest = weights.Select(Math.Abs).Order().ElementAt((int)(weights.Length * 0.9999));
        var unit = largest / sbyte.MaxValue;
        var small = Array.ConvertAll(weights, weight => (sbyte)Math.Clamp(Math.Round(weight / unit), -sbyte.MaxValue, sbyte.MaxValue));
        return new SignWeights(ClueTraining.Bits, unit * rules.ScoreShare, (bias * rules.ScoreShare) + rules.Bias, ClueTraining.AloneLess * rules.ScoreShare, threshold, rules.Weights, doubted, small);
    }
}
