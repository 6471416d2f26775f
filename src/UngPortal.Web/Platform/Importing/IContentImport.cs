namespace UngPortal.Platform.Importing;

/// <summary>A feature's own part of the import, for content that is no publication.</summary>
public interface IContentImport
{
    Task RunAsync(string folder, ImportReport report, CancellationToken cancellationToken);
}
