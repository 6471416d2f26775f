using UngPortal.Features.Search.Engine;

namespace UngPortal.Benchmarks;

/// <summary>Queries as readers ask them: the labelled ones, each also with slips of the finger, some narrowed, sorted or turned to a later page.</summary>
internal static class SearchRequests
{
    private const int Variants = 12;

    public static IReadOnlyList<SearchQuery> Queries()
    {
        var random = new Random(5);
        var labelled = File.ReadLines(Path.Combine(Repository.Root, "tests", "UngPortal.Tests", "Features", "Search", "labelled-queries.tsv")).Skip(1).Select(line => line.Split('\t')).ToList();
        var queries = Enumerable.Range(0, Variants).SelectMany(_ => labelled).Select(row => Make(row[2], row[1], random)).ToArray();
        random.Shuffle(queries);
        return queries;
    }

    /// <summary>What the box sends while a query is being typed.</summary>
    public static IReadOnlyList<SearchQuery> Beginnings() =>
        [.. Queries().Select((query, i) => query with { Text = query.Text[..Math.Min(query.Text.Length, 2 + (i % 14))] })];

    private static SearchQuery Make(string text, string language, Random random) => new()
    {
        Text = random.Next(10) < 3 ? Misspelt(text, random) : text,
        Language = language,
        Kind = random.Next(10) == 0 ? "article" : null,
        Topic = random.Next(10) == 0 ? "sovn" : null,
        AgeBand = random.Next(8) == 0 ? "16-17" : null,
        Year = random.Next(20) == 0 ? 2024 : null,
        Sort = random.Next(20) == 0 ? SearchSort.Newest : SearchSort.Relevance,
        Page = random.Next(12) == 0 ? 2 : 1,
    };

    private static string Misspelt(string text, Random random)
    {
        var longest = text.Split(' ').MaxBy(word => word.Length)!;
        if (longest.Length < 5)
        {
            return text;
        }

        var at = random.Next(1, longest.Length - 2);
        var slip = random.Next(3) switch
        {
            0 => longest.Remove(at, 1),
            1 => longest.Insert(at, longest[at].ToString()),
            _ => $"{longest[..at]}{longest[at + 1]}{longest[at]}{longest[(at + 2)..]}",
        };
        return text.Replace(longest, slip, StringComparison.Ordinal);
    }
}
