using System.Net;
using Microsoft.EntityFrameworkCore;
using UngPortal.Features.Answers;
using UngPortal.Features.Publications;
using UngPortal.Testing;
using UngPortal.Tests.Content;

namespace UngPortal.Tests.Features.Answers;

/// <summary>The list of published answers with the shipped ones in it.</summary>
[Collection(ShippedSite.Name)]
public sealed class LibraryTests(PortalApp app)
{
    private static readonly int Shipped = Directory.EnumerateFiles(ShippedContent.Path("questions"), "*.md").Count();

    [Theory]
    [InlineData("", "spørsmål")]
    [InlineData("/nn", "spørsmål")]
    [InlineData("/en", "questions")]
    public async Task Get_EachLanguage_ShowsAllThatIsShipped(string prefix, string noun)
    {
        var page = await app.GetPageAsync(prefix + "/sporsmal");

        Assert.InRange(Shipped, 120, 10_000);
        Assert.Equal($"{Shipped} {noun}", page.TextOf("h2.h3"));
        Assert.Equal(20, page.Document.QuerySelectorAll(".answer-card").Length);
        Assert.Contains($"{prefix}/still-sporsmal", page.Links);
        Assert.Contains($"{prefix}/sjekk-svar", page.Links);
    }

    [Fact]
    public async Task Get_AllPages_ShowEachAnswerOnce()
    {
        var seen = new List<string>();
        for (var number = 1; number <= (Shipped + 19) / 20; number++)
        {
            seen.AddRange(PathsOn(await app.GetPageAsync($"/sporsmal?side={number}")));
        }

        Assert.Equal((Shipped, Shipped), (seen.Count, seen.Distinct(StringComparer.Ordinal).Count()));
    }

    [Theory]
    [InlineData("/sporsmal?side=0")]
    [InlineData("/sporsmal?side=-1")]
    [InlineData("/sporsmal?side=99")]
    [InlineData("/sporsmal?side=501")]
    [InlineData("/sporsmal?side=2147483647")]
    [InlineData("/sporsmal?side=x")]
    [InlineData("/sporsmal?tema=finnesikke")]
    [InlineData("/sporsmal?alder=1-2")]
    [InlineData("/sporsmal?kjonn=ja")]
    [InlineData("/sporsmal?rolle=trollmann")]
    [InlineData("/sporsmal?ar=1")]
    [InlineData("/sporsmal?ar=99999999999")]
    [InlineData("/sporsmal?sorter=tilfeldig")]
    [InlineData("/sporsmal?lik=7")]
    [InlineData("/sporsmal?lik=-1")]
    [InlineData("/sporsmal?tema='%20OR%201=1--")]
    [InlineData("/sporsmal/sok?q=x&side=0")]
    [InlineData("/sporsmal/sok?q=x&ar=abc")]
    [InlineData("/sporsmal/7/ting")]
    [InlineData("/sporsmal/abc/ting")]
    public async Task Get_WhatIsNotThere_IsNotFound(string path) => Assert.Equal(HttpStatusCode.NotFound, (await app.GetPageAsync(path)).Status);

    [Fact]
    public async Task Get_Filtered_ShowsOnlyWhatFits()
    {
        var girls = await app.GetPageAsync("/sporsmal?tema=kropp-helse-og-sex&alder=13-15&kjonn=jente");
        var none = await app.GetPageAsync("/sporsmal?rolle=lege&ar=2001");

        Assert.NotEmpty(PathsOn(girls));
        Assert.All(girls.TextsOf(".answer-card .tag:first-child"), who => Assert.Matches("^Jente, (13|14|15)", who));
        Assert.Null(girls.Document.QuerySelector("link[rel=canonical]"));
        Assert.Equal("0 spørsmål", none.TextOf("h2.h3"));
        Assert.NotNull(none.Document.QuerySelector(".empty"));
    }

    [Fact]
    public async Task Get_RoleAndYear_AreCountedRight()
    {
        var files = Directory.EnumerateFiles(ShippedContent.Path("questions"), "*.md").Select(File.ReadAllText).ToList();
        var nurses = files.Count(text => text.Contains("\nrole: helsesykepleier", StringComparison.Ordinal));
        var earlier = files.Count(text => text.Contains("\nansweredAt: 2025", StringComparison.Ordinal));

        Assert.Equal($"{nurses} spørsmål", (await app.GetPageAsync("/sporsmal?rolle=helsesykepleier")).TextOf("h2.h3"));
        Assert.Equal($"{earlier} spørsmål", (await app.GetPageAsync("/sporsmal?ar=2025")).TextOf("h2.h3"));
    }

    [Fact]
    public async Task Get_MostRead_HoldsNoSelfHarmAndNoCrisis()
    {
        var quiet = await app.InDatabaseAsync(async db => (await db.PublishedAnswers.Where(answer => answer.Sensitivity == Sensitivity.Crisis).ToListAsync()).ConvertAll(answer => answer.Path));
        var listed = new List<string>();
        for (var page = 1; page < 9; page++)
        {
            listed.AddRange(PathsOn(await app.GetPageAsync($"/sporsmal?sorter=mest-lest&side={page}")));
        }

        Assert.NotEmpty(quiet);
        Assert.NotEmpty(listed);
        Assert.Empty(listed.Intersect(quiet));
        Assert.Empty(PathsOn(await app.GetPageAsync("/sporsmal?sorter=mest-lest&tema=selvskading")));
        Assert.NotEmpty(PathsOn(await app.GetPageAsync("/sporsmal?tema=selvskading")));
    }

    [Fact]
    public async Task Search_Words_FindsAnswersOnly_AndHelpsInACrisis()
    {
        app.Services.WaitForSearchIndex();
        var page = await app.GetPageAsync("/sporsmal/sok?q=mensen");
        var crisis = await app.GetPageAsync("/sporsmal/sok?q=jeg+vil+ta+livet+mitt");
        var empty = await app.GetPageAsync("/sporsmal/sok?q=&tema=mensen");

        Assert.NotEmpty(PathsOn(page));
        Assert.All(PathsOn(page), path => Assert.StartsWith("/sporsmal/", path, StringComparison.Ordinal));
        Assert.Contains("noindex", page.Document.QuerySelector("meta[name=robots]")?.GetAttribute("content") ?? "", StringComparison.Ordinal);
        Assert.NotNull(crisis.Document.QuerySelector(".crisis"));
        Assert.Equal((HttpStatusCode.Redirect, "/sporsmal?tema=mensen"), (empty.Status, empty.Response.Headers.Location?.ToString()));
    }

    [Fact]
    public async Task SiteSearch_FindsQuestions_AsAKindOfTheirOwn()
    {
        app.Services.WaitForSearchIndex();
        var page = await app.GetPageAsync("/sok?q=mensen&type=question");

        Assert.NotEmpty(page.Document.QuerySelectorAll(".result a").Select(link => link.GetAttribute("href")));
        Assert.Contains("Spørsmål og svar", page.TextOf("#g-question"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Topic_ShowsItsNewest_AndLeadsToAll()
    {
        var page = await app.GetPageAsync("/tema/mensen");

        Assert.InRange(PathsOn(page).Count, 1, 6);
        Assert.Contains("/sporsmal?tema=mensen", page.Links);
    }

    [Fact]
    public async Task Lists_NameTheFlag_SoThatTheyWalkAnIndex()
    {
        var sql = await app.InDatabaseAsync(db => Task.FromResult(db.AnswerPlaces.Where(place => place.IsListed).ToQueryString() + db.AnswerPlaces.Where(place => place.MayBePopular).ToQueryString()));

        Assert.Matches("IsListed\"?\\]? = 1", sql);
        Assert.Matches("MayBePopular\"?\\]? = 1", sql);
    }

    private static List<string> PathsOn(HtmlPage page) => [.. page.Document.QuerySelectorAll(".answer-card .card__title a").Select(link => link.GetAttribute("href")!)];
}
