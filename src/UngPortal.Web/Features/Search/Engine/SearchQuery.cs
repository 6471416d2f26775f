namespace UngPortal.Features.Search.Engine;

/// <summary>What a reader looks for; any text is allowed, only its first 200 characters and twelve words count.</summary>
public sealed record SearchQuery
{
    public const int PageSize = 20;

    public const int MaxPage = 250;

    public required string Text { get; init; }

    /// <summary>The reader's language code.</summary>
    public string Language { get; init; } = "nb";

    public string? Kind { get; init; }

    public string? Topic { get; init; }

    public string? AgeBand { get; init; }

    public int? Year { get; init; }

    /// <summary>All of these the document has.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];

    public SearchSort Sort { get; init; }

    /// <summary>From 1; anything outside 1 to <see cref="MaxPage"/> is moved to the nearest end.</summary>
    public int Page { get; init; } = 1;
}
