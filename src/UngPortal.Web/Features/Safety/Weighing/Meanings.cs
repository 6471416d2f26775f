using UngPortal.Features.Safety.Detecting;

namespace UngPortal.Features.Safety.Weighing;

/// <summary>What words mean, roughly and across languages: <c>søvn = sov*, sleep*, natt</c>. A word may mean several things.</summary>
internal sealed class Meanings
{
    public const string File = "meanings.txt";

    private const int ShortWord = 4;

    private readonly Dictionary<string, List<uint>> words = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<uint>> beginnings = new(StringComparer.Ordinal);

    public Meanings(IEnumerable<string> lines)
    {
        foreach (var line in PatternLine.In(File, lines))
        {
            if (line.Text.Split(" = ") is not [{ Length: > 0 } name, { Length: > 0 } list])
            {
                throw line.Fault("a meaning is written name = word, beginning*");
            }

            foreach (var word in list.Split(',', StringSplitOptions.TrimEntries))
            {
                Add(line, word, Clue.Of('m', name));
            }
        }
    }

    /// <summary>Adds the meanings of a word to those given.</summary>
    public void Find(string word, List<uint> into)
    {
        var plain = Spelling.Plain(word);
        if (words.TryGetValue(plain, out var found))
        {
            into.AddRange(found);
        }

        var among = beginnings.GetAlternateLookup<ReadOnlySpan<char>>();
        for (var length = 2; length <= plain.Length; length++)
        {
            if (among.TryGetValue(plain.AsSpan(0, length), out found))
            {
                foreach (var meaning in found)
                {
                    if (!into.Contains(meaning))
                    {
                        into.Add(meaning);
                    }
                }
            }
        }
    }

    private void Add(PatternLine line, string word, uint meaning)
    {
        var bare = word.EndsWith('*') ? word[..^1] : word;
        if (bare.Length == 0 || bare.Any(c => char.IsAscii(c) && !char.IsLetterOrDigit(c)))
        {
            throw line.Fault($"\"{word}\" is no word");
        }

        var into = word.EndsWith('*') ? beginnings : words;
        Put(into, Spelling.Plain(bare), meaning);
        if (bare.Length > ShortWord)
        {
            Put(into, Spelling.Folded(bare), meaning);
        }
    }

    private static void Put(Dictionary<string, List<uint>> into, string word, uint meaning)
    {
        if (!into.TryGetValue(word, out var meanings))
        {
            into[word] = meanings = [];
        }

        if (!meanings.Contains(meaning))
        {
            meanings.Add(meaning);
        }
    }
}
