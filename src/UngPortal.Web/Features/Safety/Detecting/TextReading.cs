using System.Text;

namespace UngPortal.Features.Safety.Detecting;

/// <summary>Cuts a text into words, and sees where sentences, their parts and quotations begin.</summary>
internal sealed class TextReading
{
    private const int MaxLength = 64;

    private readonly List<TextWord> words = [];
    private readonly StringBuilder word = new();
    private readonly string text;
    private bool beginsSentence = true;
    private bool beginsClause = true;
    private bool isQuoted;

    private TextReading(string text) => this.text = text;

    public static List<TextWord> WordsOf(string text)
    {
        var reading = new TextReading(PlainLetters.Of(text));
        reading.Read();
        return LooseLetters.Join(ShortSentences.Join(reading.words));
    }

    private void Read()
    {
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (char.IsAsciiLetterOrDigit(c) || char.IsLetter(c))
            {
                word.Append(char.ToLowerInvariant(c));
            }
            else if (word.Length > 0 && IsLetter(i + 1) && Inside(c, i) is { } inside)
            {
                word.Append(inside);
            }
            else
            {
                End();
                i += Separate(i);
            }
        }

        End();
    }

    /// <summary>What a sign between two letters stands for: an apostrophe for nothing, a star for any letter.</summary>
    private string? Inside(char c, int at) => c switch
    {
        '\'' or '\u2019' or '`' or '\u00b4' => "",
        '*' or '#' => "*",
        '@' when char.IsLetter(text[at - 1]) => "a",
        '$' => "s",
        _ => null,
    };

    private bool IsLetter(int at) => at < text.Length && (char.IsLetterOrDigit(text[at]) || (text[at] is '*' or '#' && at + 1 < text.Length && char.IsLetter(text[at + 1])));

    private void End()
    {
        if (word.Length is > 0 and <= MaxLength)
        {
            Add(Leet.Read(word.ToString()));
        }

        word.Clear();
    }

    private void Add(string found)
    {
        words.Add(new TextWord(found, beginsSentence, beginsClause, isQuoted));
        beginsSentence = beginsClause = false;
    }

    /// <summary>How many more characters belong to what separates here.</summary>
    private int Separate(int at)
    {
        switch (text[at])
        {
            case '.' or '!' or '?':
                return EndSentence(at);
            case '\n':
                beginsClause = true;
                beginsSentence |= at > 0 && text[at - 1] == '\n' || at > 1 && text[at - 1] == '\r' && text[at - 2] == '\n';
                break;
            case '"' or '«' or '»' or '“' or '”' or '„':
                isQuoted = text[at] switch { '«' or '“' or '„' => true, '»' or '”' => false, _ => !isQuoted };
                beginsClause = true;
                break;
            case ',' or ';' or ':' or '(' or ')' or '–' or '—' or '…' or '/':
                beginsClause = true;
                break;
            case var high when char.IsHighSurrogate(high) && at + 1 < text.Length:
                Add(text.Substring(at, 2));
                return 1;
            case >= '\u2600' and <= '\u27bf':
                Add(text[at].ToString());
                break;
        }

        return 0;
    }

    // Dots in a row are a pause; a dot inside a word is no end.
    private int EndSentence(int at)
    {
        var end = at;
        while (end + 1 < text.Length && (text[end + 1] is '.' or '!' or '?'))
        {
            end++;
        }

        var mark = text.AsSpan(at, end - at + 1);
        beginsClause = true;
        beginsSentence |= mark.ContainsAny('!', '?') || (mark.Length == 1 && (end + 1 == text.Length || !char.IsLetterOrDigit(text[end + 1])));
        return end - at;
    }
}
