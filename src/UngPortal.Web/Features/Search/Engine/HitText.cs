using UngPortal.Platform.Words;

namespace UngPortal.Features.Search.Engine;

/// <summary>Marks the matching words of a hit's title and cuts the piece of its text that says most about the query.</summary>
internal sealed class HitText(HashSet<string> matchingStems, HashSet<string> typed, string language)
{
    private const int SnippetLength = 220;
    private const int MaxScanned = 20_000;
    private const int NearLength = 160;
    private const string SentenceEnds = ".!?:…";

    /// <summary>What stands between a heading or a list item and what follows it.</summary>
    private const string Gap = " …";

    public List<TextSegment> Mark(string text)
    {
        var words = Word.In(text);
        return Mark(text, 0, text.Length, words, MatchesIn(words));
    }

    public bool Matches(string text) => Array.Exists(MatchesIn(Word.In(text)), stem => stem is not null);

    public List<TextSegment> Snippet(string ingress, string body)
    {
        var text = Running($"{ingress}\n{(body.Length > MaxScanned ? body[..MaxScanned] : body)}");
        var words = Word.In(text);
        var matches = MatchesIn(words);
        var (start, end) = Window(text, words, BestStart(text, words, matches));
        var segments = Mark(text, start, end, words, matches);
        if (start > 0)
        {
            segments.Insert(0, new TextSegment("… ", false));
        }

        if (end < text.TrimEnd().Length)
        {
            segments.Add(new TextSegment(Gap, false));
        }

        return segments;
    }

    private static string Running(string lines) => string.Join(
        ' ', lines.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(line => SentenceEnds.Contains(line.TrimEnd('»', '”', '"', ')', ']')[^1]) ? line : line + Gap));

    /// <summary>For each word its stem when it matches, else null.</summary>
    private string?[] MatchesIn(List<Word> words) => [.. words.Select(word => WordStem.Of(word.Text, language) is var stem && matchingStems.Contains(stem) ? stem : null)];

    /// <summary>The first match of the sentence with the most different matches, then with the most words as typed; among equals the one that more follow.</summary>
    private int BestStart(string text, List<Word> words, string?[] matches)
    {
        var best = (Start: 0, Score: (Matches: 0, Typed: 0, Near: 0));
        for (int from = 0, end; from < words.Count; from = end)
        {
            end = from + 1;
            while (end < words.Count && !EndsBefore(text, words, end))
            {
                end++;
            }

            var first = Array.FindIndex(matches, from, end - from, stem => stem is not null);
            if (first >= 0)
            {
                var score = (
                    Different(matches[first..end]),
                    words[first..end].Select(word => Word.Fold(word.Text)).Where(typed.Contains).Distinct().Count(),
                    Different(matches.Skip(first).TakeWhile((_, at) => words[first + at].Start - words[first].Start < NearLength)));
                best = score.CompareTo(best.Score) > 0 ? (first, score) : best;
            }
        }

        return best.Start;
    }

    private static int Different(IEnumerable<string?> stems) => stems.OfType<string>().Distinct(StringComparer.Ordinal).Count();

    /// <summary>Whether a sentence ends between the word and the one before; "1. juli" goes on.</summary>
    private static bool EndsBefore(string text, List<Word> words, int word)
    {
        var from = words[word - 1].Start + words[word - 1].Length;
        var isDate = char.IsAsciiDigit(text[from - 1]) && text[from] == '.' && char.IsLower(text[words[word].Start]);
        return !isDate && text.AsSpan(from, words[word].Start - from).IndexOfAny(SentenceEnds) >= 0;
    }

    private static (int Start, int End) Window(string text, List<Word> words, int best)
    {
        if (words.Count == 0)
        {
            return (0, 0);
        }

        var first = best;
        for (var i = best; i >= 0 && words[best].Start - words[i].Start <= 90; i--)
        {
            first = words[best].Start - words[i].Start <= 40 ? i : first;
            if (i == 0 || EndsBefore(text, words, i))
            {
                first = i;
                break;
            }
        }

        var start = first == 0 ? 0 : words[first].Start;
        var last = words.FindLastIndex(word => word.Start + word.Length - start <= SnippetLength);
        var end = last == words.Count - 1 ? text.TrimEnd().Length : words[Math.Max(last, first)].Start + words[Math.Max(last, first)].Length;
        return (start, Math.Max(start, Math.Min(end, start + SnippetLength + Word.MaxLength)));
    }

    private static List<TextSegment> Mark(string text, int start, int end, List<Word> words, string?[] matches)
    {
        var segments = new List<TextSegment>();
        var from = start;
        foreach (var word in words.Where((word, i) => word.Start >= start && word.Start + word.Length <= end && matches[i] is not null))
        {
            if (word.Start > from)
            {
                segments.Add(new TextSegment(text[from..word.Start], false));
            }

            segments.Add(new TextSegment(text.Substring(word.Start, word.Length), true));
            from = word.Start + word.Length;
        }

        if (from < end)
        {
            segments.Add(new TextSegment(text[from..end], false));
        }

        return segments;
    }
}
