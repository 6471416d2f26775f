namespace UngPortal.Testing;

/// <summary>Where things lie in the checkout that the tests run from.</summary>
public static class Repository
{
    /// <summary>The folder of UngPortal.sln.</summary>
    public static string Root { get; } = Find();

    /// <summary>The shipped starter content.</summary>
    public static string Content { get; } = Path.Combine(Root, "content");

    /// <summary>The web project.</summary>
    public static string Web { get; } = Path.Combine(Root, "src", "UngPortal.Web");

    private static string Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "UngPortal.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("UngPortal.sln is in no folder above the tests.");
    }
}
