using Lucene.Net.Search;
using UngPortal.Platform.Words;

namespace UngPortal.Features.Search.Engine;

/// <summary>Answers queries; any text is safe to ask, and nothing of it is kept.</summary>
public sealed class SearchEngine(SearchIndex index, SearchLexicon lexicon)
{
    private const int EnoughHits = 3;
    private const int MaxTyped = 40;

    private static readonly Sort Newest = new(new SortField(IndexFields.Published, SortFieldType.INT64, reverse: true), SortField.FIELD_SCORE);

    /// <summary>One page of what answers the query; with all its words when enough does, else with some of them.</summary>
    public SearchResults Search(SearchQuery query) =>
        index.Read(searcher => Search(searcher, query)) ?? SearchResults.Empty with { IsCrisis = lexicon.Crisis.Match(query.Text) };

    /// <summary>The same page as keys alone; no text is read or marked for it.</summary>
    public FoundTexts Keys(SearchQuery query) =>
        index.Read(searcher =>
        {
            var (plan, hits, found, _) = Find(searcher, query);
            return new FoundTexts([.. hits.Select(hit => IndexedVersion.KeyOf(searcher.Doc(hit.Doc)))], found?.Total ?? 0, plan.IsCrisis);
        }) ?? new FoundTexts([], 0, lexicon.Crisis.Match(query.Text));

    private SearchResults Search(IndexSearcher searcher, SearchQuery query)
    {
        var (plan, hits, found, page) = Find(searcher, query);
        if (found is null)
        {
            return SearchResults.Empty with { IsCrisis = plan.IsCrisis };
        }

        var stems = plan.MatchingStems();
        var typed = Word.In(query.Text, MaxTyped).Select(word => Word.Fold(word.Text)).ToHashSet(StringComparer.Ordinal);
        return new SearchResults
        {
            Total = found.Total,
            Page = page,
            KindCounts = found.Counts,
            Hits = [.. hits.Select(hit => Show(IndexedVersion.Read(searcher.Doc(hit.Doc)), stems, typed))],
            DidYouMean = plan.DidYouMean,
            IsCrisis = plan.IsCrisis,
        };
    }

    /// <summary>The hits of the page, and what was counted on the way; nothing was where the text holds no word to look for.</summary>
    private (QueryPlan Plan, ScoreDoc[] Hits, HitCollector? Found, int Page) Find(IndexSearcher searcher, SearchQuery query)
    {
        var language = IndexedVersion.AreShownIn(query.Language) ? query.Language : Kernel.Language.Bokmal.Code;
        var plan = new QueryPlanner(searcher.IndexReader, lexicon, language).Plan(query.Text);
        var page = Math.Clamp(query.Page, 1, SearchQuery.MaxPage);
        if (plan.Slots.Count == 0)
        {
            return (plan, [], null, page);
        }

        var (hits, found) = Run(searcher, plan, query, language, page);
        return (plan, hits, found, page);
    }

    /// <summary>Asks for all the words, and for fewer until there is enough.</summary>
    private static (ScoreDoc[] Hits, HitCollector Found) Run(IndexSearcher searcher, QueryPlan plan, SearchQuery query, string language, int page)
    {
        var scan = new PlanScan(searcher, plan, query, language);
        int[] steps = [scan.All, Math.Max(1, scan.All * 2 / 3), Math.Max(1, scan.All / 3)];
        var enough = query.Sort == SearchSort.Newest ? 1 : EnoughHits;
        foreach (var atLeast in steps.Distinct())
        {
            var wanted = page * SearchQuery.PageSize;
            ITopDocsCollector top = query.Sort == SearchSort.Newest
                ? TopFieldCollector.Create(Newest, wanted, fillFields: false, trackDocScores: false, trackMaxScore: false, docsScoredInOrder: true)
                : TopScoreDocCollector.Create(wanted, docsScoredInOrder: true);
            var found = new HitCollector(top, query.Kind, language, plan);
            scan.Run(atLeast, found);
            if (atLeast == steps[^1] || found.Counts.Values.Sum() >= enough)
            {
                return (top.GetTopDocs((page - 1) * SearchQuery.PageSize, SearchQuery.PageSize).ScoreDocs, found);
            }
        }

        throw new InvalidOperationException("The last step always answers.");
    }

    private static SearchResults.Hit Show(SearchDocument document, HashSet<string> stems, HashSet<string> typed)
    {
        var text = new HitText(stems, typed, document.Language);
        var label = document.Labels.FirstOrDefault(text.Matches) ?? (document is { Kind: not "service", Labels: [var main, ..] } ? main : null);
        return new SearchResults.Hit(document, text.Mark(document.Title), text.Snippet(document.Ingress, document.Body), label);
    }
}
