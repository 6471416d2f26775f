namespace UngPortal.Features.Services;

/// <summary>The last good snapshot, in memory and on disk, so that help is there when the database is not.</summary>
/// <param name="path">The file of the copy; its folder is made when missing.</param>
/// <param name="source">Takes a snapshot of the register; may throw.</param>
/// <param name="logger">Hears of failures, never of content.</param>
public sealed partial class HelpNowCopy(string path, Func<CancellationToken, Task<HelpNowSnapshot>> source, ILogger<HelpNowCopy> logger)
{
    private readonly Lock _writing = new();
    private volatile HelpNowSnapshot? _current;

    /// <summary>The last good snapshot: from memory, else from disk, else the built-in numbers. Never throws, never empty.</summary>
    public HelpNowSnapshot Current
    {
        get
        {
            if (_current is { } current)
            {
                return current;
            }

            var loaded = FromDisk() ?? HelpNowSnapshot.BuiltIn;
            return Interlocked.CompareExchange(ref _current, loaded, null) ?? loaded;
        }
    }

    /// <summary>Asks the source. False when it failed or knew of no service: the old copy then stays.</summary>
    public async Task<bool> RefreshAsync(CancellationToken cancellationToken)
    {
        try
        {
            var fresh = await source(cancellationToken);
            if (fresh.Entries.Count == 0)
            {
                LogEmpty();
                return false;
            }

            Keep(fresh);
            return true;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            throw;
        }
        catch (Exception exception) // Whatever the source throws, help stays.
        {
            LogSourceFailed(exception.GetType().Name);
            return false;
        }
    }

    private void Keep(HelpNowSnapshot fresh)
    {
        lock (_writing)
        {
            var json = fresh.ToJson();
            var isNew = json != _current?.ToJson() || !File.Exists(path);
            _current = fresh;
            if (isNew)
            {
                ToDisk(json);
            }
        }
    }

    private void ToDisk(string json)
    {
        // A reader sees the old file or the new one, never half of it; nodes that share the folder write under names of their own.
        var half = $"{path}.{Guid.NewGuid():N}";
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
            using (var file = new FileStream(half, FileMode.CreateNew, FileAccess.Write))
            {
                file.Write(System.Text.Encoding.UTF8.GetBytes(json));
                file.Flush(flushToDisk: true);
            }

            File.Move(half, path, overwrite: true);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            LogWriteFailed(exception.GetType().Name);
            TryDelete(half);
        }
    }

    private static void TryDelete(string file)
    {
        try
        {
            File.Delete(file);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // A leftover of a full or read-only disk harms nobody.
        }
    }

    private HelpNowSnapshot? FromDisk()
    {
        try
        {
            if (HelpNowSnapshot.TryParse(File.ReadAllText(path), out var snapshot))
            {
                return snapshot;
            }

            LogUnreadable();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            LogNoFile(exception.GetType().Name);
        }

        return null;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Get help now keeps its old copy: the register gave no services")]
    private partial void LogEmpty();

    [LoggerMessage(Level = LogLevel.Warning, Message = "Get help now keeps its old copy: the register failed with {Error}")]
    private partial void LogSourceFailed(string error);

    [LoggerMessage(Level = LogLevel.Error, Message = "Get help now could not write its copy to disk: {Error}")]
    private partial void LogWriteFailed(string error);

    [LoggerMessage(Level = LogLevel.Error, Message = "Get help now could not read its copy: the file holds something else")]
    private partial void LogUnreadable();

    [LoggerMessage(Level = LogLevel.Information, Message = "Get help now has no copy on disk: {Error}")]
    private partial void LogNoFile(string error);
}
