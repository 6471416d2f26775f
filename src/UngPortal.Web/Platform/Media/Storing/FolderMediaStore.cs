using System.Runtime.CompilerServices;
using UngPortal.Platform.Data;

namespace UngPortal.Platform.Media.Storing;

/// <summary>Keeps media in the data folder, outside the web root, with a subfolder for each of the 256 first bytes.</summary>
internal sealed class FolderMediaStore(DataFolder data) : IMediaStore
{
    private readonly string _root = Directory.CreateDirectory(data.PathOf("library")).FullName;

    public async Task PutAsync(MediaName name, string path, CancellationToken cancellationToken)
    {
        var place = PathOf(name);
        Directory.CreateDirectory(Path.GetDirectoryName(place)!);
        var unfinished = place + ".part";
        try
        {
            await using (var source = File.OpenRead(path))
            await using (var target = new FileStream(unfinished, FileMode.Create, FileAccess.Write))
            {
                await source.CopyToAsync(target, cancellationToken);
                target.Flush(flushToDisk: true);
            }

            File.Move(unfinished, place, overwrite: false);
        }
        catch (UnauthorizedAccessException problem)
        {
            throw new IOException("The media folder can't be written.", problem);
        }
        finally
        {
            File.Delete(unfinished);
        }
    }

    public Task<long?> LengthAsync(MediaName name, CancellationToken cancellationToken)
    {
        var file = new FileInfo(PathOf(name));
        return Task.FromResult(file.Exists ? file.Length : (long?)null);
    }

    public Task<Stream> ReadAsync(MediaName name, long offset, long length, CancellationToken cancellationToken)
    {
        var file = new FileStream(PathOf(name), FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, bufferSize: 0, useAsync: true) { Position = offset };
        return Task.FromResult<Stream>(file);
    }

    public Task DeleteAsync(MediaName name, CancellationToken cancellationToken)
    {
        if (File.Exists(PathOf(name)))
        {
            File.Delete(PathOf(name));
        }

        return Task.CompletedTask;
    }

    public async IAsyncEnumerable<MediaName> StoredBeforeAsync(DateTime time, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.Yield();
        foreach (var file in new DirectoryInfo(_root).EnumerateFiles("*", SearchOption.AllDirectories).Where(file => file.LastWriteTimeUtc < time))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (MediaName.TryParse(file.Name, out var name))
            {
                yield return name;
            }
            else
            {
                // What a crash left half-written.
                file.Delete();
            }
        }
    }

    private string PathOf(MediaName name) => Path.Combine(_root, name.Text[..2], name.Text);
}
