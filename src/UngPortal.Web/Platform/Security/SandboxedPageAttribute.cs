namespace UngPortal.Platform.Security;

/// <summary>Marks a page on which somebody else's script runs: shut in an origin that is nobody's, from where no cookie, no storage and no other page of the site can be reached.</summary>
/// <remarks>Such a page can't be kept by the page cache, which answers before anybody knows what page it is.</remarks>
/// <param name="connects">The path, with all below it, that its scripts may ask.</param>
[AttributeUsage(AttributeTargets.Class)]
public sealed class SandboxedPageAttribute(string connects) : Attribute
{
    /// <summary>Where the scripts, styles and pictures lie that such pages may load; they have nothing else.</summary>
    public const string Folder = "/assets/sandbox";

    /// <summary>The path, with all below it, that its scripts may ask.</summary>
    public string Connects { get; } = connects;
}
