using Lucene.Net.Search;

namespace UngPortal.Features.Search.Engine;

/// <summary>Runs a plan over the index: in a large one over both halves at once, so that a query with many wordings isn't waited for twice as long as need be.</summary>
internal sealed class PlanRun(IndexSearcher searcher, QueryPlan plan, SearchQuery query, string language)
{
    private const int EnoughHits = 3;

    private static readonly Sort Newest = new(new SortField(IndexFields.Published, SortFieldType.INT64, reverse: true), SortField.FIELD_SCORE);

    private readonly bool isByDate = query.Sort == SearchSort.Newest;

    /// <summary>One page of hits, and what was counted on the way. Asks for all the words, and for fewer until there is enough.</summary>
    public (ScoreDoc[] Hits, Dictionary<string, int> Counts) Page(int page)
    {
        (Weight[] Wordings, bool IsDemanded)[] slots = [.. plan.Slots.Select(slot => (WordingQueries.Of(slot).Select(searcher.CreateNormalizedWeight).ToArray(), plan.IsDemanded(slot)))];
        var scans = IndexPart.Of(searcher.IndexReader).Select(part => new PlanScan(part, plan, slots, query, language)).ToList();
        var all = Math.Max(1, plan.Demanded);
        int[] steps = [all, Math.Max(1, all * 2 / 3), Math.Max(1, all / 3)];
        foreach (var atLeast in steps.Distinct())
        {
            var found = Run(scans, atLeast, page * SearchQuery.PageSize);
            var counts = found.SelectMany(part => part.Counts).GroupBy(kind => kind.Key, StringComparer.Ordinal).ToDictionary(kind => kind.Key, kind => kind.Sum(part => part.Value), StringComparer.Ordinal);
            if (atLeast == steps[^1] || counts.Values.Sum() >= (isByDate ? 1 : EnoughHits))
            {
                return (TopDocs.Merge(isByDate ? Newest : null, (page - 1) * SearchQuery.PageSize, SearchQuery.PageSize, [.. found.Select(part => part.Top)]).ScoreDocs, counts);
            }
        }

        throw new InvalidOperationException("The last step always answers.");
    }

    private (TopDocs Top, Dictionary<string, int> Counts)[] Run(List<PlanScan> scans, int atLeast, int wanted)
    {
        if (scans is [var whole])
        {
            return [Run(whole, atLeast, wanted)]; // Asking other threads for help with one thing keeps them from their own.
        }

        var found = new (TopDocs Top, Dictionary<string, int> Counts)[scans.Count];
        Parallel.For(0, scans.Count, at => found[at] = Run(scans[at], atLeast, wanted));
        return found;
    }

    private (TopDocs Top, Dictionary<string, int> Counts) Run(PlanScan scan, int atLeast, int wanted)
    {
        ITopDocsCollector top = isByDate
            ? TopFieldCollector.Create(Newest, wanted, fillFields: true, trackDocScores: false, trackMaxScore: false, docsScoredInOrder: true)
            : TopScoreDocCollector.Create(wanted, docsScoredInOrder: true);
        var hits = new HitCollector(top, query.Kind, language, plan);
        scan.Run(atLeast, hits);
        return (top.GetTopDocs(), hits.Counts);
    }
}
