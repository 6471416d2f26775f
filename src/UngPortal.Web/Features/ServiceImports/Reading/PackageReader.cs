namespace UngPortal.Features.ServiceImports.Reading;

/// <summary>Finds out what a package is, and takes it apart.</summary>
public static class PackageReader
{
    /// <summary>Every row of the package, in its order.</summary>
    /// <exception cref="UnreadablePackageException">None of it can be read.</exception>
    public static IReadOnlyList<PackageItem> Read(IReadOnlyList<PackageFile> uploaded)
    {
        var files = uploaded.Count == 1 && uploaded[0].Content is [(byte)'P', (byte)'K', 3 or 5, ..] ? ZipPackage.Unpack(uploaded[0]) : uploaded;
        if (files.Count > ZipPackage.EntriesMost)
        {
            throw new UnreadablePackageException("Import_TooManyEntries");
        }

        if (files.FirstOrDefault(file => file.Content.Length == 0) is { } empty)
        {
            throw new UnreadablePackageException("Import_EmptyFile", empty.Name);
        }

        if (files is [var only] && IsJson(only))
        {
            return JsonPackage.Read(only);
        }

        var tables = files.Where(file => file.Name.EndsWith(".csv", StringComparison.OrdinalIgnoreCase)).Select(file => CsvTable.Read(file.Name, FileText.Of(file))).ToList();
        return tables.Count == 0 ? throw new UnreadablePackageException("Import_NoTables")
            : tables is [var table] && OwnTable.Is(table) ? OwnTable.Read(table)
            : TablePackage.Join(tables);
    }

    private static bool IsJson(PackageFile file) =>
        file.Name.EndsWith(".json", StringComparison.OrdinalIgnoreCase) || file.Content.AsSpan().TrimStart(" \t\r\n"u8) is [(byte)'{' or (byte)'[', ..];
}
