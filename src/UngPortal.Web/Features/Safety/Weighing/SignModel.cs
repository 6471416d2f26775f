using UngPortal.Features.Safety.Detecting;

namespace UngPortal.Features.Safety.Weighing;

/// <summary>Weighs what stands in a text together with what the rules found there.</summary>
internal sealed class SignModel(SignWeights weights, Meanings meanings)
{
    private readonly MeaningClues clues = new(meanings);

    /// <summary>The model of the files; none where there are no weights.</summary>
    public static SignModel? Of(IReadOnlyDictionary<string, IReadOnlyList<string>> files) =>
        !files.TryGetValue(SignWeights.File, out var lines) ? null
        : new SignModel(SignWeights.Read(lines), new Meanings(files.GetValueOrDefault(Meanings.File) ?? throw new PatternLine(Meanings.File, 1, "").Fault("the file is missing")));

    /// <summary>Whether the rule was met in too many harmless texts to decide by itself.</summary>
    public bool Doubts(PatternRule rule) => weights.Doubted.Contains(RuleClues.NameOf(rule));

    public bool IsRed(List<TextWord> words, Findings findings) =>
        words.Count > 0 && Score(Repetition.LeftOut(words)) + RuleClues.Of(findings).Sum(name => weights.Rules.GetValueOrDefault(name)) >= weights.Threshold;

    private double Score(List<TextWord> words)
    {
        var sums = new WordSums(words.Count);
        void Add(int at, uint clue) => sums.Add(at, weights[clue]);
        WordClues.Read(words, Add);
        clues.Read(words, Add);
        sums.AddUp();
        return weights.Bias + Passage.In(words).Max(passage => sums.Of(passage, weights.AloneLess));
    }
}
