namespace UngPortal.Features.SelfHelpTools;

/// <summary>Addresses that lead off the site.</summary>
public static class ToolAddress
{
    /// <summary>Whether it is an https address that says where it leads.</summary>
    public static bool IsSafe(string address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme == Uri.UriSchemeHttps && uri.UserInfo.Length == 0 && uri.Host.Contains('.', StringComparison.Ordinal);

    /// <summary>The host as people say it.</summary>
    public static string HostOf(string address) => new Uri(address).IdnHost.Replace("www.", "", StringComparison.Ordinal);
}
