namespace UngPortal.Platform.Security;

/// <summary>The values of Permissions-Policy.</summary>
internal static class PermissionsPolicy
{
    private static readonly string[] Closable =
    [
        "accelerometer", "autoplay", "bluetooth", "browsing-topics", "camera", "display-capture", "encrypted-media", "gamepad", "geolocation", "gyroscope",
        "hid", "identity-credentials-get", "idle-detection", "local-fonts", "magnetometer", "microphone", "midi", "otp-credentials", "payment",
        "publickey-credentials-create", "publickey-credentials-get", "screen-wake-lock", "serial", "storage-access", "usb", "web-share",
        "window-management", "xr-spatial-tracking",
    ];

    /// <summary>What any page may use: passkeys at the staff's door, a screen that stays lit in a chat, and the device's own way to share.</summary>
    private static readonly string[] Own = ["publickey-credentials-create", "publickey-credentials-get", "screen-wake-lock", "web-share"];

    public static string Closed { get; } = Text([]);

    public static string WithCamera { get; } = Text(["camera", "microphone", "autoplay"]);

    private static string Text(string[] open) =>
        string.Join(", ", Closable.Select(name => Own.Contains(name) || open.Contains(name) ? $"{name}=(self)" : $"{name}=()"));
}
