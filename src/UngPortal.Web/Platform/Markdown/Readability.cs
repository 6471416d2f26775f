namespace UngPortal.Platform.Markdown;

/// <summary>LIX = words / sentences + 100 × (words of seven letters or more) / words; headings, list items and paragraphs end a sentence.</summary>
/// <remarks>Source of the formula: quality.md, "Accessibility and language".</remarks>
public sealed record Readability(int Words, int LongWords, int Sentences)
{
    private const int LongWord = 7;
    private static readonly char[] Separators = [' ', '\t', '\n', '\r', '\u00A0', '\u202F', '/', '–', '—'];
    private static readonly char[] Closers = ['"', '\'', '»', '”', '“', '’', ')', ']', '…'];

    /// <summary>The readability figure, rounded; 0 for an empty text.</summary>
    public int Lix => Words == 0 ? 0 : (int)Math.Round((double)Words / Math.Max(1, Sentences) + 100.0 * LongWords / Words, MidpointRounding.AwayFromZero);

    /// <summary>Counts blocks of plain text; each block ends a sentence.</summary>
    public static Readability Of(IEnumerable<string> blocks)
    {
        int words = 0, longWords = 0, sentences = 0;
        foreach (var block in blocks)
        {
            var open = false;
            foreach (var token in block.Split(Separators, StringSplitOptions.RemoveEmptyEntries))
            {
                var letters = token.Count(char.IsLetterOrDigit);
                if (letters > 0)
                {
                    words++;
                    longWords += token.Count(char.IsLetter) >= LongWord ? 1 : 0;
                    open = true;
                }

                if (open && token.TrimEnd(Closers) is [.., '.' or '!' or '?' or ':'])
                {
                    sentences++;
                    open = false;
                }
            }

            sentences += open ? 1 : 0;
        }

        return new Readability(words, longWords, sentences);
    }
}
