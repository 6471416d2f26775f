using UngPortal.Features.Search.Engine;

namespace UngPortal.Tests.Features.Search.Engine;

public sealed class SearchEngineTests : IDisposable
{
    private readonly SearchFolder folder = new();

    [Fact]
    public void Search_WithMatchInDifferentParts_RanksTitleTopicIngressBody()
    {
        using var index = folder.OpenWith(
            SearchFolder.Article("d", "Fjerde", "Litt om angst her."),
            SearchFolder.Article("c", "Tredje", "Litt om noe her.", "Om angst."),
            SearchFolder.Article("b", "Andre", "Litt om noe her.", topics: "Angst"),
            SearchFolder.Article("a", "Angst", "Litt om noe her."));

        Assert.Equal(["Angst", "Andre", "Tredje", "Fjerde"], SearchFolder.Titles(index, "angst"));
    }

    [Fact]
    public void Search_WithExactAndMisspeltWord_RanksExactFirst()
    {
        using var index = folder.OpenWith(SearchFolder.Article("a", "Konfirmasjonen"), SearchFolder.Article("b", "Konfirmasjonan", "Konfirmasjonan."));

        Assert.Equal("Konfirmasjonan", SearchFolder.Titles(index, "konfirmasjonan")[0]);
    }

    [Fact]
    public void Search_ForRareMisspellingOfCommonWord_FindsBothAndSuggests()
    {
        using var index = folder.OpenWith([SearchFolder.Article("a", "Depersjon"), .. Enumerable.Range(0, 25).Select(i => SearchFolder.Article($"b{i}", $"Depresjon {i}"))]);

        var results = SearchFolder.Ask(index, "depersjon hos unge");

        Assert.Equal("Depersjon", results.Hits[0].Document.Title);
        Assert.Equal(26, results.Total);
        Assert.Equal("depresjon hos unge", results.DidYouMean);
    }

    [Fact]
    public void Search_WithSeveralWords_PutsDocumentsWithAllFirst()
    {
        using var index = folder.OpenWith(
            SearchFolder.Article("a", "Eksamen eksamen eksamen"),
            SearchFolder.Article("b", "Noe annet", "Her er eksamen nevnt. Og her er panikk nevnt."),
            SearchFolder.Article("c", "Panikk"));

        Assert.Equal("Noe annet", SearchFolder.Titles(index, "eksamen panikk")[0]);
        Assert.Equal(3, SearchFolder.Titles(index, "eksamen panikk").Count);
    }

    [Fact]
    public void Search_WhenEnoughHaveAllWords_LeavesOthersOut()
    {
        using var index = folder.OpenWith([.. Enumerable.Range(0, 4).Select(i => SearchFolder.Article($"a{i}", "Eksamen og panikk")), SearchFolder.Article("c", "Panikk")]);

        Assert.Equal(4, SearchFolder.Ask(index, "eksamen panikk").Total);
    }

    [Theory]
    [InlineData("nb", "Søvn")]
    [InlineData("nn", "Svevn")]
    [InlineData("en", "Sleep")]
    public void Search_ForArticleInThreeLanguages_ShowsTheReadersVersionOnly(string language, string title)
    {
        using var index = folder.OpenWith(
            SearchFolder.Article("sovn", "Søvn"), SearchFolder.Article("sovn", "Svevn", language: "nn"), SearchFolder.Article("sovn", "Sleep", language: "en"));

        Assert.Equal([title], SearchFolder.Titles(index, "søvn", language));
        Assert.Equal([title], SearchFolder.Titles(index, "sleep", language));
    }

    [Theory]
    [InlineData("nn")]
    [InlineData("en")]
    [InlineData("se")]
    public void Search_WithoutVersionInTheLanguage_FallsBackToBokmal(string language)
    {
        using var index = folder.OpenWith(SearchFolder.Article("sovn", "Søvn"));

        Assert.Equal(["Søvn"], SearchFolder.Titles(index, "søvn", language));
    }

    [Fact]
    public void Search_WithEquallyGoodHits_PutsTheReadersLanguageFirst()
    {
        using var index = folder.OpenWith(SearchFolder.Article("a", "Vald", "Bokmål."), SearchFolder.Article("b", "Vald", "Nynorsk.", language: "nn"));

        Assert.Equal("nn", SearchFolder.Ask(index, "vald", "nn").Hits[0].Document.Language);
        Assert.Equal("nb", SearchFolder.Ask(index, "vald", "nb").Hits[0].Document.Language);
    }

    [Fact]
    public void Search_WithFilters_NarrowsAndStillCountsKinds()
    {
        var article = SearchFolder.Article("a", "Angst en") with { Topics = ["psykisk-helse", "angst"], AgeBands = ["13-15"], Year = 2025 };
        using var index = folder.OpenWith(
            article,
            article with { Key = "article:b", Title = "Angst to", Topics = ["skole"], AgeBands = ["16-17"], Year = 2026 },
            article with { Key = "video:a", Kind = "video", Title = "Angst på film" });
        var engine = new SearchEngine(index, ContentFiles.Lexicon);
        var query = new SearchQuery { Text = "angst" };

        Assert.Equal(3, engine.Search(query).Total);
        Assert.Equal(["Angst to"], Titles(query with { Topic = "skole" }));
        Assert.Equal(["Angst to"], Titles(query with { AgeBand = "16-17" }));
        Assert.Equal(["Angst to"], Titles(query with { Year = 2026 }));
        var videos = engine.Search(query with { Kind = "video" });
        Assert.Equal(["Angst på film"], videos.Hits.Select(hit => hit.Document.Title));
        Assert.Equal(1, videos.Total);
        Assert.Equal(2, videos.KindCounts["article"]);
        Assert.Equal(1, videos.KindCounts["video"]);
        Assert.Equal(0, engine.Search(query with { Kind = "tool" }).Total);

        IEnumerable<string> Titles(SearchQuery narrowed) => engine.Search(narrowed).Hits.Select(hit => hit.Document.Title);
    }

    [Fact]
    public void Search_SortedByNewest_OrdersByPublishing()
    {
        using var index = folder.OpenWith(Enumerable.Range(1, 5).Select(i =>
            SearchFolder.Article($"a{i}", $"Angst {i}") with { PublishedAt = new DateTime(2020 + i, 1, 1, 0, 0, 0, DateTimeKind.Utc) }));

        var hits = new SearchEngine(index, ContentFiles.Lexicon).Search(new SearchQuery { Text = "angst", Sort = SearchSort.Newest }).Hits;

        Assert.Equal(["Angst 5", "Angst 4", "Angst 3", "Angst 2", "Angst 1"], hits.Select(hit => hit.Document.Title));
    }

    [Fact]
    public void Search_ByPage_ShowsEachHitOnce()
    {
        using var index = folder.OpenWith(Enumerable.Range(1, 45).Select(i => SearchFolder.Article($"a{i}", $"Angst {i}")));
        var engine = new SearchEngine(index, ContentFiles.Lexicon);

        var pages = Enumerable.Range(1, 4).Select(page => engine.Search(new SearchQuery { Text = "angst", Page = page })).ToList();

        Assert.Equal([20, 20, 5, 0], pages.Select(page => page.Hits.Count));
        Assert.All(pages, page => Assert.Equal(45, page.Total));
        Assert.Equal(45, pages.SelectMany(page => page.Hits).Select(hit => hit.Document.Key).Distinct().Count());
        Assert.Equal(1, engine.Search(new SearchQuery { Text = "angst", Page = -5 }).Page);
        Assert.Equal(SearchQuery.MaxPage, engine.Search(new SearchQuery { Text = "angst", Page = int.MaxValue }).Page);
    }

    [Fact]
    public void Search_WithHit_MarksTitleAndCutsSnippetAroundMatches()
    {
        var filler = string.Concat(Enumerable.Repeat("Her står det noe helt annet. ", 40));
        using var index = folder.OpenWith(SearchFolder.Article("a", "Når <b>angsten</b> kommer", filler + "Da kan pust hjelpe mot angst. " + filler));

        var hit = SearchFolder.Ask(index, "pust mot angst").Hits[0];

        Assert.Equal("Når <b>angsten</b> kommer", string.Concat(hit.Title.Select(segment => segment.Text)));
        Assert.Equal(["angsten"], hit.Title.Where(segment => segment.IsMatch).Select(segment => segment.Text));
        Assert.Equal(["pust", "angst"], hit.Snippet.Where(segment => segment.IsMatch).Select(segment => segment.Text));
        Assert.StartsWith("… Da kan pust hjelpe mot angst.", string.Concat(hit.Snippet.Select(segment => segment.Text)), StringComparison.Ordinal);
        Assert.InRange(hit.Snippet.Sum(segment => segment.Text.Length), 100, 300);
    }

    public void Dispose() => folder.Dispose();
}
