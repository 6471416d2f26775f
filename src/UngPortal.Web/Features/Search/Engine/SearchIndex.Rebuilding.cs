namespace UngPortal.Features.Search.Engine;

/// <content>Rebuilding in the background.</content>
public sealed partial class SearchIndex
{
    private readonly SemaphoreSlim rebuilding = new(1, 1);
    private List<IndexChange>? duringRebuild;

    /// <summary>Builds a new generation of all documents while the old one answers, then swaps; changes applied meanwhile are in it too.</summary>
    public Task RebuildAsync(IAsyncEnumerable<SearchDocument> documents, string cursor, CancellationToken ct) =>
        Task.Run(() => RebuildInBackgroundAsync(documents, cursor, ct), ct);

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
            catch when (next != current)
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
}
