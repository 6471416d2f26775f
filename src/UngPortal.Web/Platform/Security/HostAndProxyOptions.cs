using System.ComponentModel.DataAnnotations;

namespace UngPortal.Platform.Security;

/// <summary>The configuration section <c>HostAndProxy</c>.</summary>
public sealed record HostAndProxyOptions
{
    /// <summary>The section's name.</summary>
    public const string Section = "HostAndProxy";

    /// <summary>The address the world knows, e.g. <c>https://ungportal.example</c>; empty: the one that was asked for.</summary>
    [RegularExpression("^(https?://[^/]+)?$", ErrorMessage = "HostAndProxy:PublicOrigin is a scheme and a host, without a slash at the end.")]
    public string PublicOrigin { get; init; } = "";

    /// <summary>Addresses of proxies whose X-Forwarded-For and X-Forwarded-Proto are believed; none by default.</summary>
    public string[] KnownProxies { get; init; } = [];

    /// <summary>The same for networks, e.g. <c>10.0.0.0/8</c>.</summary>
    public string[] KnownNetworks { get; init; } = [];

    /// <summary>Whether any proxy is believed.</summary>
    public bool HasProxy => KnownProxies.Length + KnownNetworks.Length > 0;
}
