using System.Buffers;
using System.Globalization;
using System.Text.RegularExpressions;

namespace UngPortal.Features.MediaLibrary.Uploading;

/// <summary>Whether a file's own name is one that people give files. It is never used for anything; one that plays tricks tells of the rest. Source: ASVS 5.0 V5.3.2.</summary>
internal static partial class UploadedName
{
    private const int MaxLength = 200;
    private static readonly SearchValues<char> Tricks = SearchValues.Create(@"/\:*?""<>|%");

    public static bool IsPlain(string name) =>
        name.Trim() is { Length: > 0 and <= MaxLength } && !name.AsSpan().ContainsAny(Tricks) && !name.Contains("..", StringComparison.Ordinal)
        && !name.Any(c => char.IsControl(c) || char.GetUnicodeCategory(c) is UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator)
        && !Device().IsMatch(name);

    /// <summary>Names that Windows takes for devices, whatever their ending.</summary>
    [GeneratedRegex(@"\A(?:CON|PRN|AUX|NUL|COM\d|LPT\d)(?:\.|\z)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 2_000)]
    private static partial Regex Device();
}
