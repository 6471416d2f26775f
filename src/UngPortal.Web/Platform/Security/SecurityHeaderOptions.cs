namespace UngPortal.Platform.Security;

/// <summary>The configuration section <c>SecurityHeaders</c>.</summary>
public sealed record SecurityHeaderOptions
{
    /// <summary>The section's name.</summary>
    public const string Section = "SecurityHeaders";

    /// <summary>The names of the Trusted Types policies our scripts make, or <c>'none'</c>.</summary>
    public string TrustedTypes { get; init; } = "portal";
}
