using Microsoft.Extensions.Options;

namespace UngPortal.Platform.Data;

/// <summary>The folder for what the site writes: database file, search index, media and last good copies.</summary>
public sealed class DataFolder(IOptions<DataFolder.Settings> settings, IHostEnvironment environment)
{
    /// <summary>The folder's full path.</summary>
    public string Root { get; } = Path.GetFullPath(settings.Value.Path, environment.ContentRootPath);

    /// <summary>The full path of a file or folder in it; the parent folder is created.</summary>
    public string PathOf(params string[] parts)
    {
        var path = Path.Combine([Root, .. parts]);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        return path;
    }

    /// <summary>The configuration section <c>DataFolder</c>.</summary>
    public sealed record Settings
    {
        /// <summary>Absolute, or relative to the web project.</summary>
        public string Path { get; init; } = "App_Data";
    }
}
