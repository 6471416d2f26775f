using Lucene.Net.Search;

namespace UngPortal.Features.Search.Engine;

/// <summary>The search index in its folder: changes go in with a cursor, a rebuild makes a new generation while the old one answers.</summary>
public sealed class SearchIndex : IDisposable
{
    /// <summary>Raised when analysis or fields change; an index of another version needs a rebuild.</summary>
    public const string FormatVersion = "1";

    private readonly IndexFolder folder;
    private readonly Lock writing = new();
    private readonly SemaphoreSlim rebuilding = new(1, 1);
    private List<Change>? duringRebuild;
    private volatile IndexGeneration current;
    private volatile bool needsRebuild;
    private bool disposed;

    private SearchIndex(IndexFolder folder)
    {
        this.folder = folder;
        var whole = folder.Current is { } generation ? IndexGeneration.OpenWhole(generation) : null;
        needsRebuild = whole is null;
        current = whole ?? new IndexGeneration(folder.CreateGeneration());
        folder.DeleteAllBut(current.Folder);
    }

    /// <summary>True when there was no usable index: what is found is incomplete until <see cref="RebuildAsync"/> is done.</summary>
    public bool NeedsRebuild => needsRebuild;

    /// <summary>What the last change or rebuild was given; null when nothing ever was.</summary>
    public string? Cursor
    {
        get
        {
            lock (writing)
            {
                return current.Cursor;
            }
        }
    }

    /// <summary>Opens or creates the index in a folder of its own.</summary>
    /// <exception cref="SearchIndexLockedException">Another process has the folder open.</exception>
    public static SearchIndex Open(string root)
    {
        var folder = new IndexFolder(root);
        try
        {
            return new SearchIndex(folder);
        }
        catch
        {
            folder.Dispose();
            throw;
        }
    }

    /// <summary>Deletes, then puts language versions in (the others of the same key stay), and commits with the cursor; found as soon as this returns.</summary>
    public void Apply(IEnumerable<SearchDocument> upserts, IEnumerable<string> deletedKeys, string cursor)
    {
        var change = new Change([.. upserts], [.. deletedKeys], cursor);
        lock (writing)
        {
            ObjectDisposedException.ThrowIf(disposed, this);
            change.WriteTo(current);
            current.Commit(cursor);
            duringRebuild?.Add(change);
        }
    }

    /// <summary>Builds a new generation of all documents while the old one answers, then swaps; changes applied meanwhile are in it too.</summary>
    public Task RebuildAsync(IAsyncEnumerable<SearchDocument> documents, string cursor, CancellationToken ct) =>
        Task.Run(() => RebuildInBackgroundAsync(documents, cursor, ct), ct);

    public void Dispose()
    {
        lock (writing)
        {
            if (disposed)
            {
                return;
            }

            disposed = true;
            current.Dispose();
            folder.Dispose();
        }
    }

    /// <summary>Runs the work on the present view; an index found broken on the way answers null and asks for a rebuild.</summary>
    internal T? Read<T>(Func<IndexSearcher, T> work)
        where T : class
    {
        while (true)
        {
            var generation = current;
            try
            {
                return generation.Read(work);
            }
            catch (ObjectDisposedException) when (generation != current)
            {
            }
            catch (Exception broken) when (broken is IOException or IndexOutOfRangeException)
            {
                needsRebuild = true;
                return null;
            }
        }
    }

    private async Task RebuildInBackgroundAsync(IAsyncEnumerable<SearchDocument> documents, string cursor, CancellationToken ct)
    {
        await rebuilding.WaitAsync(ct);
        try
        {
            lock (writing)
            {
                ObjectDisposedException.ThrowIf(disposed, this);
                duringRebuild = [];
            }

            var next = new IndexGeneration(folder.CreateGeneration());
            try
            {
                await new GenerationFiller(next).FillAsync(documents, ct);
                next.Commit(cursor);
                Swap(next);
            }
            catch
            {
                next.Dispose();
                IndexFolder.Delete(next.Folder);
                throw;
            }
        }
        finally
        {
            lock (writing)
            {
                duringRebuild = null;
            }

            rebuilding.Release();
        }
    }

    private void Swap(IndexGeneration next)
    {
        lock (writing)
        {
            ObjectDisposedException.ThrowIf(disposed, this);
            foreach (var change in duringRebuild!)
            {
                change.WriteTo(next);
                next.Commit(change.Cursor);
            }

            folder.Use(next.Folder);
            var old = current;
            current = next;
            needsRebuild = false;
            old.Dispose();
            folder.DeleteAllBut(next.Folder);
        }
    }

    private sealed record Change(IReadOnlyList<SearchDocument> Upserts, IReadOnlyList<string> DeletedKeys, string Cursor)
    {
        public void WriteTo(IndexGeneration generation)
        {
            foreach (var key in DeletedKeys)
            {
                generation.Delete(key);
            }

            foreach (var versions in Upserts.GroupBy(document => document.Key))
            {
                var stored = DeletedKeys.Contains(versions.Key) ? [] : generation.Versions(versions.Key);
                generation.Put(versions.Key, GenerationFiller.Merge(stored, versions));
            }
        }
    }
}
