using System.IO.Compression;

namespace UngPortal.Features.ServiceImports.Reading;

/// <summary>Unpacks a package, and stops where it grows beyond what a package can be.</summary>
public static class ZipPackage
{
    public const int EntriesMost = 40;
    public const int RatioMost = 100;
    public const long UnpackedMost = 200L * 1024 * 1024;
    private const int Chunk = 64 * 1024;
    private const int NameMost = 100;
    private const int FoldersMost = 4;

    // A short file of few words is packed smaller than any long one.
    private const int RatioMatters = 1024 * 1024;

    public static IReadOnlyList<PackageFile> Unpack(PackageFile file)
    {
        try
        {
            using var zip = new ZipArchive(new MemoryStream(file.Content, writable: false), ZipArchiveMode.Read);
            var entries = zip.Entries.Where(entry => !IsLeftAlone(entry.FullName)).ToList();
            if (zip.Entries.Count > EntriesMost * FoldersMost || entries.Count is 0 or > EntriesMost)
            {
                throw new UnreadablePackageException(entries.Count == 0 ? "Import_EmptyZip" : "Import_TooManyEntries", file.Name);
            }

            var left = UnpackedMost;
            List<PackageFile> files = [];
            foreach (var entry in entries)
            {
                if (!IsPlain(entry.FullName) || entry.Name.Length > NameMost || files.Exists(other => other.Name.Equals(entry.Name, StringComparison.OrdinalIgnoreCase)))
                {
                    throw new UnreadablePackageException("Import_NameWithPath", file.Name);
                }

                files.Add(new(entry.Name, Read(entry, ref left)));
            }

            return files;
        }
        catch (InvalidDataException)
        {
            throw new UnreadablePackageException("Import_BrokenZip", file.Name);
        }
    }

    /// <summary>Folders, and what a Mac puts beside each file.</summary>
    private static bool IsLeftAlone(string path) => path.EndsWith('/') || path.StartsWith("__MACOSX/", StringComparison.Ordinal) || path.EndsWith("/.DS_Store", StringComparison.Ordinal) || path == ".DS_Store";

    /// <summary>Whether the path leads nowhere but into folders of the package. Nothing of it is ever a path on a disk.</summary>
    private static bool IsPlain(string path) => path.Split('/') is { Length: <= FoldersMost } parts && parts.All(part => part.Length > 0 && part[0] != '.' && !part.AsSpan().ContainsAny('\\', ':') && !part.Any(char.IsControl));

    private static byte[] Read(ZipArchiveEntry entry, ref long left)
    {
        using var packed = entry.Open();
        // Room for all of it at once spares a copy, where what it says of its length can be true.
        using var content = new MemoryStream((int)Math.Clamp(Math.Min(entry.Length, entry.CompressedLength * RatioMost), 0, left));
        var chunk = new byte[Chunk];
        for (int read; (read = packed.Read(chunk)) > 0;)
        {
            content.Write(chunk, 0, read);
            left -= read;
            if (left < 0 || (content.Length > RatioMatters && content.Length > entry.CompressedLength * RatioMost))
            {
                throw new UnreadablePackageException("Import_ZipBomb", entry.Name);
            }
        }

        return content.Length == content.Capacity ? content.GetBuffer() : content.ToArray();
    }
}
