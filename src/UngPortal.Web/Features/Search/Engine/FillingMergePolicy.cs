using Lucene.Net.Index;

namespace UngPortal.Features.Search.Engine;

/// <summary>Merges nothing while an index is filled, then all of it at once; afterwards as usual.</summary>
internal sealed class FillingMergePolicy : TieredMergePolicy
{
    private const int Never = 10_000;
    private const int Usual = 10;

    public FillingMergePolicy() => MaxMergeAtOnceExplicit = Never;

    public void Rest() => Wait(Never);

    public void MergeAll(IndexWriter writer, CancellationToken ct)
    {
        Wait(Usual);
        try
        {
            using (ct.Register(writer.Rollback))
            {
                writer.ForceMerge(1);
            }
        }
        catch (Exception stopped) when (ct.IsCancellationRequested && stopped is (IOException or ObjectDisposedException))
        {
            // A writer rolled back in the middle complains in one of several ways.
        }

        ct.ThrowIfCancellationRequested();
    }

    private void Wait(int segments) => (SegmentsPerTier, MaxMergeAtOnce) = (segments, segments);
}
