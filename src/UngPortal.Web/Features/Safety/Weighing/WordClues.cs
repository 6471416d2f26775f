using UngPortal.Features.Safety.Detecting;

namespace UngPortal.Features.Safety.Weighing;

/// <summary>The clues that the words of a text give: pieces of a word, the word, and the word with those before it in its sentence.</summary>
internal static class WordClues
{
    private const int MaxLength = 24;
    private const int ShortGram = 4;
    private const int LongGram = 5;

    private static readonly uint Start = Clue.Of('^', "");

    /// <summary>Calls back with the place of a word and a clue.</summary>
    public static void Read(IReadOnlyList<TextWord> words, Action<int, uint> found)
    {
        var (before, last) = (Start, Start);
        for (var i = 0; i < words.Count; i++)
        {
            if (words[i].BeginsSentence)
            {
                before = last = Start;
            }

            var text = words[i].Text.Length > MaxLength ? words[i].Text[..MaxLength] : words[i].Text;
            var folded = Spelling.Folded(text);
            var word = Clue.Of('w', folded);
            var pair = Clue.Of('2', last, word);
            Grams(folded, i, found);
            found(i, word);
            found(i, pair);
            found(i, Clue.Of('3', before, pair));
            found(i, Clue.Of('j', before, word));
            (before, last) = (last, word);
        }
    }

    private static void Grams(string word, int at, Action<int, uint> found)
    {
        Span<char> bounded = stackalloc char[word.Length + 2];
        bounded[0] = bounded[^1] = ' ';
        word.CopyTo(bounded[1..]);
        for (var length = ShortGram; length <= LongGram; length++)
        {
            for (var from = 0; from + length <= bounded.Length; from++)
            {
                found(at, Clue.Of('l', bounded.Slice(from, length)));
            }
        }
    }
}
