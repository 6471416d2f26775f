using UngPortal.Platform.Words;

namespace UngPortal.Features.Safety.Detecting;

/// <summary>Finds the words of one text in the vocabulary.</summary>
internal sealed class LookUp(Vocabulary vocabulary, bool isBare)
{
    private const int MinPart = 3;
    private const int MinSlip = 4;
    private const int MinJoined = 7;

    private readonly StarredWords starred = new(vocabulary);

    public void Find(string word, Action<int> found)
    {
        var plain = Spelling.Plain(word);
        if (plain.Contains('*', StringComparison.Ordinal))
        {
            starred.Find(word, found);
            return;
        }

        var isKnown = FindSpelt(vocabulary.Exact, plain, word, found) | (isBare && FindSpelt(vocabulary.Bare, plain, word, found));
        if (Spelling.HasDigraph(word))
        {
            var folded = Word.Fold(word);
            isKnown |= FindSpelt(vocabulary.Exact, Spelling.Plain(folded), folded, found) | FindSpelt(vocabulary.Bare, Spelling.Plain(folded), folded, found);
        }

        if (vocabulary.Stems.Count > 0)
        {
            FindStems(word, found);
        }

        FindBeginnings(plain, MinPart, found);
        for (var from = 1; from <= plain.Length - MinPart; from++)
        {
            All(vocabulary.Endings, plain.AsSpan(from), found);
        }


        if (!isKnown && plain.Length >= MinSlip)
        {
            FindSlips(plain, found);
        }
    }

    /// <summary>Finds words that were written in two: "selv mord".</summary>
    public void FindJoined(IReadOnlyList<TextWord> words, int at, Action<int> found)
    {
        if (at + 1 < words.Count && !words[at + 1].BeginsSentence && words[at].Text.Length > 1 && words[at + 1].Text.Length > 1
            && words[at].Text.Length + words[at + 1].Text.Length is >= MinJoined and <= 30)
        {
            var joined = words[at].Text + words[at + 1].Text;
            var plain = Spelling.Plain(joined);
            FindSpelt(vocabulary.Exact, plain, joined, found);
            FindBeginnings(plain, Math.Max(MinJoined, words[at].Text.Length + 1), found);
        }
    }

    private static bool FindSpelt(Dictionary<string, List<(string Word, int Choice)>> among, string plain, string word, Action<int> found)
    {
        var isKnown = false;
        foreach (var (known, choice) in among.GetValueOrDefault(plain) ?? [])
        {
            if (known[0] == '=' ? known.AsSpan(1).SequenceEqual(word) : Spelling.MayBe(word, known))
            {
                isKnown = true;
                found(choice);
            }
        }

        return isKnown;
    }

    private static void All(Dictionary<string, List<int>> among, ReadOnlySpan<char> key, Action<int> found)
    {
        if (among.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(key, out var choices))
        {
            choices.ForEach(found);
        }
    }

    private void FindBeginnings(string word, int from, Action<int> found)
    {
        for (var length = from; length <= word.Length; length++)
        {
            All(vocabulary.Beginnings, word.AsSpan(0, length), found);
        }
    }

    private void FindStems(string word, Action<int> found)
    {
        var stem = Spelling.Stem(word);
        All(vocabulary.Stems, Spelling.Plain(stem), found);
        if (Spelling.HasDigraph(stem))
        {
            All(vocabulary.Stems, Spelling.Folded(stem), found);
        }
    }

    private void FindSlips(string word, Action<int> found)
    {
        var among = vocabulary.Slips.GetAlternateLookup<ReadOnlySpan<char>>();
        Span<char> less = stackalloc char[word.Length];
        for (var left = -1; left < word.Length; left++)
        {
            var key = left < 0 ? word.AsSpan() : Without(word, left, less);
            if (among.TryGetValue(key, out var near))
            {
                foreach (var (known, choice) in near)
                {
                    if (Vocabulary.IsSlip(word, known))
                    {
                        found(choice);
                    }
                }
            }
        }
    }

    private static ReadOnlySpan<char> Without(string word, int left, Span<char> into)
    {
        word.AsSpan(0, left).CopyTo(into);
        word.AsSpan(left + 1).CopyTo(into[left..]);
        return into[..(word.Length - 1)];
    }
}
