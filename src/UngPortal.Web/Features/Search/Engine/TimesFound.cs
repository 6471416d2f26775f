using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Search.Similarities;
using Lucene.Net.Util;

namespace UngPortal.Features.Search.Engine;

/// <summary>Scores a document by how often it holds what is looked for, and by nothing else: what is left to be weighed later.</summary>
internal sealed class TimesFound : Similarity
{
    /// <summary>No index is written with it.</summary>
    public override long ComputeNorm(FieldInvertState state) => throw new NotSupportedException("Times are only read.");

    public override SimWeight ComputeWeight(float queryBoost, CollectionStatistics collectionStats, params TermStatistics[] termStats) => new Unweighed();

    public override SimScorer GetSimScorer(SimWeight weight, AtomicReaderContext context) => new Times();

    private sealed class Unweighed : SimWeight
    {
        public override float GetValueForNormalization() => 1f;

        public override void Normalize(float queryNorm, float topLevelBoost)
        {
        }
    }

    private sealed class Times : SimScorer
    {
        public override float Score(int doc, float freq) => freq;

        public override float ComputeSlopFactor(int distance) => 1f / (distance + 1);

        public override float ComputePayloadFactor(int doc, int start, int end, BytesRef payload) => 1f;
    }
}
