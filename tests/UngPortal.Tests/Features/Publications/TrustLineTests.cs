using System.Text.Json;
using UngPortal.Testing;
using UngPortal.Tests.Features.Importing;

namespace UngPortal.Tests.Features.Publications;

/// <summary>A page says who wrote it, and claims a review only where there was one; machines read the same.</summary>
public sealed class TrustLineTests(EmptySite app) : IClassFixture<EmptySite>
{
    [Theory]
    [InlineData("", "Sist oppdatert 1. november 2026", "Skrevet av UngPortal med hjelp av en språkmodell. Ikke gjennomgått av fagfolk ennå. Slik blir tekstene til")]
    [InlineData("/nn", "Sist oppdatert 1. november 2026", "Skriven av UngPortal med hjelp av ein språkmodell. Ikkje gjennomgått av fagfolk enno. Slik blir tekstane til")]
    [InlineData("/en", "Last updated 1 November 2026", "Written by UngPortal with the help of a language model. Not yet reviewed by professionals. How the texts are made")]
    public async Task Get_WithoutReviewer_ClaimsNoReview(string language, string updated, string written)
    {
        using var tree = new ContentTree(app);
        tree.Write("articles/uten-fagperson.nb.md", ContentTree.Article());
        await tree.ImportAsync();

        var page = await app.GetPageAsync($"{language}/artikler/uten-fagperson");

        Assert.Equal([updated, written], page.TextsOf(".meta li").TakeLast(2));
        Assert.Equal(language + "/om", page.Document.QuerySelector(".meta a")!.GetAttribute("href"));
        Assert.DoesNotContain("m4 12 6 6L20 6", page.Document.QuerySelector(".meta")!.InnerHtml, StringComparison.Ordinal);
        var machine = JsonOf(page);
        Assert.Equal(("UngPortal", "2026-11-01"), (machine.GetProperty("author").GetProperty("name").GetString(), machine.GetProperty("dateModified").GetString()));
        Assert.False(machine.TryGetProperty("mainEntityOfPage", out _));
    }

    [Fact]
    public async Task Get_WithReviewerAndOwner_NamesBoth()
    {
        using var tree = new ContentTree(app);
        tree.Write("articles/med-fagperson.nb.md", ContentTree.Article().Replace(
            "sources:", "owner: Fylkeslegen\nreviewedBy: { name: Kari Nordmann, role: lege, organisation: Helsetilsynet }\nsources:", StringComparison.Ordinal));
        await tree.ImportAsync();

        var page = await app.GetPageAsync("/artikler/med-fagperson");

        Assert.Equal(["Faglig gjennomgått av Kari Nordmann, lege, Helsetilsynet, 1. november 2026", "Skrevet av Fylkeslegen. Slik blir tekstene til"], page.TextsOf(".meta li").TakeLast(2));
        var review = JsonOf(page).GetProperty("mainEntityOfPage");
        Assert.Equal("Fylkeslegen", JsonOf(page).GetProperty("author").GetProperty("name").GetString());
        Assert.Equal(("2026-11-01", "Kari Nordmann"), (review.GetProperty("lastReviewed").GetString(), review.GetProperty("reviewedBy").GetProperty("name").GetString()));
    }

    private static JsonElement JsonOf(HtmlPage page) => JsonDocument.Parse(page.Document.QuerySelector("script[type='application/ld+json']")!.TextContent).RootElement;
}
