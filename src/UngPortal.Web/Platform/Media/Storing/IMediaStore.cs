namespace UngPortal.Platform.Media.Storing;

/// <summary>Where uploaded media lies: a folder, or an S3-compatible store when configuration names one. A name never changes its content.</summary>
public interface IMediaStore
{
    /// <summary>Stores a file's bytes under the name.</summary>
    /// <exception cref="IOException">The store can't be written; nothing lies under the name.</exception>
    Task PutAsync(MediaName name, string path, CancellationToken cancellationToken);

    /// <summary>How many bytes lie under the name; null when none do.</summary>
    /// <exception cref="IOException">The store can't be asked.</exception>
    Task<long?> LengthAsync(MediaName name, CancellationToken cancellationToken);

    /// <summary>Opens a part of what lies under the name, from an offset inside it.</summary>
    /// <exception cref="IOException">The store can't be read, or nothing lies there.</exception>
    Task<Stream> ReadAsync(MediaName name, long offset, long length, CancellationToken cancellationToken);

    /// <summary>Deletes what lies under the name; nothing happens when nothing does.</summary>
    /// <exception cref="IOException">The store can't be written.</exception>
    Task DeleteAsync(MediaName name, CancellationToken cancellationToken);

    /// <summary>Everything that was stored before the time, UTC.</summary>
    /// <exception cref="IOException">The store can't be asked.</exception>
    IAsyncEnumerable<MediaName> StoredBeforeAsync(DateTime time, CancellationToken cancellationToken);
}
