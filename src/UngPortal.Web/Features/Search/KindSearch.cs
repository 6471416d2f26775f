using UngPortal.Features.Search.Engine;

namespace UngPortal.Features.Search;

/// <summary>The search within one kind, for that kind's own list.</summary>
public sealed class KindSearch(SearchEngine engine)
{
    public const int PageSize = SearchQuery.PageSize;
    public const int MostPages = SearchQuery.MaxPage;

    public FoundTexts Find(KindQuery query)
    {
        var found = engine.Keys(new SearchQuery
        {
            Text = query.Text,
            Language = query.Language,
            Kind = query.Kind,
            Topic = query.Topic,
            AgeBand = query.AgeBand,
            Year = query.Year,
            Tags = query.Tags,
            Page = query.Page,
        });
        return found with { Total = Math.Min(found.Total, MostPages * PageSize) };
    }
}

/// <summary>What is looked for within a kind; empty filters let everything through.</summary>
public sealed record KindQuery(string Kind, string Text, string Language, int Page)
{
    public string? Topic { get; init; }

    public string? AgeBand { get; init; }

    public int? Year { get; init; }

    public IReadOnlyList<string> Tags { get; init; } = [];
}

/// <summary>One page of keys in order, how many there are in all, and whether help comes first.</summary>
public sealed record FoundTexts(IReadOnlyList<string> Keys, int Total, bool IsCrisis);
