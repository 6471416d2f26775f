using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;

namespace UngPortal.Features.Search.Engine;

/// <summary>Counts hits by kind, and passes those of the wanted kind on with a score weighed by language and, in a crisis, by help.</summary>
internal sealed class HitCollector(ICollector inner, string? wantedKind, string language, bool helpFirst) : ICollector
{
    private const float OtherLanguage = 0.85f;
    private const float Help = 100_000f;

    private readonly Dictionary<string, int> counts = new(StringComparer.Ordinal);
    private SortedDocValues? kinds;
    private int[] kindCounts = [];
    private int wantedOrd;
    private AtomicReader? segment;

    public bool AcceptsDocsOutOfOrder => inner.AcceptsDocsOutOfOrder;

    public int Total => wantedKind is null ? Counts.Values.Sum() : Counts.GetValueOrDefault(wantedKind);

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
        kindCounts = new int[kinds?.ValueCount ?? 0];
        wantedOrd = wantedKind is null || kinds is null ? -1 : kinds.LookupTerm(new BytesRef(wantedKind));
        segment = context.AtomicReader;
        inner.SetNextReader(context);
    }

    public void SetScorer(Scorer scorer) => inner.SetScorer(new WeighedScorer(scorer, segment!, language, helpFirst));

    public void Collect(int doc)
    {
        var kind = kinds?.GetOrd(doc) ?? -1;
        if (kind >= 0)
        {
            kindCounts[kind]++;
        }

        if (wantedKind is null || kind == wantedOrd)
        {
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

    private sealed class WeighedScorer : Scorer
    {
        private readonly Scorer scorer;
        private readonly SortedDocValues? languages;
        private readonly SortedDocValues? sensitivities;
        private readonly int own;
        private readonly int crisis;

        public WeighedScorer(Scorer scorer, AtomicReader segment, string language, bool helpFirst)
            : base(null)
        {
            this.scorer = scorer;
            languages = segment.GetSortedDocValues(IndexFields.Language);
            own = languages?.LookupTerm(new BytesRef(language)) ?? -1;
            sensitivities = helpFirst ? segment.GetSortedDocValues(IndexFields.Sensitivity) : null;
            crisis = sensitivities?.LookupTerm(new BytesRef("crisis")) ?? -1;
        }

        public override int DocID => scorer.DocID;

        public override int Freq => scorer.Freq;

        public override float GetScore()
        {
            var score = scorer.GetScore();
            score *= languages?.GetOrd(DocID) == own ? 1f : OtherLanguage;
            return crisis >= 0 && sensitivities!.GetOrd(DocID) == crisis ? score * Help : score;
        }

        public override int NextDoc() => scorer.NextDoc();

        public override int Advance(int target) => scorer.Advance(target);

        public override long GetCost() => scorer.GetCost();
    }
}
