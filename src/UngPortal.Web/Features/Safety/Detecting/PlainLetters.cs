using System.Buffers;
using System.Globalization;
using System.Text;

namespace UngPortal.Features.Safety.Detecting;

/// <summary>Takes away what hides letters: look-alikes of other alphabets and styles, invisible characters, broken surrogates.</summary>
internal static class PlainLetters
{
    private const string Cyrillic = "авекмнорстухіјѕ";
    private const string Latin = "abekmhopctyxijs";

    private static readonly SearchValues<char> Simple =
        SearchValues.Create([.. Enumerable.Range(' ', '~' - ' ' + 1).Select(c => (char)c), .. "\t\n\ræøåÆØÅ"]);

    public static string Of(string text) => text.AsSpan().ContainsAnyExcept(Simple) ? Cleaned(text) : text;

    private static string Cleaned(string text)
    {
        var whole = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            // A lone surrogate comes as U+FFFD.
            if (rune == Rune.ReplacementChar || IsInvisible(rune))
            {
                continue;
            }

            whole.Append(rune.ToString());
        }

        var plain = new StringBuilder(whole.Length);
        foreach (var c in whole.ToString().Normalize(NormalizationForm.FormKC))
        {
            Append(plain, c);
        }

        return plain.ToString();
    }

    private static bool IsInvisible(Rune rune) => rune.Value is not ('\n' or '\r' or '\t')
        && (Rune.GetUnicodeCategory(rune) is UnicodeCategory.Format or UnicodeCategory.Control or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned
            || rune.Value is >= 0xfe00 and <= 0xfe0f or >= 0x1f3fb and <= 0x1f3ff);

    private static void Append(StringBuilder plain, char c)
    {
        if (c <= '~' || char.IsSurrogate(c) || "æøåÆØÅ".Contains(c, StringComparison.Ordinal))
        {
            plain.Append(c);
            return;
        }

        switch (char.ToLowerInvariant(c))
        {
            case 'ä':
                plain.Append('æ');
                break;
            case 'ö':
                plain.Append('ø');
                break;
            case var lower when Cyrillic.IndexOf(lower, StringComparison.Ordinal) is var at and >= 0:
                plain.Append(Latin[at]);
                break;
            case var lower when char.IsLetter(lower):
                foreach (var part in lower.ToString().Normalize(NormalizationForm.FormKD).Where(part => CharUnicodeInfo.GetUnicodeCategory(part) != UnicodeCategory.NonSpacingMark))
                {
                    plain.Append(part);
                }

                break;
            case var lower when CharUnicodeInfo.GetUnicodeCategory(lower) != UnicodeCategory.NonSpacingMark:
                plain.Append(lower);
                break;
        }
    }
}
