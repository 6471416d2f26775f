namespace UngPortal.Benchmarks;

/// <summary>The pages that stand for their kind, with the budgets of the quality bar in bytes and requests.</summary>
internal static class Routes
{
    public const string Article = "/artikler/nar-du-ikke-far-sove";

    public static readonly IReadOnlyList<PageKind> Kinds =
    [
        new("front page", "/", 22_000, 5_000, 12),
        new("articles", "/artikler", 20_000, 5_000, 8),
        new("article", Article, 20_000, 5_000, 8),
        new("topics", "/tema", 20_000, 5_000, 8),
        new("topic", "/tema/kropp-helse-og-sex", 20_000, 5_000, 8),
        new("search", "/sok?q=mensen", 20_000, 5_000, 8),
        new("get help now", "/hjelp-na", 20_000, 5_000, 8),
        new("films", "/video", 20_000, 5_000, 8),
        new("illustrations", "/illustrasjoner", 20_000, 5_000, 8),
    ];

    internal sealed record PageKind(string Name, string Path, int PageBytes, int ScriptBytes, int Requests);
}
