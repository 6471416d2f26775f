using System.Globalization;

namespace UngPortal.Kernel;

/// <summary>A language of the site: <c>nb</c> (default, no address prefix), <c>nn</c>, <c>en</c>, and any that configuration adds.</summary>
/// <remarks>Source of the rule: product/principles.md, "Languages".</remarks>
public sealed record Language
{
    /// <summary>The default language; every text exists in it.</summary>
    public static readonly Language Bokmal = new("nb", "nb-NO");

    /// <summary>Creates a language from its two-letter code and its .NET culture name.</summary>
    public Language(string code, string cultureName)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(code);
        Code = code;
        Culture = CultureInfo.GetCultureInfo(cultureName);
    }

    /// <summary>The two-letter code, also the value of <c>lang</c> in HTML.</summary>
    public string Code { get; }

    /// <summary>The culture that formats dates and numbers.</summary>
    public CultureInfo Culture { get; }

    /// <summary>Whether this is the language without an address prefix.</summary>
    public bool IsDefault => Code == Bokmal.Code;

    /// <summary>The address prefix: empty for bokmål, else <c>/nn</c>, <c>/en</c>.</summary>
    public string PathPrefix => IsDefault ? "" : "/" + Code;

    /// <summary>A date in words as the language writes it: <c>23. november 2026</c>, <c>23 November 2026</c>.</summary>
    public string Date(DateOnly date) => date.ToString($"{Culture.DateTimeFormat.MonthDayPattern} yyyy", Culture);

    /// <summary>Two languages are equal when their codes are.</summary>
    public bool Equals(Language? other) => other is not null && other.Code == Code;

    /// <inheritdoc />
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Code);

    /// <inheritdoc />
    public override string ToString() => Code;
}
