using System.Globalization;
using Lucene.Net.Index;
using Lucene.Net.Search;

namespace UngPortal.Features.Search.Engine;

/// <summary>Answers queries; any text is safe to ask, and nothing of it is kept.</summary>
public sealed class SearchEngine(SearchIndex index, SearchLexicon lexicon)
{
    private const int EnoughHits = 3;

    private static readonly string[] HelpfulKinds = ["article", "service"];

    private static readonly Dictionary<string, Filter> Readers = new[] { "nb", "nn", "en" }.ToDictionary(
        language => language,
        Filter (language) => new CachingWrapperFilter(new QueryWrapperFilter(new TermQuery(new Term(IndexFields.ShownTo, language)))));

    private static readonly Sort Newest = new(new SortField(IndexFields.Published, SortFieldType.INT64, reverse: true), SortField.FIELD_SCORE);

    /// <summary>One page of what answers the query; with all its words when enough does, else with some of them.</summary>
    public SearchResults Search(SearchQuery query) =>
        index.Read(searcher => Search(searcher, query)) ?? SearchResults.Empty with { IsCrisis = lexicon.Crisis.Match(query.Text) };

    private SearchResults Search(IndexSearcher searcher, SearchQuery query)
    {
        var language = Readers.ContainsKey(query.Language) ? query.Language : Kernel.Language.Bokmal.Code;
        var plan = new QueryPlanner(searcher.IndexReader, lexicon, language).Plan(query.Text);
        if (plan.Slots.Count == 0)
        {
            return SearchResults.Empty with { IsCrisis = plan.IsCrisis };
        }

        var page = Math.Clamp(query.Page, 1, SearchQuery.MaxPage);
        var stems = plan.MatchingStems();
        var (hits, found) = Run(searcher, plan, query, language, page);
        return new SearchResults
        {
            Total = found.Total,
            Page = page,
            KindCounts = found.Counts,
            Hits = [.. hits.Select(hit => Show(IndexedVersion.Read(searcher.Doc(hit.Doc)), stems))],
            DidYouMean = plan.DidYouMean,
            IsCrisis = plan.IsCrisis,
        };
    }

    /// <summary>Asks for all the words, and for fewer until there is enough.</summary>
    private static (ScoreDoc[] Hits, HitCollector Found) Run(IndexSearcher searcher, QueryPlan plan, SearchQuery query, string language, int page)
    {
        var all = Math.Max(1, plan.Demanded);
        int[] steps = [all, Math.Max(1, all * 2 / 3), Math.Max(1, all / 3)];
        var enough = query.Sort == SearchSort.Newest ? 1 : EnoughHits;
        foreach (var atLeast in steps.Distinct())
        {
            var wanted = page * SearchQuery.PageSize;
            ITopDocsCollector top = query.Sort == SearchSort.Newest
                ? TopFieldCollector.Create(Newest, wanted, fillFields: false, trackDocScores: false, trackMaxScore: false, docsScoredInOrder: false)
                : TopScoreDocCollector.Create(wanted, docsScoredInOrder: false);
            var found = new HitCollector(top, query.Kind, language, plan.IsCrisis);
            var asked = Wanted(plan, atLeast);
            searcher.Search(Narrowing(query, plan.IsCrisis) is { } narrowing ? new FilteredQuery(asked, new QueryWrapperFilter(narrowing)) : asked, Readers[language], found);
            if (atLeast == steps[^1] || found.Counts.Values.Sum() >= enough)
            {
                return (top.GetTopDocs((page - 1) * SearchQuery.PageSize, SearchQuery.PageSize).ScoreDocs, found);
            }
        }

        throw new InvalidOperationException("The last step always answers.");
    }

    /// <summary>In a crisis, articles and services that help are hits whatever their words.</summary>
    private static Query Wanted(QueryPlan plan, int atLeast)
    {
        var asked = PlanQuery.Of(plan, atLeast, all: Math.Max(1, plan.Demanded));
        if (!plan.IsCrisis)
        {
            return asked;
        }

        var help = new BooleanQuery(disableCoord: true) { { new TermQuery(new Term(IndexFields.Sensitivity, "crisis")), Occur.MUST } };
        var kinds = new BooleanQuery(disableCoord: true);
        Array.ForEach(HelpfulKinds, kind => kinds.Add(new TermQuery(new Term(IndexFields.Kind, kind)), Occur.SHOULD));
        help.Add(kinds, Occur.MUST);
        return new BooleanQuery(disableCoord: true) { { asked, Occur.SHOULD }, { new ConstantScoreQuery(help), Occur.SHOULD } };
    }

    private static BooleanQuery? Narrowing(SearchQuery query, bool withoutMethods)
    {
        var narrowing = new BooleanQuery(disableCoord: true);
        foreach (var (field, value) in new[] { (IndexFields.Topic, query.Topic), (IndexFields.AgeBand, query.AgeBand), (IndexFields.Year, query.Year?.ToString(CultureInfo.InvariantCulture)) })
        {
            if (!string.IsNullOrEmpty(value))
            {
                narrowing.Add(new TermQuery(new Term(field, value)), Occur.MUST);
            }
        }

        if (withoutMethods)
        {
            narrowing.Add(new MatchAllDocsQuery(), Occur.MUST);
            narrowing.Add(new TermQuery(new Term(IndexFields.Method, "1")), Occur.MUST_NOT);
        }

        return narrowing.Clauses.Count > 0 ? narrowing : null;
    }

    private static SearchResults.Hit Show(SearchDocument document, HashSet<string> stems)
    {
        var text = new HitText(stems, document.Language);
        return new SearchResults.Hit(document, text.Mark(document.Title), text.Snippet(document.Ingress, document.Body));
    }
}
