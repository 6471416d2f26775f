namespace UngPortal.Features.Search.Engine;

/// <summary>Marks the matching words of a hit's title and cuts the piece of its text that says most about the query.</summary>
internal sealed class HitText(HashSet<string> matchingStems, string language)
{
    private const int SnippetLength = 220;
    private const int MaxScanned = 20_000;

    public List<TextSegment> Mark(string text) => Mark(text, 0, text.Length, Word.In(text));

    public List<TextSegment> Snippet(string ingress, string body)
    {
        var text = ingress.Length == 0 ? body : $"{ingress} {body}";
        text = text.Length > MaxScanned ? text[..MaxScanned] : text;
        var words = Word.In(text);
        var (start, end) = Window(text, words, BestStart(words));
        var segments = Mark(text, start, end, words);
        if (start > 0)
        {
            segments.Insert(0, new TextSegment("… ", false));
        }

        if (end < text.TrimEnd().Length)
        {
            segments.Add(new TextSegment(" …", false));
        }

        return segments;
    }

    private bool IsMatch(Word word) => matchingStems.Contains(WordStem.Of(word.Text, language));

    /// <summary>The index of the word from which a snippet shows the most different matches.</summary>
    private int BestStart(List<Word> words)
    {
        var matches = Enumerable.Range(0, words.Count).Where(i => IsMatch(words[i])).Take(300).ToList();
        var best = (Start: 0, Different: 0);
        for (var i = 0; i < matches.Count; i++)
        {
            var from = words[matches[i]].Start;
            var different = matches.Skip(i).TakeWhile(m => words[m].Start - from < SnippetLength - 60)
                .Select(m => WordStem.Of(words[m].Text, language)).Distinct().Count();
            best = different > best.Different ? (matches[i], different) : best;
        }

        return best.Start;
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
            if (i == 0 || text.AsSpan(words[i - 1].Start + words[i - 1].Length, words[i].Start - words[i - 1].Start - words[i - 1].Length).IndexOfAny(".!?:\n") >= 0)
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
