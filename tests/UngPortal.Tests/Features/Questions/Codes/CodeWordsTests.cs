using System.Text;
using UngPortal.Features.Questions.Codes;

namespace UngPortal.Tests.Features.Questions.Codes;

/// <summary>The list that every code out there is made of.</summary>
public sealed class CodeWordsTests
{
    /// <summary>Beginnings that no word of a code has: nobody wants to read them aloud to somebody.</summary>
    private static readonly string[] BannedBeginnings =
    [
        "drap", "drep", "død", "fitt", "fyll", "hate", "hore", "kniv", "knull", "kukk", "mord", "naken", "nazi", "neger", "pikk", "porn", "pule", "pupp", "rump",
        "selvm", "sex", "skam", "skyt", "slakt", "slikk", "suge", "tispe", "tortur", "vold", "våpen", "ødel",
    ];

    private static readonly string[] BannedWords = ["full", "hora", "kuk", "lik", "liket", "pul", "rusa", "stikk", "svarting", "taper", "tjukk", "feit", "stygg", "slå", "slag"];

    [Fact]
    public void List_AsShipped_HasItsWordsOfFourToNineLetters()
    {
        Assert.Equal(CodeWords.Count, CodeWords.All.Count);
        Assert.Equal(CodeWords.Count, CodeWords.All.Distinct(StringComparer.Ordinal).Count());
        Assert.All(CodeWords.All, word => Assert.InRange(word.Length, 4, 9));
        Assert.All(CodeWords.All, word => Assert.All(word, letter => Assert.Contains(letter, "abcdefghijklmnopqrstuvwxyzæøå")));
    }

    [Fact]
    public void List_FoldedEitherWay_HasUniqueBeginnings()
    {
        Assert.Equal(CodeWords.Count, CodeWords.All.Select(word => Long(word)[..4]).Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(CodeWords.Count, CodeWords.All.Select(word => Short(word)[..4]).Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public void List_OfBothFoldingsTogether_LeadsEachBeginningToOneWord()
    {
        var beginnings = CodeWords.All.SelectMany(word => new[] { (Long(word)[..4], word), (Short(word)[..4], word), (word[..4], word) }).Distinct().ToLookup(pair => pair.Item1, pair => pair.Item2);

        Assert.Empty(beginnings.Where(group => group.Count() > 1).Select(group => $"{group.Key}: {string.Join(' ', group)}"));
    }

    [Fact]
    public void List_OfAllPairs_HasNoneThatASlipOfTheFingerJoins()
    {
        var known = CodeWords.All.ToHashSet(StringComparer.Ordinal);

        Assert.Empty(CodeWords.All.SelectMany(word => Slips(word).Where(known.Contains).Select(slip => $"{word}/{slip}")));
    }

    [Fact]
    public void List_WithLettersFolded_IsSorted() => Assert.Equal(CodeWords.All.Select(Long).Order(StringComparer.Ordinal), CodeWords.All.Select(Long));

    [Fact]
    public void List_AsAWhole_HasNoWordOfTheBanLists()
    {
        Assert.DoesNotContain(CodeWords.All, word => BannedBeginnings.Any(banned => word.StartsWith(banned, StringComparison.Ordinal)));
        Assert.Empty(CodeWords.All.Intersect(BannedWords));
    }

    private static string Long(string word) => word.Replace("æ", "ae", StringComparison.Ordinal).Replace("ø", "oe", StringComparison.Ordinal).Replace("å", "aa", StringComparison.Ordinal);

    private static string Short(string word) => word.Replace('æ', 'a').Replace('ø', 'o').Replace('å', 'a');

    /// <summary>All words at Damerau-Levenshtein distance 1.</summary>
    private static IEnumerable<string> Slips(string word)
    {
        const string Letters = "abcdefghijklmnopqrstuvwxyzæøå";
        for (var at = 0; at <= word.Length; at++)
        {
            foreach (var letter in Letters)
            {
                yield return word.Insert(at, letter.ToString());
                if (at < word.Length && word[at] != letter)
                {
                    yield return new StringBuilder(word) { [at] = letter }.ToString();
                }
            }

            if (at < word.Length)
            {
                yield return word.Remove(at, 1);
            }

            if (at + 1 < word.Length && word[at] != word[at + 1])
            {
                yield return new StringBuilder(word) { [at] = word[at + 1], [at + 1] = word[at] }.ToString();
            }
        }
    }
}
