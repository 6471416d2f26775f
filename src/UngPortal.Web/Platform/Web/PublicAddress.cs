using System.ComponentModel.DataAnnotations;

namespace UngPortal.Platform.Web;

/// <summary>The configuration section <c>Site</c>: what the site calls itself to the world. Absolute addresses come from here, never from the Host header.</summary>
public sealed record PublicAddress
{
    /// <summary>The section's name.</summary>
    public const string Section = "Site";

    /// <summary>Scheme and host without a final slash, e.g. <c>https://ungportal.no</c>.</summary>
    [Required, Url]
    public string Origin { get; init; } = "http://localhost:5000";

    /// <summary>Where "Forlat siden" leads.</summary>
    [Required, Url]
    public string ExitTo { get; init; } = "https://www.yr.no/";

    /// <summary>Whether cookies carry the <c>__Host-</c> prefix and Secure; only plain http on localhost turns it off.</summary>
    public bool SecureCookies { get; init; } = true;

    /// <summary>The absolute address of a path.</summary>
    public string Absolute(string path) => Origin + path;

    /// <summary>The full name of a cookie, e.g. <c>__Host-alder</c>.</summary>
    public string CookieName(string name) => SecureCookies ? $"__Host-{name}" : name;
}
