using System.Text;
using System.Text.RegularExpressions;
using UngPortal.Features.Safety;

namespace UngPortal.Features.Questions;

/// <summary>Words that bring an answer before a second reader whatever topic it was sorted under: a list for each reason, under <c>content/safety/review</c>. Source: product/questions.md, "Review".</summary>
public sealed partial class ReviewWords
{
    /// <summary>What stands for any number in the lists.</summary>
    private const string AnyNumber = " ettall ";

    private static readonly (ReviewReason Reason, string File)[] Files =
    [
        (ReviewReason.Danger, "danger.txt"), (ReviewReason.EatingDisorder, "eating.txt"), (ReviewReason.Dose, "doses.txt"), (ReviewReason.Doping, "doping.txt"), (ReviewReason.SexualLaw, "sexual-law.txt"),
    ];

    private readonly IReadOnlyList<(ReviewReason Reason, CrisisPhrases Phrases)> lists;

    private ReviewWords(IReadOnlyList<(ReviewReason Reason, CrisisPhrases Phrases)> lists) => this.lists = lists;

    /// <summary>Reads the folder's lists; a <see cref="FormatException"/> names the file and the line that can't be read.</summary>
    public static ReviewWords Load(string folder) => new([.. Files.Select(one => (one.Reason, CrisisPhrases.Read(one.File, File.ReadLines(Path.Combine(folder, one.File), Encoding.UTF8))))]);

    /// <summary>The first reason that a text gives; null where it gives none. A paragraph is read as one sentence: "Ta Paracet. Høyst åtte om dagen."</summary>
    public ReviewReason? ReasonIn(string text)
    {
        var read = Number().Replace(text, AnyNumber).Replace('.', ' ').Replace('!', ' ').Replace('?', ' ');
        return lists.Where(list => list.Phrases.StandAnywhereIn(read)).Select(list => (ReviewReason?)list.Reason).FirstOrDefault();
    }

    /// <summary>Digits that stand for themselves, not for letters as in "s3lvm0rd".</summary>
    [GeneratedRegex(@"(?<![\p{L}0-9])[0-9]+(?:[.,][0-9]+)*", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 2_000)]
    private static partial Regex Number();
}
