using UngPortal.Features.Search;
using UngPortal.Features.Search.Engine;

namespace UngPortal.Tests.Features.Search.Engine;

/// <summary>An index so large that its halves are searched side by side: each text is found once, wherever it lies, and in the order of one whole.</summary>
public sealed class LargeIndexTests : IDisposable
{
    private const int Texts = 50_200;
    private const int Each = 401;
    private readonly SearchFolder folder = new();

    [Fact]
    public void Warm_ThePhrasesOfSynonyms_FindsThemWhereTheyAre()
    {
        using var index = folder.OpenWith(Enumerable.Range(0, 6_000).Select(number => SearchFolder.Article($"{number}", "Om kropp", number % 1_000 == 7 ? "Jeg har uren hud." : "Huden min er ikke uren.")));
        var engine = new SearchEngine(index, ContentFiles.Lexicon);

        engine.Warm(CancellationToken.None);
        engine.Warm(CancellationToken.None);

        Assert.Equal([7, 1_007, 2_007, 3_007, 4_007, 5_007], engine.Search(new SearchQuery { Text = "kviser" }).Hits.Select(NumberOf));
        Assert.Throws<OperationCanceledException>(() => new SearchEngine(index, ContentFiles.Lexicon).Warm(new CancellationToken(canceled: true)));
    }

    [Fact]
    public void Search_InTwoHalves_FindsEachOnceAndTheBestFirst()
    {
        using var index = folder.OpenWith(Enumerable.Range(0, Texts).Select(Text));
        var engine = new SearchEngine(index, ContentFiles.Lexicon);
        var expected = Enumerable.Range(0, Texts).Where(HasWord).ToList();

        var byScore = Enumerable.Range(1, (expected.Count / SearchQuery.PageSize) + 1).Select(page => engine.Search(Query(page))).ToList();
        var byDate = Enumerable.Range(1, (expected.Count / SearchQuery.PageSize) + 1).SelectMany(page => engine.Search(Query(page) with { Sort = SearchSort.Newest }).Hits).Select(NumberOf).ToList();

        Assert.All(byScore, page => Assert.Equal(expected.Count, page.Total));
        var found = byScore.SelectMany(page => page.Hits).Select(NumberOf).ToList();
        Assert.Equal(expected, found.Order());
        Assert.Equal(found.OrderByDescending(Times).ThenBy(number => number), found);
        Assert.Equal(expected.AsEnumerable().Reverse(), byDate);
    }

    public void Dispose() => folder.Dispose();

    private static SearchQuery Query(int page) => new() { Text = "dinosaur", Page = page };

    /// <summary>Spread over all, and some on both sides of the middle.</summary>
    private static bool HasWord(int number) => number % Each == 0 || number is 0 or Texts - 1 || Math.Abs(number - (Texts / 2)) < 3;

    private static int Times(int number) => 1 + (number % 3);

    private static int NumberOf(SearchResults.Hit hit) => int.Parse(hit.Document.Key.Split(':')[1], System.Globalization.CultureInfo.InvariantCulture);

    // All of one length, so that only how often the word stands there tells them apart.
    private static SearchDocument Text(int number) => SearchFolder.Article($"{number}", "Om dyr", string.Join(' ', Enumerable.Range(0, 4).Select(at => HasWord(number) && at < Times(number) ? "dinosaur" : "katt"))) with
    {
        PublishedAt = new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc).AddMinutes(number),
    };
}
