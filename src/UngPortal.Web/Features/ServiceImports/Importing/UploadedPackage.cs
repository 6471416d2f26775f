using UngPortal.Features.ServiceImports.Reading;

namespace UngPortal.Features.ServiceImports.Importing;

/// <summary>Reads what was sent: the web server has it on disk until the request ends, and nothing of it is kept.</summary>
internal static class UploadedPackage
{
    public const string Field = "Filer";
    private const int NameMost = 100;

    public static async Task<IReadOnlyList<PackageFile>> ReadAsync(IFormFileCollection sent, CancellationToken cancellationToken)
    {
        var files = sent.Where(file => file.Name == Field && file.FileName.Length > 0).ToList();
        if (files.Count is 0 or > ZipPackage.EntriesMost)
        {
            throw new UnreadablePackageException(files.Count == 0 ? "Import_NoFile" : "Import_TooManyEntries");
        }

        if (files.Sum(file => file.Length) > PackageLimitAttribute.BytesMost)
        {
            throw new UnreadablePackageException("Import_TooLarge");
        }

        List<PackageFile> read = [];
        foreach (var file in files)
        {
            var name = file.FileName;
            if (name.Length > NameMost || name.AsSpan().ContainsAny('/', '\\', ':') || name.Any(char.IsControl) || read.Exists(other => other.Name == name))
            {
                throw new UnreadablePackageException("Import_NameWithPath", read.Count.ToString(System.Globalization.CultureInfo.InvariantCulture));
            }

            var content = new byte[file.Length];
            await using var opened = file.OpenReadStream();
            await opened.ReadExactlyAsync(content, cancellationToken);
            read.Add(new(name, content));
        }

        return read;
    }
}
