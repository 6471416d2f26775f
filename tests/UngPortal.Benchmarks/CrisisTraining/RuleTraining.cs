namespace UngPortal.Benchmarks.CrisisTraining;

/// <summary>How much the rules' word counts beside the score of texts that the score was not trained on. Only texts that no rule was fitted to may teach it.</summary>
internal sealed class RuleTraining
{
    private const int Rounds = 300;
    private const double PaceOfScore = 2;
    private const double PaceOfRules = 6;
    private const double Decay = 0.002;
    private const string Always = "";

    // What was met less often is left to the kind and the group of the rule.
    private const int Fewest = 5;

    private readonly Dictionary<string, double> weights = new(StringComparer.Ordinal) { [Always] = 0 };

    public double ScoreShare { get; private set; } = 1;

    public double Bias => weights[Always];

    public IReadOnlyDictionary<string, double> Weights => weights.Where(weight => weight.Key != Always).ToDictionary(weight => weight.Key, weight => weight.Value, StringComparer.Ordinal);

    public static RuleTraining Of(IReadOnlyCollection<(LabelledText Text, double Score)> texts)
    {
        var training = new RuleTraining();
        foreach (var rule in texts.SelectMany(text => text.Text.Rules).CountBy(rule => rule).Where(rule => rule.Value >= Fewest))
        {
            training.weights[rule.Key] = 0;
        }

        var total = texts.Sum(text => ClueTraining.CostOf(text.Text.Label));
        for (var round = 0; round < Rounds; round++)
        {
            training.Learn(texts, total);
        }

        return training;
    }

    public double Score(LabelledText text, double score) => (ScoreShare * score) + Bias + text.Rules.Sum(rule => weights.GetValueOrDefault(rule));

    private void Learn(IEnumerable<(LabelledText Text, double Score)> texts, double total)
    {
        var pushes = new Dictionary<string, double>(StringComparer.Ordinal);
        var ofScore = 0.0;
        foreach (var (text, score) in texts)
        {
            var sign = text.IsRed ? 1 : -1;
            var push = ClueTraining.CostOf(text.Label) * sign / (1 + Math.Exp(sign * Score(text, score))) / total;
            ofScore += push * score;
            foreach (var rule in text.Rules.Append(Always).Where(weights.ContainsKey))
            {
                pushes[rule] = pushes.GetValueOrDefault(rule) + push;
            }
        }

        ScoreShare += PaceOfScore * ofScore;
        foreach (var (rule, push) in pushes)
        {
            weights[rule] = (weights[rule] * (1 - Decay)) + (PaceOfRules * push);
        }
    }
}
