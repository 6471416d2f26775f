using UngPortal.Platform.Data;
using UngPortal.Platform.Media.Storing;

namespace UngPortal.Features.MediaLibrary.Films.Uploading;

/// <summary>The bytes of films on their way in, one file each in the data folder that all nodes share. They stay until the film is made.</summary>
public sealed class FilmUploads(DataFolder data)
{
    private const string Folder = "film-uploads";
    private const int BufferSize = 81_920;

    /// <summary>The names of the films that have bytes here, last written before the time.</summary>
    public IEnumerable<string> WrittenBefore(DateTime time) => new DirectoryInfo(Path.Combine(data.Root, Folder)) is { Exists: true } root
        ? root.EnumerateFiles().Where(file => file.LastWriteTimeUtc < time && IsName(file.Name)).Select(file => file.Name)
        : [];

    /// <summary>Where a film's bytes lie.</summary>
    public string PathOf(string name) => IsName(name)
        ? data.PathOf(Folder, name)
        : throw new ArgumentException("No film has this name.", nameof(name));

    /// <summary>Writes the stream from the offset on. What lies behind it stays: a late repeat of an old piece must not take later ones away. Returns how many bytes came.</summary>
    /// <exception cref="IOException">Somebody else is writing it at this moment, or the disk is full.</exception>
    public async Task<long> WriteAsync(string name, long offset, Stream bytes, CancellationToken cancellationToken)
    {
        await using var file = new FileStream(PathOf(name), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, BufferSize, useAsync: true);
        if (file.Length < offset)
        {
            throw new IOException("The bytes before this piece are gone.");
        }

        file.Position = offset;
        await bytes.CopyToAsync(file, BufferSize, cancellationToken);
        file.Flush(flushToDisk: true);
        return file.Position - offset;
    }

    /// <summary>The first bytes, at most as many as asked for.</summary>
    public async Task<byte[]> HeadAsync(string name, int length, CancellationToken cancellationToken)
    {
        var head = new byte[length];
        await using var file = new FileStream(PathOf(name), FileMode.Open, FileAccess.Read, FileShare.ReadWrite, bufferSize: 0, useAsync: true);
        return head[..await file.ReadAtLeastAsync(head, length, throwOnEndOfStream: false, cancellationToken)];
    }

    /// <summary>Deletes a film's bytes; nothing happens when there are none.</summary>
    public void Delete(string name) => File.Delete(PathOf(name));

    private static bool IsName(string name) => name.Length == MediaName.StemLength && name.All(char.IsAsciiHexDigitLower);
}
