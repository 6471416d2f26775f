using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;

namespace UngPortal.Features.Search.Engine;

/// <summary>Counts hits by kind, and passes those of the wanted kind on with a score weighed by language and, in a crisis, by help and by whom it is for.</summary>
internal sealed class HitCollector(ICollector inner, string? wantedKind, string language, QueryPlan plan)
{
    private const float OtherLanguage = 0.85f;
    private const float Help = 100_000f;

    /// <summary>Questions are many and on everything: what editors wrote stands first where it is about as near.</summary>
    private const float Question = 0.5f;
    private const float ForFriendOfOne = 4f;
    private const float ForFriendOfNone = 0.1f;

    private readonly Dictionary<string, int> counts = new(StringComparer.Ordinal);
    private SortedDocValues? kinds;
    private short[] kindOrds = [];
    private int[] kindCounts = [];
    private int wantedOrd;
    private int questionOrd;
    private WeighedHit? hit;

    public Dictionary<string, int> Counts
    {
        get
        {
            TakeCounts();
            return counts;
        }
    }

    public void SetNextReader(AtomicReaderContext context)
    {
        TakeCounts();
        kinds = context.AtomicReader.GetSortedDocValues(IndexFields.Kind);
        kindOrds = SegmentOrdinals.Of(context.AtomicReader, IndexFields.Kind);
        kindCounts = new int[kinds?.ValueCount ?? 0];
        wantedOrd = wantedKind is null || kinds is null ? -1 : kinds.LookupTerm(new BytesRef(wantedKind));
        questionOrd = kinds?.LookupTerm(new BytesRef("question")) ?? -1;
        inner.SetNextReader(context);
        hit = new WeighedHit(context.AtomicReader, language, plan);
        inner.SetScorer(hit);
    }

    public void Collect(int doc, float score)
    {
        var kind = kindOrds.Length > 0 ? kindOrds[doc] : -1;
        if (kind >= 0)
        {
            kindCounts[kind]++;
        }

        if (wantedKind is null || kind == wantedOrd)
        {
            hit!.Weigh(doc, score, isQuestion: kind >= 0 && kind == questionOrd);
            inner.Collect(doc);
        }
    }

    private void TakeCounts()
    {
        for (var ord = 0; ord < kindCounts.Length; ord++)
        {
            if (kindCounts[ord] > 0)
            {
                var name = new BytesRef();
                kinds!.LookupOrd(ord, name);
                var key = name.Utf8ToString();
                counts[key] = counts.GetValueOrDefault(key) + kindCounts[ord];
            }
        }

        kindCounts = [];
    }

    /// <summary>The hit at hand, in the shape in which Lucene's collectors ask for its score; there is nothing to walk.</summary>
    private sealed class WeighedHit : Scorer
    {
        private readonly short[] languages;
        private readonly SortedDocValues? sensitivities;
        private readonly NumericDocValues? forFriends;
        private readonly float friendWeight;
        private readonly int own;
        private readonly int crisis;
        private int document;
        private float score;

        public WeighedHit(AtomicReader segment, string language, QueryPlan plan)
            : base(null)
        {
            languages = SegmentOrdinals.Of(segment, IndexFields.Language);
            own = segment.GetSortedDocValues(IndexFields.Language)?.LookupTerm(new BytesRef(language)) ?? -1;
            sensitivities = plan.IsCrisis ? segment.GetSortedDocValues(IndexFields.Sensitivity) : null;
            forFriends = plan.IsCrisis ? segment.GetNumericDocValues(IndexFields.ForFriends) : null;
            friendWeight = plan.IsAboutFriend ? ForFriendOfOne : ForFriendOfNone;
            crisis = sensitivities?.LookupTerm(new BytesRef("crisis")) ?? -1;
        }

        public override int DocID => document;

        public override int Freq => 1;

        public void Weigh(int doc, float unweighed, bool isQuestion)
        {
            document = doc;
            score = unweighed * (languages.Length > 0 && languages[doc] == own ? 1f : OtherLanguage) * (isQuestion ? Question : 1f);
            score *= !isQuestion && crisis >= 0 && sensitivities!.GetOrd(doc) == crisis ? Help : 1f;
            score *= forFriends?.Get(doc) == 1 ? friendWeight : 1f;
        }

        public override float GetScore() => score;

        public override int NextDoc() => NO_MORE_DOCS;

        public override int Advance(int target) => NO_MORE_DOCS;

        public override long GetCost() => 1;
    }
}
