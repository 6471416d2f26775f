using System.Globalization;
using System.Text;

namespace UngPortal.Platform.Words;

/// <summary>A word of a text: where it stands, its lower-case form with only the accents of æ, ø and å, and whether a hyphen ties it to the next.</summary>
internal readonly record struct Word(int Start, int Length, string Text, bool JoinsNext)
{
    public const int MaxLength = 64;

    public static List<Word> In(string text, int limit = int.MaxValue)
    {
        var words = new List<Word>();
        var form = new StringBuilder();
        var start = -1;
        for (var i = 0; i <= text.Length && words.Count < limit; i++)
        {
            var c = i < text.Length ? text[i] : ' ';
            if (IsPart(c) || (start >= 0 && IsInside(c) && i + 1 < text.Length && char.IsLetter(text[i + 1])))
            {
                start = start < 0 ? i : start;
                Append(form, c);
            }
            else if (start >= 0)
            {
                if (form.Length is > 0 and <= MaxLength)
                {
                    words.Add(new Word(start, i - start, form.ToString(), c is '-' or '\u2010' or '\u2011' && i + 1 < text.Length && IsPart(text[i + 1])));
                }

                form.Clear();
                start = -1;
            }
        }

        return words;
    }

    /// <summary>The form without æ, ø and å, however they were written.</summary>
    public static string Fold(string word)
    {
        var folded = new StringBuilder(word.Length);
        for (var i = 0; i < word.Length; i++)
        {
            var next = i + 1 < word.Length ? word[i + 1] : ' ';
            var c = word[i] switch { 'æ' or 'å' => 'a', 'ø' => 'o', var other => other };
            folded.Append(c);
            i += (word[i], next) is ('a', 'a' or 'e') or ('o', 'e') ? 1 : 0;
        }

        return folded.ToString();
    }

    public static bool HasNordicLetter(string word) => word.AsSpan().ContainsAny('æ', 'ø', 'å');

    private static bool IsPart(char c) => char.IsLetterOrDigit(c) || c is >= '\u0300' and <= '\u036f';

    private static bool IsInside(char c) => c is '\'' or '\u2019' or '\u00ad';

    private static void Append(StringBuilder form, char c)
    {
        if (c is '\u030a' or '\u0308' && form.Length > 0)
        {
            form[^1] = (form[^1], c) switch { ('a', '\u030a') => 'å', ('a', _) => 'æ', ('o', '\u0308') => 'ø', var (other, _) => other };
            return;
        }

        if (c is >= '\u0300' and <= '\u036f' || IsInside(c))
        {
            return;
        }

        var lower = char.ToLowerInvariant(c) switch { 'ä' => 'æ', 'ö' => 'ø', var other => other };
        if (lower is < '\u0080' or 'æ' or 'ø' or 'å' or > '\u024f')
        {
            form.Append(lower);
            return;
        }

        foreach (var part in lower.ToString().Normalize(NormalizationForm.FormKD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(part) != UnicodeCategory.NonSpacingMark)
            {
                form.Append(part);
            }
        }
    }
}
