using Lucene.Net.Search.Similarities;

namespace UngPortal.Features.Search.Engine;

/// <summary>BM25 in which a long title costs little.</summary>
internal sealed class PortalSimilarity : PerFieldSimilarityWrapper
{
    private readonly BM25Similarity shortText = new(1.2f, 0.3f);
    private readonly BM25Similarity longText = new(1.2f, 0.7f);

    public override Similarity Get(string name) => name == IndexFields.Body ? longText : shortText;
}
