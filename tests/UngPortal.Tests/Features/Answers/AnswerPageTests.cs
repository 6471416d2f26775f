using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using UngPortal.Features.Answers;
using UngPortal.Features.Publications;
using UngPortal.Testing;

namespace UngPortal.Tests.Features.Answers;

/// <summary>The page of one answer.</summary>
[Collection(ShippedSite.Name)]
public sealed class AnswerPageTests(PortalApp app)
{
    [Fact]
    public async Task Get_WrongOrMissingSlug_LeadsToTheRightAddressForGood()
    {
        var answer = await AnyAsync("nb");

        foreach (var (path, right) in new[] { ($"/sporsmal/{answer.PublicId}", answer.Path), ($"/sporsmal/{answer.PublicId}/feil", answer.Path), ($"/en/sporsmal/{answer.PublicId}/feil", "/en" + answer.Path) })
        {
            var page = await app.GetPageAsync(path);
            Assert.Equal((HttpStatusCode.MovedPermanently, right), (page.Status, page.Response.Headers.Location?.ToString()));
        }
    }

    [Fact]
    public async Task Get_Starter_SaysWhatItIs()
    {
        var answer = await AnyAsync("nb");
        var page = await app.GetPageAsync(answer.Path);

        Assert.Equal(answer.Title, page.TextOf("h1"));
        Assert.Contains("Dette spørsmålet har vi laget selv", page.TextOf("main"), StringComparison.Ordinal);
        Assert.Contains("er ikke lest av fagfolk ennå", page.TextOf("main"), StringComparison.Ordinal);
        Assert.StartsWith("Eksempel på svar.", page.TextOf("#svart"), StringComparison.Ordinal);
        Assert.Empty(page.Document.QuerySelectorAll("input[name=__RequestVerificationToken]"));
        Assert.Equal("/still-sporsmal/begynn", page.Document.QuerySelector("form.stack[method=post]")?.GetAttribute("action"));
        Assert.NotEmpty(page.Document.QuerySelector("input[name=tema]")?.GetAttribute("value") ?? "");
        Assert.NotEmpty(page.TextsOf(".related .answer-card"));
        Assert.Contains($"/tilbakemelding?side={Uri.EscapeDataString(answer.Path)}&svar=ja", page.Links);
    }

    [Theory]
    [InlineData("nb", "/en", "The question and the answer are in Norwegian (bokmål).", "")]
    [InlineData("nn", "", "Spørsmålet og svaret er på nynorsk.", "/nn")]
    [InlineData("en", "/nn", "Spørsmålet og svaret er på engelsk.", "/en")]
    public async Task Get_InAnotherLanguage_MarksTheTextAndNamesItsOwnAddress(string language, string prefix, string notice, string home)
    {
        var answer = await AnyAsync(language);
        var page = await app.GetPageAsync(prefix + answer.Path);

        Assert.Equal(notice, page.TextOf(".notice--language"));
        Assert.Equal(language, page.Document.QuerySelector("h1")?.GetAttribute("lang"));
        Assert.Equal(language, page.Document.QuerySelector(".asked .as-written")?.GetAttribute("lang"));
        Assert.Equal($"https://localhost{home}{answer.Path}", page.Document.QuerySelector("link[rel=canonical]")?.GetAttribute("href"));
        Assert.Empty(page.Document.QuerySelectorAll("link[hreflang]"));
        Assert.Null((await app.GetPageAsync(home + answer.Path)).Document.QuerySelector(".notice--language"));
    }

    [Fact]
    public async Task JsonLd_IsAQuestionWithItsAnswer()
    {
        var answer = await AnyAsync("nb");
        var page = await app.GetPageAsync(answer.Path);
        using var json = JsonDocument.Parse(page.Document.QuerySelector("script[type='application/ld+json']")!.TextContent);
        var question = json.RootElement.GetProperty("mainEntity");
        var accepted = question.GetProperty("acceptedAnswer");

        Assert.Equal(("QAPage", "Question", "Answer"), (json.RootElement.GetProperty("@type").GetString(), question.GetProperty("@type").GetString(), accepted.GetProperty("@type").GetString()));
        Assert.Equal((answer.Title, answer.Question, 1), (question.GetProperty("name").GetString(), question.GetProperty("text").GetString(), question.GetProperty("answerCount").GetInt32()));
        Assert.Equal($"https://localhost{answer.Path}", accepted.GetProperty("url").GetString());
        Assert.DoesNotContain("<", accepted.GetProperty("text").GetString(), StringComparison.Ordinal);
        Assert.Equal(answer.Title, page.Document.QuerySelector("meta[property='og:title']")?.GetAttribute("content"));
    }

    [Fact]
    public async Task Get_Crisis_ShowsHelpFirst()
    {
        var answer = await app.InDatabaseAsync(db => db.PublishedAnswers.AsNoTracking().Where(one => one.Sensitivity == Sensitivity.Crisis).OrderBy(one => one.Id).FirstAsync());
        var page = await app.GetPageAsync(answer.Path);

        Assert.NotNull(page.Document.QuerySelector("main .crisis"));
        Assert.NotEmpty(page.Document.QuerySelectorAll("[aria-labelledby=hjelp] .service"));
        Assert.Null(page.Document.QuerySelector(".asked ~ .crisis"));
    }

    [Fact]
    public async Task Sitemap_HoldsAnswers_InTheirOwnLanguageOnly()
    {
        var answer = await AnyAsync("nn");
        var sitemap = (await app.GetPageAsync("/sitemap.xml")).Text;

        Assert.Contains($"<loc>https://localhost/nn{answer.Path}</loc>", sitemap, StringComparison.Ordinal);
        Assert.DoesNotContain($"<loc>https://localhost{answer.Path}</loc>", sitemap, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Article_ShowsRelatedQuestions_AndAnAskBox()
    {
        app.Services.WaitForSearchIndex();
        var page = await app.GetPageAsync("/artikler/mensen-det-du-lurer-pa");

        Assert.InRange(page.Document.QuerySelectorAll("main .answer-card").Length, 1, 6);
        Assert.Contains("mens", page.TextOf("main .answer-card"), StringComparison.OrdinalIgnoreCase);
        Assert.NotNull(page.Document.QuerySelector("form[action='/still-sporsmal/begynn'] textarea[name=tekst]"));
    }

    private async Task<PublishedAnswer> AnyAsync(string language)
    {
        app.Services.WaitForSearchIndex();
        return await app.InDatabaseAsync(db => db.PublishedAnswers.AsNoTracking().Where(answer => answer.Language == language && answer.Sensitivity == Sensitivity.None).OrderBy(answer => answer.Id).FirstAsync());
    }
}
