using Lucene.Net.Index;
using Lucene.Net.Search;

namespace UngPortal.Features.Search.Engine;

/// <summary>
/// One slot's score in a window of documents: that of its best wording, and a quarter of the others'. Each wording's documents are walked straight through,
/// since merging a hundred wordings document by document costs ten times as much on a large index.
/// </summary>
internal sealed class SlotLane(IReadOnlyList<Weight> wordings)
{
    public const int Window = 4_096;

    private const float OtherMatches = 0.25f;

    private readonly float[] best = new float[Window];
    private readonly float[] sum = new float[Window];
    private readonly List<Scorer> walks = [];

    public WindowBits Matched { get; } = new();

    /// <summary>About how many documents the slot has to walk through in this segment.</summary>
    public long Cost { get; private set; }

    /// <summary>The next document any wording stands in.</summary>
    public int Next()
    {
        var next = DocIdSetIterator.NO_MORE_DOCS;
        foreach (var walk in walks)
        {
            next = Math.Min(next, walk.DocID);
        }

        return next;
    }

    public void Enter(AtomicReaderContext segment, int from)
    {
        walks.Clear();
        walks.AddRange(wordings.Select(wording => wording.GetScorer(segment, segment.AtomicReader.LiveDocs)).OfType<Scorer>()
            .Where(walk => (from == 0 ? walk.NextDoc() : walk.Advance(from)) != DocIdSetIterator.NO_MORE_DOCS));
        Cost = walks.Sum(walk => walk.GetCost());
    }

    /// <summary>Scores those documents of the window that are still wanted.</summary>
    public void Walk(int start, WindowBits wanted)
    {
        Matched.Clear();
        Array.Clear(best);
        Array.Clear(sum);
        for (var at = walks.Count - 1; at >= 0; at--)
        {
            if (Walk(walks[at], start, wanted) == DocIdSetIterator.NO_MORE_DOCS)
            {
                walks.RemoveAt(at);
            }
        }
    }

    public float ScoreAt(int i) => best[i] + (OtherMatches * (sum[i] - best[i]));

    private int Walk(Scorer walk, int start, WindowBits wanted)
    {
        var document = walk.DocID < start ? walk.Advance(start) : walk.DocID;
        while (document < start + Window)
        {
            var i = document - start;
            if (wanted.Has(i))
            {
                var score = walk.GetScore();
                sum[i] += score;
                best[i] = Math.Max(best[i], score);
                Matched.Set(i);
                i++;
            }

            // Leaping saves a phrase from comparing positions for nothing.
            var next = wanted.Next(i) is var at and >= 0 ? start + at : start + Window;
            document = next == document + 1 ? walk.NextDoc() : walk.Advance(next);
        }

        return document;
    }
}
