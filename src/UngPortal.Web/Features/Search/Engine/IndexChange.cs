namespace UngPortal.Features.Search.Engine;

/// <summary>One batch: deletions come first, and versions not given stay.</summary>
internal sealed record IndexChange(IReadOnlyList<SearchDocument> Upserts, IReadOnlyList<string> DeletedKeys, string Cursor)
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
