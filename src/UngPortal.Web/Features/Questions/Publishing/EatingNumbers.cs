using System.Text;
using UngPortal.Features.Safety;

namespace UngPortal.Features.Questions.Publishing;

/// <summary>The numbers that never stand in a public text about eating disorders: digits, and weights and calories in words. Source: product/questions.md, "Publishing".</summary>
public sealed class EatingNumbers
{
    /// <summary>Where numbers tell others how.</summary>
    private const string EatingDisorders = "spiseforstyrrelser";

    private readonly CrisisPhrases words;

    private EatingNumbers(CrisisPhrases words) => this.words = words;

    public static EatingNumbers Load(string folder) => new(CrisisPhrases.Read("weights.txt", File.ReadLines(Path.Combine(folder, "weights.txt"), Encoding.UTF8)));

    /// <summary>Whether one of the texts holds such a number and one of the topics forbids it.</summary>
    public bool AreIn(IEnumerable<string> texts, IEnumerable<string> topics) => topics.Contains(EatingDisorders) && texts.Any(text => text.Any(char.IsDigit) || words.StandAnywhereIn(text));
}
