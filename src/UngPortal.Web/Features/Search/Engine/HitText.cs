namespace UngPortal.Features.Search.Engine;

/// <summary>Marks the matching words of a hit's title and cuts the piece of its text that says most about the query.</summary>
internal sealed class HitText(HashSet<string> matchingStems, HashSet<string> typed, string language)
{
    private const int SnippetLength = 220;
    private const int MaxScanned = 20_000;
    private const int MaxMatches = 300;
    private const string SentenceEnds = ".!?:…";

    /// <summary>What stands between a heading or a list item and what follows it.</summary>
    private const string Gap = " …";

    public List<TextSegment> Mark(string text) => Mark(text, 0, text.Length, Word.In(text));

    public bool Matches(string text) => Word.In(text).Exists(IsMatch);

    public List<TextSegment> Snippet(string ingress, string body)
    {
        var text = Running($"{ingress}\n{(body.Length > MaxScanned ? body[..MaxScanned] : body)}");
        var words = Word.In(text);
        var (start, end) = Window(text, words, BestStart(text, words));
        var segments = Mark(text, start, end, words);
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

    private bool IsMatch(Word word) => matchingStems.Contains(WordStem.Of(word.Text, language));

    /// <summary>The first match of the sentence with the most different matches, then with the most words as typed; among equals the one that more follow.</summary>
    private int BestStart(string text, List<Word> words)
    {
        var best = (Start: 0, Score: (Matches: 0, Typed: 0, Near: 0));
        var matches = Enumerable.Range(0, words.Count).Where(i => IsMatch(words[i])).Take(MaxMatches).ToList();
        for (var i = 0; i < matches.Count; i++)
        {
            var from = words[matches[i]].Start;
            var sentence = words.Skip(matches[i]).TakeWhile((word, at) => at == 0 || !EndsBefore(text, words, matches[i] + at)).ToList();
            var score = (
                Different(sentence.Where(IsMatch)),
                sentence.Select(word => Word.Fold(word.Text)).Where(typed.Contains).Distinct().Count(),
                Different(matches.Skip(i).Select(m => words[m]).TakeWhile(word => word.Start - from < SnippetLength - 60)));
            best = score.CompareTo(best.Score) > 0 ? (matches[i], score) : best;
        }

        return best.Start;
    }

    private int Different(IEnumerable<Word> words) => words.Select(word => WordStem.Of(word.Text, language)).Distinct().Count();

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

    private List<TextSegment> Mark(string text, int start, int end, List<Word> words)
    {
        var segments = new List<TextSegment>();
        var from = start;
        foreach (var word in words.Where(word => word.Start >= start && word.Start + word.Length <= end && IsMatch(word)))
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
