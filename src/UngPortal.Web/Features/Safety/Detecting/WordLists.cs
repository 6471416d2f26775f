namespace UngPortal.Features.Safety.Detecting;

/// <summary>The named lists of words and phrases that patterns share: <c>{vil} = vil, ønsker å</c>. A list may name others.</summary>
internal sealed class WordLists
{
    private readonly Dictionary<string, List<(PatternLine Line, string Text)>> entries = new(StringComparer.Ordinal);

    public bool Has(string name) => entries.ContainsKey(name);

    public static WordLists Read(IEnumerable<PatternLine> lines)
    {
        var lists = new WordLists();
        foreach (var line in lines)
        {
            lists.Add(line);
        }

        return lists;
    }

    /// <summary>What the list holds, with the lists that it names put in their place.</summary>
    public IReadOnlyList<(PatternLine Line, string Text)> Of(string name, PatternLine asker)
    {
        var found = new List<(PatternLine, string)>();
        Collect(name, asker, found, []);
        return found;
    }

    private void Add(PatternLine line)
    {
        if (line.Text.Split('=', 2) is not [var left, var right] || left.Trim() is not ['{', .. { Length: > 0 } name, '}'])
        {
            throw line.Fault("a word list is written {name} = word, phrase of words");
        }

        if (!entries.TryGetValue(name, out var list))
        {
            entries[name] = list = [];
        }

        var texts = right.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (texts.Length == 0)
        {
            throw line.Fault($"the list {{{name}}} has no word");
        }

        list.AddRange(texts.Select(text => (line, text)));
    }

    private void Collect(string name, PatternLine asker, List<(PatternLine, string)> into, List<string> path)
    {
        if (!entries.TryGetValue(name, out var list))
        {
            throw asker.Fault($"there is no list {{{name}}}");
        }

        if (path.Contains(name))
        {
            throw asker.Fault($"the list {{{name}}} holds itself");
        }

        foreach (var (line, text) in list)
        {
            if (text is ['{', .. var inner, '}'] && !inner.Contains('}', StringComparison.Ordinal))
            {
                Collect(inner, line, into, [.. path, name]);
            }
            else
            {
                into.Add((line, text));
            }
        }
    }
}
