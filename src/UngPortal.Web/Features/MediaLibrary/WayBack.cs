using System.Text.RegularExpressions;

namespace UngPortal.Features.MediaLibrary;

/// <summary>The staff page from which somebody came to upload a picture for it.</summary>
public static partial class WayBack
{
    public const int MaxLength = 80;

    /// <summary>The path, such as <c>/admin/verktoy/7/skjermbilder</c>; null for anything that is no plain path of the desk.</summary>
    public static string? Read(string? text) => text is { Length: <= MaxLength } && Plain().IsMatch(text) ? text : null;

    [GeneratedRegex(@"\A/admin(?:/[a-z0-9-]+)+\z", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 2_000)]
    private static partial Regex Plain();
}
