using System.IO.Compression;
using System.Security.Cryptography;
using UngPortal.Platform.Data;

namespace UngPortal.Platform.Media;

/// <summary>Files that pages show, kept under the hash of their bytes: a name never changes its content, so browsers keep it for good.</summary>
public sealed class MediaFolder(DataFolder data)
{
    /// <summary>The address prefix of media.</summary>
    public const string UrlPrefix = "/media";

    /// <summary>What the compressed copy of a drawing has after its name.</summary>
    internal const string Compressed = ".br";

    private const int HashLength = 20;

    /// <summary>The folder on disk.</summary>
    public string Root { get; } = Directory.CreateDirectory(data.PathOf("media")).FullName;

    /// <summary>Copies a file in and returns its media name, e.g. <c>3f2a….svg</c>. Copying it again changes nothing.</summary>
    /// <exception cref="IOException">The disk is full or can't be written.</exception>
    public string Put(string path)
    {
        var bytes = File.ReadAllBytes(path);
        var name = NameOf(bytes, Path.GetExtension(path).ToLowerInvariant());
        if (!Has(name))
        {
            Write(name, bytes);
        }

        return name;
    }

    /// <summary>The address of a media name.</summary>
    public static string UrlOf(string name) => $"{UrlPrefix}/{name}";

    internal static string NameOf(byte[] content, string extension) => Convert.ToHexStringLower(SHA256.HashData(content))[..HashLength] + extension;

    internal string PathOf(string name) => Path.Combine(Root, name);

    internal bool Has(string name) => File.Exists(PathOf(name)) && (!IsDrawing(name) || File.Exists(PathOf(name + Compressed)));

    /// <summary>Writes a file, and a drawing's compressed copy before it; several may write the same at once.</summary>
    /// <exception cref="IOException">The disk is full or can't be written.</exception>
    internal void Write(string name, byte[] bytes)
    {
        if (IsDrawing(name))
        {
            using var compressed = new MemoryStream();
            using (var brotli = new BrotliStream(compressed, CompressionLevel.SmallestSize, leaveOpen: true))
            {
                brotli.Write(bytes);
            }

            Place(name + Compressed, compressed.ToArray());
        }

        Place(name, bytes);
    }

    private static bool IsDrawing(string name) => name.EndsWith(".svg", StringComparison.Ordinal);

    private void Place(string name, byte[] bytes)
    {
        var temporary = PathOf(name + "." + Path.GetRandomFileName());
        File.WriteAllBytes(temporary, bytes);
        File.Move(temporary, PathOf(name), overwrite: true);
    }
}
