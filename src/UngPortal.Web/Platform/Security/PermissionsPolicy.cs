namespace UngPortal.Platform.Security;

/// <summary>The values of Permissions-Policy: what reaches a device, a place or a purse is closed; the rest is our own scripts' alone by default. Short, since it goes with every response, and only names that every Chromium knows: it writes an error for any other.</summary>
internal static class PermissionsPolicy
{
    private static readonly string[] Closable =
    [
        "browsing-topics", "camera", "display-capture", "geolocation", "hid", "microphone", "midi", "payment", "serial", "usb",
    ];

    public static string Closed { get; } = Text([]);

    public static string WithCamera { get; } = Text(["camera", "microphone"]);

    public static string WithPosition { get; } = Text(["geolocation"]);

    private static string Text(string[] open) =>
        string.Join(", ", Closable.Select(name => open.Contains(name) ? $"{name}=(self)" : $"{name}=()"));
}
