using System.Text;
using UngPortal.Features.Safety;
using UngPortal.Features.Safety.Detecting;
using UngPortal.Features.Safety.Weighing;
using UngPortal.Kernel;

namespace UngPortal.Benchmarks.CrisisTraining;

/// <summary>A text of which a human has said how urgent it is, with the clues of each of its words and what the rules say.</summary>
internal sealed record LabelledText(Severity Label, string Kind, uint[][] Clues, Passage Whole, IReadOnlyList<Passage> Passages, IReadOnlyList<string> Rules, IReadOnlyList<string> OfSelf, uint Number)
{
    public bool IsRed => Label == Severity.Red;

    public static List<LabelledText> Read(string file, CrisisDetector detector, MeaningClues meanings) =>
        [.. File.ReadLines(file, Encoding.UTF8).Select(line => line.Split('\t')).Where(row => row.Length == 4 && Enum.TryParse<Severity>(row[0], out _)).Select(row => Of(row, detector, meanings)).Where(text => text.Clues.Length > 0)];

    public WordSums Sums(Func<uint, double> weight)
    {
        var sums = new WordSums(Clues.Length);
        for (var i = 0; i < Clues.Length; i++)
        {
            foreach (var clue in Clues[i])
            {
                sums.Add(i, weight(clue));
            }
        }

        return sums.AddUp();
    }

    private static LabelledText Of(string[] row, CrisisDetector detector, MeaningClues meanings)
    {
        var all = TextReading.WordsOf(row[3]);
        var words = Repetition.LeftOut(all);
        var clues = words.ConvertAll(_ => new List<uint>());
        void Add(int at, uint clue) => clues[at].Add(clue);
        WordClues.Read(words, Add);
        meanings.Read(words, Add);
        var findings = detector.FindingsIn(all);
        return new LabelledText(Enum.Parse<Severity>(row[0]), row[2], [.. clues.Select(word => word.ToArray())], Passage.Of(words, 0, words.Count), [.. Passage.In(words)], [.. RuleClues.Of(findings)], [.. findings.RedRules.Where(CrisisDetector.IsOfSelf).Select(RuleClues.NameOf)], Clue.Of('f', row[3]));
    }
}
