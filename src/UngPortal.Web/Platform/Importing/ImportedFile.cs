namespace UngPortal.Platform.Importing;

/// <summary>What the last import read from one file, so that the next one knows what is new and what an editor has changed since.</summary>
public sealed class ImportedFile
{
    public const int PathMaxLength = 300;

    /// <summary>The version of what was never imported: it equals no row's version, so that the import never takes the row for its own.</summary>
    public const int NotImported = -1;

    public int Id { get; private set; }

    public required string Path { get; init; }

    /// <summary>SHA-256 over the file and the files that belong to it, in hex.</summary>
    public string Fingerprint { get; private set; } = "";

    /// <summary>The version that the import left the row with; another version means that somebody has edited it.</summary>
    public int VersionLeft { get; private set; } = NotImported;

    public DateTime ImportedAt { get; private set; }

    public void Record(string fingerprint, int versionLeft, DateTime now)
    {
        Fingerprint = fingerprint;
        VersionLeft = versionLeft;
        ImportedAt = now;
    }
}
