using Lucene.Net.Search;
using UngPortal.Platform.Words;

namespace UngPortal.Features.Search.Engine;

/// <summary>Answers queries; any text is safe to ask, and nothing of it is kept.</summary>
public sealed class SearchEngine(SearchIndex index, SearchLexicon lexicon)
{
    private const int MaxTyped = 40;

    private readonly WarmPhrases phrases = new(lexicon.Synonyms);

    /// <summary>One page of what answers the query; with all its words when enough does, else with some of them.</summary>
    public SearchResults Search(SearchQuery query) =>
        index.Read(searcher => Search(searcher, query)) ?? SearchResults.Empty with { IsCrisis = lexicon.Crisis.Match(query.Text) };

    /// <summary>The same page as keys alone; no text is read or marked for it.</summary>
    public FoundTexts Keys(SearchQuery query) =>
        index.Read(searcher =>
        {
            var (plan, hits, found, _) = Find(searcher, query);
            return new FoundTexts([.. hits.Select(hit => IndexedVersion.KeyOf(searcher.Doc(hit.Doc)))], found is null ? 0 : TotalOf(query, found), plan.IsCrisis);
        }) ?? new FoundTexts([], 0, lexicon.Crisis.Match(query.Text));

    /// <summary>Makes ready what searches would have to look for first; some seconds for some hundred thousand new texts, and nothing when there are few.</summary>
    public void Warm(CancellationToken ct) => index.Read(searcher =>
    {
        phrases.LookFor(searcher.IndexReader, ct);
        return searcher;
    });

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
            Total = TotalOf(query, found),
            Page = page,
            KindCounts = found,
            Hits = [.. hits.Select(hit => Show(IndexedVersion.Read(searcher.Doc(hit.Doc)), stems, typed))],
            DidYouMean = plan.DidYouMean,
            IsCrisis = plan.IsCrisis,
        };
    }

    /// <summary>The hits of the page, and what was counted on the way; nothing was where the text holds no word to look for.</summary>
    private (QueryPlan Plan, ScoreDoc[] Hits, Dictionary<string, int>? Found, int Page) Find(IndexSearcher searcher, SearchQuery query)
    {
        var language = IndexedVersion.AreShownIn(query.Language) ? query.Language : Kernel.Language.Bokmal.Code;
        var plan = new QueryPlanner(searcher.IndexReader, lexicon, language).Plan(query.Text);
        var page = Math.Clamp(query.Page, 1, SearchQuery.MaxPage);
        if (plan.Slots.Count == 0)
        {
            return (plan, [], null, page);
        }

        var (hits, found) = new PlanRun(searcher, plan, query, language).Page(page);
        return (plan, hits, found, page);
    }

    private static int TotalOf(SearchQuery query, Dictionary<string, int> counts) => query.Kind is null ? counts.Values.Sum() : counts.GetValueOrDefault(query.Kind);

    private static SearchResults.Hit Show(SearchDocument document, HashSet<string> stems, HashSet<string> typed)
    {
        var text = new HitText(stems, typed, document.Language);
        var label = document.Labels.FirstOrDefault(text.Matches) ?? (document is { Kind: not "service", Labels: [var main, ..] } ? main : null);
        return new SearchResults.Hit(document, text.Mark(document.Title), text.Snippet(document.Ingress, document.Body), label);
    }
}
