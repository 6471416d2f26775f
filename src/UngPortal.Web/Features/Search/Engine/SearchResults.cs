namespace UngPortal.Features.Search.Engine;

/// <summary>One page of hits and what is said above them.</summary>
public sealed record SearchResults
{
    public static readonly SearchResults Empty = new();

    /// <summary>Hits on all pages, with every filter.</summary>
    public int Total { get; init; }

    public int Page { get; init; } = 1;

    public IReadOnlyList<Hit> Hits { get; init; } = [];

    /// <summary>Hits of each kind, with every filter but the kind's.</summary>
    public IReadOnlyDictionary<string, int> KindCounts { get; init; } = new Dictionary<string, int>();

    /// <summary>The query with its misspelt words put right; null when nothing looks wrong.</summary>
    public string? DidYouMean { get; init; }

    /// <summary>Whether the help panel comes first.</summary>
    public bool IsCrisis { get; init; }

    /// <param name="Document">What was found.</param>
    /// <param name="Title">Its title with the matching words marked.</param>
    /// <param name="Snippet">The piece of its text that says most about the query.</param>
    /// <param name="Label">The topic that the query names, else the main one; null for a service whose topics it doesn't name, since services have many.</param>
    public sealed record Hit(SearchDocument Document, IReadOnlyList<TextSegment> Title, IReadOnlyList<TextSegment> Snippet, string? Label);
}
