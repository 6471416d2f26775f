using System.Security.Cryptography;
using UngPortal.Platform.Data;

namespace UngPortal.Platform.Media;

/// <summary>Files that pages show, kept under the hash of their bytes: a name never changes its content, so browsers keep it for good.</summary>
public sealed class MediaFolder(DataFolder data)
{
    /// <summary>The address prefix of media.</summary>
    public const string UrlPrefix = "/media";

    private const int HashLength = 20;

    /// <summary>The folder on disk.</summary>
    public string Root { get; } = Directory.CreateDirectory(data.PathOf("media")).FullName;

    /// <summary>Copies a file in and returns its media name, e.g. <c>3f2a….svg</c>. Copying it again changes nothing.</summary>
    /// <exception cref="IOException">The disk is full or can't be written.</exception>
    public string Put(string path)
    {
        var bytes = File.ReadAllBytes(path);
        var name = Convert.ToHexStringLower(SHA256.HashData(bytes))[..HashLength] + Path.GetExtension(path).ToLowerInvariant();
        var target = Path.Combine(Root, name);
        if (!File.Exists(target))
        {
            var temporary = target + ".tmp";
            File.WriteAllBytes(temporary, bytes);
            File.Move(temporary, target, overwrite: true);
        }

        return name;
    }

    /// <summary>The address of a media name.</summary>
    public static string UrlOf(string name) => $"{UrlPrefix}/{name}";
}
