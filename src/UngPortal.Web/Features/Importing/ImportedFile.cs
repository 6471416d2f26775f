namespace UngPortal.Features.Importing;

/// <summary>What the last import read from one file, so that the next one knows what is new and what an editor has changed since.</summary>
public sealed class ImportedFile
{
    public const int PathMaxLength = 300;

    public int Id { get; private set; }

    public required string Path { get; init; }

    /// <summary>SHA-256 over the file and the files that belong to it, in hex.</summary>
    public string Fingerprint { get; private set; } = "";

    /// <summary>The version that the import left the row with; another version means that somebody has edited it.</summary>
    public int VersionLeft { get; private set; }

    public DateTime ImportedAt { get; private set; }

    public void Record(string fingerprint, int versionLeft, DateTime now)
    {
        Fingerprint = fingerprint;
        VersionLeft = versionLeft;
        ImportedAt = now;
    }
}
