namespace UngPortal.Features.MediaLibrary;

/// <summary>Tells whether a stored file that was replaced is needed still; each feature whose texts show media has one.</summary>
public interface IMediaNeed
{
    /// <summary>Whether a text names the file.</summary>
    Task<bool> NamesAsync(string name, CancellationToken cancellationToken);
}
