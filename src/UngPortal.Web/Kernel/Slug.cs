using System.Globalization;
using System.Text;

namespace UngPortal.Kernel;

/// <summary>The readable part of an address: lower-case a–z, digits and single hyphens, at most <see cref="MaxLength"/> characters.</summary>
public static class Slug
{
    /// <summary>The longest slug, in characters.</summary>
    public const int MaxLength = 100;

    /// <summary>Whether the text is a slug as it stands.</summary>
    public static bool IsValid(string? text) =>
        text is { Length: > 0 and <= MaxLength }
        && text[0] != '-' && text[^1] != '-'
        && !text.Contains("--", StringComparison.Ordinal)
        && text.All(c => c is (>= 'a' and <= 'z') or (>= '0' and <= '9') or '-');

    /// <summary>Makes a slug of a title: æ, ø and å become ae, o and a; other accents fall off. May be empty.</summary>
    public static string From(string title)
    {
        ArgumentNullException.ThrowIfNull(title);
        var slug = new StringBuilder(title.Length);
        foreach (var c in title.ToLowerInvariant().Replace("æ", "ae", StringComparison.Ordinal).Replace('ø', 'o').Normalize(NormalizationForm.FormD))
        {
            if (c is (>= 'a' and <= 'z') or (>= '0' and <= '9'))
            {
                slug.Append(c);
            }
            else if (CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark && slug.Length > 0 && slug[^1] != '-')
            {
                slug.Append('-');
            }
        }

        return slug.ToString(0, Math.Min(slug.Length, MaxLength)).TrimEnd('-');
    }
}
