using Lucene.Net.Analysis.Core;
using Lucene.Net.Codecs;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Store;
using Lucene.Net.Util;
using LuceneDirectory = Lucene.Net.Store.Directory;

namespace UngPortal.Features.Search.Engine;

/// <summary>One Lucene index on disk with its writer and its always fresh reader.</summary>
internal sealed class IndexGeneration : IDisposable
{
    private const string CursorKey = "cursor";
    private const string FormatKey = "format";

    private readonly IndexDirectory directory;
    private readonly FillingMergePolicy merges = new();
    private readonly IndexWriter writer;
    private readonly SearcherManager searchers;

    public IndexGeneration(string folder)
    {
        Folder = folder;
        directory = new IndexDirectory(folder);
        try
        {
            var config = new IndexWriterConfig(LuceneVersion.LUCENE_48, new KeywordAnalyzer()) { Similarity = new PortalSimilarity(), RAMBufferSizeMB = 48, MergePolicy = merges };
            writer = new IndexWriter(directory, config);
            searchers = new SearcherManager(writer, applyAllDeletes: true, new SimilarSearchers());
        }
        catch
        {
            writer?.Dispose(waitForMerges: false);
            directory.Dispose();
            throw;
        }
    }

    public string Folder { get; }

    /// <summary>What was given at the last commit; null before the first.</summary>
    public string? Cursor => writer.CommitData.TryGetValue(CursorKey, out var cursor) ? cursor : null;

    /// <summary>Opens a generation whose files are whole and of this version; null for any other.</summary>
    public static IndexGeneration? OpenWhole(string folder)
    {
        try
        {
            using (var directory = FSDirectory.Open(folder, NoLockFactory.GetNoLockFactory()))
            {
                if (!IsWhole(directory))
                {
                    return null;
                }
            }

            return new IndexGeneration(folder);
        }
        catch (Exception broken) when (broken is IOException or ArgumentException or InvalidOperationException or IndexOutOfRangeException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    public void Delete(string key) => writer.DeleteDocuments(new Term(IndexFields.Key, key));

    /// <summary>Puts the versions in the place of all there are of the key.</summary>
    public void Put(string key, IReadOnlyCollection<SearchDocument> versions) =>
        writer.UpdateDocuments(new Term(IndexFields.Key, key), IndexedVersion.Of(versions));

    public void Add(IReadOnlyCollection<SearchDocument> versions) => writer.AddDocuments(IndexedVersion.Of(versions));

    /// <summary>Puts merging off until <see cref="EndFilling"/>.</summary>
    public void BeginFilling() => merges.Rest();

    /// <summary>Makes one segment of all: a query looks each of its many terms up in every segment.</summary>
    public void EndFilling(CancellationToken ct) => merges.MergeAll(writer, ct);

    public void Commit(string cursor)
    {
        writer.SetCommitData(new Dictionary<string, string> { [CursorKey] = cursor, [FormatKey] = SearchIndex.FormatVersion });
        writer.Commit();
        Refresh();
    }

    /// <summary>Lets what was written be found, before it is committed.</summary>
    public void Refresh() => searchers.MaybeRefreshBlocking();

    /// <summary>Runs the work with a view of the index that stays as it is meanwhile.</summary>
    public T Read<T>(Func<IndexSearcher, T> work)
    {
        var searcher = searchers.Acquire();
        try
        {
            return work(searcher);
        }
        finally
        {
            searchers.Release(searcher);
        }
    }

    /// <summary>The stored language versions of a key.</summary>
    public IReadOnlyList<SearchDocument> Versions(string key) => Read(searcher =>
        searcher.Search(new TermQuery(new Term(IndexFields.Key, key)), 16).ScoreDocs
            .Select(hit => IndexedVersion.Read(searcher.Doc(hit.Doc))).ToList());

    /// <summary>Gives up what was not committed.</summary>
    public void Dispose()
    {
        searchers.Dispose();
        try
        {
            writer.Rollback();
        }
        finally
        {
            directory.Dispose();
        }
    }

    private static bool IsWhole(LuceneDirectory directory)
    {
        var infos = new SegmentInfos();
        infos.Read(directory);
        foreach (var file in infos.GetFiles(directory, includeSegmentsFile: true))
        {
            using var input = directory.OpenInput(file, IOContext.READ_ONCE);
            CodecUtil.RetrieveChecksum(input);
        }

        return infos.UserData.TryGetValue(FormatKey, out var format) && format == SearchIndex.FormatVersion;
    }

    private sealed class SimilarSearchers : SearcherFactory
    {
        public override IndexSearcher NewSearcher(IndexReader reader) => new(reader) { Similarity = new PortalSimilarity() };
    }
}
