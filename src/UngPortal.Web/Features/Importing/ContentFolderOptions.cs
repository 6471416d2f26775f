namespace UngPortal.Features.Importing;

/// <summary>The configuration section <c>Content</c>.</summary>
public sealed record ContentFolderOptions
{
    public const string Section = "Content";

    /// <summary>The folder of starter content: absolute, or relative to the web project.</summary>
    public string Folder { get; init; } = "../../content";

    /// <summary>Whether start-up imports what is new or changed.</summary>
    public bool ImportAtStart { get; init; } = true;

    /// <summary>The folder's full path.</summary>
    public string PathIn(IHostEnvironment environment) => Path.GetFullPath(Folder, environment.ContentRootPath);
}
