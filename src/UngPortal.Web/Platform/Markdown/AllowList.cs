using System.Buffers;
using System.Globalization;
using System.Text.RegularExpressions;

namespace UngPortal.Platform.Markdown;

/// <summary>All that may leave a Markdown text: elements with their attributes, class names, and the shapes of links.</summary>
/// <remarks>Source of the rule: quality.md, "Security". Whatever is not named here is removed.</remarks>
public static partial class AllowList
{
    /// <summary>What every heading's id starts with, so that no heading can take the name of something the browser or the page knows.</summary>
    public const string IdPrefix = "del-";

    private static readonly SearchValues<char> NeverInUrl = SearchValues.Create("\\\"'<>`^{}|");
    private static readonly string[] None = [];

    /// <summary>The elements, each with the attributes it may carry.</summary>
    public static readonly IReadOnlyDictionary<string, string[]> Elements = new Dictionary<string, string[]>(StringComparer.Ordinal)
    {
        ["h2"] = ["id"],
        ["h3"] = ["id"],
        ["h4"] = ["id"],
        ["p"] = ["class"],
        ["ul"] = None,
        ["ol"] = ["start"],
        ["li"] = None,
        ["strong"] = None,
        ["em"] = None,
        ["del"] = None,
        ["a"] = ["href"],
        ["br"] = None,
        ["hr"] = None,
        ["blockquote"] = ["class"],
        ["code"] = None,
        ["pre"] = None,
        ["table"] = ["tabindex"],
        ["thead"] = None,
        ["tbody"] = None,
        ["tr"] = None,
        ["th"] = None,
        ["td"] = None,
        ["aside"] = ["class"],
        ["details"] = ["class"],
        ["summary"] = None,
        ["div"] = ["class"],
        ["portal-embed"] = ["data-kind", "data-key"],
        ["portal-ref"] = ["data-kind", "data-key"],
    };

    /// <summary>The class names that our own containers write.</summary>
    public static readonly IReadOnlySet<string> Classes =
        new HashSet<string>(StringComparer.Ordinal) { "fact-box", "fact-box__title", "quote", "accordion", "accordion__body" };

    /// <summary>The schemes of absolute links.</summary>
    public static readonly IReadOnlySet<string> Schemes = new HashSet<string>(StringComparer.OrdinalIgnoreCase) { "https", "mailto", "tel" };

    /// <summary>Whether a link may stay: a path or fragment on this site, or https, mailto or tel in full; never <c>//host</c>, a backslash or an invisible character.</summary>
    public static bool IsAllowed(string url)
    {
        if (url.Length == 0 || url.AsSpan().ContainsAny(NeverInUrl) || !url.All(MayStandInUrl))
        {
            return false;
        }

        return url[0] switch
        {
            '#' => true,
            '/' => !url.Split('?', '#')[0].Contains("//", StringComparison.Ordinal),
            _ => IsAllowedAbsolute(url),
        };
    }

    /// <summary>Whether an attribute that the element may carry has a value of the right shape.</summary>
    public static bool IsAllowed(string attribute, string value) => attribute switch
    {
        "href" => IsAllowed(value),
        "id" => value.StartsWith(IdPrefix, StringComparison.Ordinal) && Kernel.Slug.IsValid(value[IdPrefix.Length..]),
        "class" => Classes.Contains(value),
        "data-kind" or "data-key" => Kernel.Slug.IsValid(value),
        "tabindex" => value == "0",
        "start" => value.Length <= 9 && value.All(char.IsAsciiDigit),
        _ => false,
    };

    private static bool IsAllowedAbsolute(string url)
    {
        var colon = url.IndexOf(':', StringComparison.Ordinal);
        return (colon < 0 ? "" : url[..colon].ToLowerInvariant()) switch
        {
            "https" => Uri.TryCreate(url, UriKind.Absolute, out var address) && HttpsStart().IsMatch(url)
                && address.UserInfo.Length == 0 && address.Host.All(char.IsAscii),
            "mailto" => MailAddress().IsMatch(url[(colon + 1)..]),
            "tel" => PhoneNumber().IsMatch(url[(colon + 1)..]),
            _ => false,
        };
    }

    private static bool MayStandInUrl(char c) =>
        c is > ' ' and < '\u007F'
        || (c > '\u007F' && char.IsLetterOrDigit(c) && char.GetUnicodeCategory(c) is not UnicodeCategory.ModifierLetter);

    [GeneratedRegex(@"^https://[a-z0-9][a-z0-9.-]*(?::\d{1,5})?(?:[/?#]|\z)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 2_000)]
    private static partial Regex HttpsStart();

    [GeneratedRegex(@"^[\w.+-]{1,64}@[a-z0-9-]+(?:\.[a-z0-9-]+)+\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 2_000)]
    private static partial Regex MailAddress();

    [GeneratedRegex(@"^\+?[0-9]{3,15}\z", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 2_000)]
    private static partial Regex PhoneNumber();
}
