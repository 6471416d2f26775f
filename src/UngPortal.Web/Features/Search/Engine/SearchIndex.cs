using Lucene.Net.Search;

namespace UngPortal.Features.Search.Engine;

/// <summary>The search index in its folder: changes go in with a cursor, a rebuild makes a new generation while the old one answers.</summary>
public sealed partial class SearchIndex : IDisposable
{
    /// <summary>Raised when analysis or fields change; an index of another version needs a rebuild.</summary>
    public const string FormatVersion = "4";

    // Reopening after a failed write takes milliseconds; a reader waits that out.
    private const int MaxAttempts = 50;

    private readonly IndexFolder folder;
    private readonly Lock writing = new();
    private volatile IndexGeneration current;
    private volatile bool needsRebuild;
    private volatile bool disposed;

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
        var change = new IndexChange([.. upserts], [.. deletedKeys], cursor);
        lock (writing)
        {
            ObjectDisposedException.ThrowIf(disposed, this);
            try
            {
                change.WriteTo(current);
                current.Commit(cursor);
            }
            catch
            {
                Reopen();
                throw;
            }

            duringRebuild?.Add(change);
        }
    }

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
        for (var attempt = 0; attempt < MaxAttempts; attempt++)
        {
            try
            {
                return current.Read(work);
            }
            catch (ObjectDisposedException) when (!disposed)
            {
                Thread.Sleep(attempt);
            }
            catch (Exception broken) when (broken is IOException or IndexOutOfRangeException)
            {
                needsRebuild = true;
                return null;
            }
        }

        return null;
    }

    /// <summary>Goes back to the last commit: after a failed write, such as on a full disk, the writer may be closed for good.</summary>
    private void Reopen()
    {
        var path = current.Folder;
        current.Dispose();
        var whole = needsRebuild ? null : IndexGeneration.OpenWhole(path);
        needsRebuild = whole is null;
        current = whole ?? new IndexGeneration(folder.CreateGeneration());
    }
}
