using Lucene.Net.Search.Similarities;

namespace UngPortal.Features.Search.Engine;

/// <summary>BM25 in which a document with all the words stands well above one with most of them.</summary>
internal sealed class PortalSimilarity() : BM25Similarity(1.2f, 0.6f)
{
    public override float Coord(int overlap, int maxOverlap)
    {
        var share = (float)overlap / maxOverlap;
        return share * share;
    }
}
