using System.Globalization;
using System.Text.RegularExpressions;

namespace UngPortal.Kernel;

/// <summary>An inclusive span of whole years, written <c>13-15</c>.</summary>
/// <remarks>Which bands exist is configuration (product/principles.md, "Age bands").</remarks>
public sealed partial record AgeBand(int From, int To)
{
    /// <summary>The key used in files, cookies and forms: <c>13-15</c>.</summary>
    public string Key => $"{From}-{To}";

    /// <summary>The written form with an en dash: <c>13–15</c>.</summary>
    public string Label => $"{From}–{To}";

    /// <summary>Reads a key; false for anything else than two ascending ages from 0 to 99.</summary>
    public static bool TryParse(string? key, out AgeBand band)
    {
        band = new AgeBand(0, 0);
        var match = KeyPattern().Match(key ?? "");
        if (!match.Success)
        {
            return false;
        }

        band = new AgeBand(int.Parse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture), int.Parse(match.Groups[2].ValueSpan, CultureInfo.InvariantCulture));
        return band.From <= band.To;
    }

    /// <inheritdoc />
    public override string ToString() => Key;

    [GeneratedRegex("^([0-9]{1,2})-([0-9]{1,2})$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 2_000)]
    private static partial Regex KeyPattern();
}
