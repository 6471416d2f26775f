using System.Collections.Frozen;
using System.Text;

namespace UngPortal.Features.Questions.Codes;

/// <summary>The 2 048 words that codes are made of, and the ways in which people type them.</summary>
/// <remarks>The list stands for good: a word's place in it is part of codes that are out there.</remarks>
public static class CodeWords
{
    public const int Count = 2_048;
    private const int LettersThatTell = 4;

    public static IReadOnlyList<string> All { get; } = Read();

    private static readonly FrozenDictionary<string, int> ByWord = Written(All);
    private static readonly FrozenDictionary<string, int> ByBeginning = ByWord
        .GroupBy(pair => pair.Key[..LettersThatTell]).Where(group => group.Select(pair => pair.Value).Distinct().Count() == 1)
        .ToFrozenDictionary(group => group.Key, group => group.First().Value, StringComparer.Ordinal);

    private static readonly int Longest = ByWord.Keys.Max(word => word.Length);

    /// <summary>The word's place in the list; the first four letters are enough, since no two words share them.</summary>
    public static int? Find(string typed)
    {
        var word = Fold(typed);
        return ByWord.TryGetValue(word, out var whole) ? whole
            : word.Length >= LettersThatTell && ByBeginning.TryGetValue(word[..LettersThatTell], out var begun) ? begun
            : null;
    }

    /// <summary>All ways to read words written in one as that many words of the list; more than one is rare.</summary>
    public static IReadOnlyList<IReadOnlyList<int>> Split(string typed, int words)
    {
        var found = new List<IReadOnlyList<int>>();
        var text = Fold(typed);
        if (text.Length <= words * Longest)
        {
            Walk(text, 0, words, [], found);
        }

        return found;
    }

    private static void Walk(string text, int from, int left, List<int> soFar, List<IReadOnlyList<int>> found)
    {
        if (left == 0)
        {
            if (from == text.Length)
            {
                found.Add([.. soFar]);
            }

            return;
        }

        for (var length = LettersThatTell; length <= Math.Min(Longest, text.Length - from); length++)
        {
            if (ByWord.TryGetValue(text.Substring(from, length), out var place))
            {
                soFar.Add(place);
                Walk(text, from + length, left - 1, soFar, found);
                soFar.RemoveAt(soFar.Count - 1);
            }
        }
    }

    /// <summary>Small letters only, æ ø å as ae oe aa.</summary>
    private static string Fold(string word)
    {
        var letters = new StringBuilder(word.Length + 4);
        foreach (var letter in word.Normalize(NormalizationForm.FormC).ToLowerInvariant())
        {
            _ = letter switch
            {
                'æ' or 'ä' => letters.Append("ae"),
                'ø' or 'ö' => letters.Append("oe"),
                'å' => letters.Append("aa"),
                >= 'a' and <= 'z' => letters.Append(letter),
                _ => letters,
            };
        }

        return letters.ToString();
    }

    /// <summary>As it is folded, and as those write it who leave the dots and rings out.</summary>
    private static FrozenDictionary<string, int> Written(IReadOnlyList<string> words)
    {
        var all = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var place = 0; place < words.Count; place++)
        {
            all[Fold(words[place])] = place;
            all.TryAdd(words[place].Replace('æ', 'a').Replace('ø', 'o').Replace('å', 'a'), place);
        }

        return all.ToFrozenDictionary(StringComparer.Ordinal);
    }

    private static List<string> Read()
    {
        using var stream = typeof(CodeWords).Assembly.GetManifestResourceStream("code-words.txt")!;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return [.. reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];
    }
}
