using System.Globalization;
using System.Text;

namespace UngPortal.Features.Questions;

/// <summary>A text as a young person typed it, made fit for keeping without changing what it says.</summary>
public static class AskedText
{
    /// <summary>No sign that a reader sees needs more, two people kissing in their own skin colours included; stacked marks that hide a page do.</summary>
    private const int UnitsPerSign = 16;

    /// <summary>One kind of line break, no control signs, no empty space around. Signs newer than this program stay: phones have new emoji every year.</summary>
    public static string Clean(string? typed)
    {
        var text = (typed ?? "").ReplaceLineEndings("\n");
        var kept = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.Value is '\n' or '\t' || (Rune.GetUnicodeCategory(rune) is not UnicodeCategory.Control && !IsNoSign(rune.Value)))
            {
                kept.Append(rune.ToString());
            }
        }

        return kept.ToString().Trim();
    }

    /// <summary>The places that Unicode keeps free for programs' own use.</summary>
    private static bool IsNoSign(int value) => (value & 0xFFFE) == 0xFFFE || value is >= 0xFDD0 and <= 0xFDEF;

    /// <summary>How many signs a reader sees: an emoji family is one.</summary>
    public static int LengthOf(string text) => new StringInfo(text).LengthInTextElements;

    public static bool IsTooLong(string text, int most) => text.Length > most && (text.Length > most * UnitsPerSign || LengthOf(text) > most);
}
