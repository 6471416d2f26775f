using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Search.Similarities;
using Lucene.Net.Util;

namespace UngPortal.Features.Search.Engine;

/// <summary>Finds and scores the same documents as the phrase itself, from what <see cref="SegmentPhrases"/> keeps.</summary>
internal sealed class KeptPhraseQuery(PhraseQuery phrase) : Query
{
    public override Weight CreateWeight(IndexSearcher searcher) => new PhraseWeight(this, phrase, searcher);

    public override void ExtractTerms(ISet<Term> terms) => terms.UnionWith(phrase.GetTerms());

    public override string ToString(string field) => phrase.ToString(field);

    private sealed class PhraseWeight : Weight
    {
        private readonly PhraseQuery phrase;
        private readonly Similarity similarity;
        private readonly Similarity.SimWeight weight;

        public PhraseWeight(KeptPhraseQuery query, PhraseQuery phrase, IndexSearcher searcher)
        {
            (Query, this.phrase, similarity) = (query, phrase, searcher.Similarity);
            var words = phrase.GetTerms();
            weight = similarity.ComputeWeight(
                query.Boost,
                searcher.CollectionStatistics(words[0].Field),
                Array.ConvertAll(words, word => searcher.TermStatistics(word, TermContext.Build(searcher.TopReaderContext, word))));
        }

        public override Query Query { get; }

        public override float GetValueForNormalization() => weight.GetValueForNormalization();

        public override void Normalize(float norm, float topLevelBoost) => weight.Normalize(norm, topLevelBoost);

        public override Scorer? GetScorer(AtomicReaderContext context, IBits? acceptDocs) =>
            SegmentPhrases.Of(context.AtomicReader, phrase) is { Documents.Length: > 0 } places ? new PlaceScorer(this, places, acceptDocs, similarity.GetSimScorer(weight, context)) : null;

        public override Explanation Explain(AtomicReaderContext context, int doc) =>
            SegmentPhrases.Of(context.AtomicReader, phrase) is { } places && Array.BinarySearch(places.Documents, doc) is var at and >= 0
                ? similarity.GetSimScorer(weight, context).Explain(doc, new Explanation(places.Times[at], "times found"))
                : new ComplexExplanation(false, 0f, "not found");
    }

    private sealed class PlaceScorer(Weight weight, SegmentPhrases.Places places, IBits? live, Similarity.SimScorer scorer) : Scorer(weight)
    {
        private readonly int[] documents = places.Documents;
        private int at = -1;

        public override int DocID => at < 0 ? -1 : at < documents.Length ? documents[at] : NO_MORE_DOCS;

        public override int Freq => (int)places.Times[at];

        public override float GetScore() => scorer.Score(documents[at], places.Times[at]);

        public override int NextDoc()
        {
            do
            {
                at++;
            }
            while (at < documents.Length && live?.Get(documents[at]) == false);

            return DocID;
        }

        public override int Advance(int target)
        {
            var next = Array.BinarySearch(documents, at + 1, documents.Length - at - 1, target);
            at = (next < 0 ? ~next : next) - 1;
            return NextDoc();
        }

        public override long GetCost() => documents.Length;
    }
}
