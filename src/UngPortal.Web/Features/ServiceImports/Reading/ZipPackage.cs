using System.IO.Compression;

namespace UngPortal.Features.ServiceImports.Reading;

/// <summary>Unpacks a package, and stops where it grows beyond what a package can be.</summary>
public static class ZipPackage
{
    public const int EntriesMost = 40;
    public const int RatioMost = 100;
    public const long UnpackedMost = 200L * 1024 * 1024;
    private const int Chunk = 64 * 1024;

    // A short file of few words is packed smaller than any long one.
    private const int RatioMatters = 1024 * 1024;

    public static IReadOnlyList<PackageFile> Unpack(PackageFile file)
    {
        try
        {
            using var zip = new ZipArchive(new MemoryStream(file.Content, writable: false), ZipArchiveMode.Read);
            if (zip.Entries.Count is 0 or > EntriesMost)
            {
                throw new UnreadablePackageException(zip.Entries.Count == 0 ? "Import_EmptyZip" : "Import_TooManyEntries", file.Name);
            }

            var left = UnpackedMost;
            List<PackageFile> files = [];
            foreach (var entry in zip.Entries)
            {
                if (entry.FullName != entry.Name || entry.Name.Length is 0 or > 100 || entry.Name.AsSpan().ContainsAny('\\', ':', '\0') || entry.Name[0] == '.')
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

    private static byte[] Read(ZipArchiveEntry entry, ref long left)
    {
        using var packed = entry.Open();
        using var content = new MemoryStream();
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

        return content.ToArray();
    }
}
