using System.Net;
using Microsoft.EntityFrameworkCore;
using UngPortal.Features.Questions;
using UngPortal.Testing;

namespace UngPortal.Tests.Features.Questions.Asking;

/// <summary>Advice while somebody writes, and when the form comes back.</summary>
public sealed class WritingAdviceTests(PortalApp app) : IClassFixture<PortalApp>
{
    private const string AdvicePath = "/still-sporsmal/rad";
    private const string Telling = "Jeg heter Kari Nordmann og har nummer 91234567, er det greit?";
    private const string Red = "jeg vil dø, og nummeret mitt er 91234567";

    [Theory]
    [InlineData("", "Det ser ut som et fullt navn.")]
    [InlineData("/nn", "Det ser ut som eit fullt namn.")]
    [InlineData("/en", "There seems to be a full name.")]
    public async Task Post_ATextThatTells_AnswersAdviceInTheLanguage(string language, string advice)
    {
        var page = await AdviseAsync(Telling, language);

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Equal(2, page.Document.QuerySelectorAll("[data-advice-content] li").Length);
        Assert.Contains(page.TextsOf("[data-advice-content] li"), line => line.StartsWith(advice, StringComparison.Ordinal));
        Assert.Null(page.Document.QuerySelector(".crisis"));
        Assert.Null(page.Document.QuerySelector("header, nav, form"));
        Assert.True(page.Response.Headers.CacheControl?.NoStore);
        Assert.DoesNotContain("Nordmann", page.Text, StringComparison.Ordinal);
        Assert.Equal(0, await CountAsync());
    }

    [Fact]
    public async Task Post_Red_AnswersTheCrisisPanelFirst()
    {
        var page = await AdviseAsync(Red);

        Assert.NotNull(page.Document.QuerySelector("[data-advice-content] > .crisis:first-child a[href^='tel:']"));
        Assert.Single(page.Document.QuerySelectorAll("[data-advice-content] li"));
    }

    [Fact]
    public async Task Post_WithNothingToSay_AnswersAnEmptyPiece()
    {
        foreach (var text in new[] { "", "Hvor mye søvn trenger jeg når jeg er femten?", "Harry Styles er best, jeg bor i Prøvdal" })
        {
            var page = await AdviseAsync(text);
            Assert.Equal((HttpStatusCode.OK, ""), (page.Status, page.TextOf("[data-advice-content]")));
            Assert.NotNull(page.Document.QuerySelector("[data-advice-content]"));
        }
    }

    [Fact]
    public async Task V3_5_1_Post_WithoutTokenOrFromElsewhereOrFromNoPage_IsRefused()
    {
        using var visitor = app.CreateVisitor();
        var form = (await visitor.VisitAsync(QuestionVisits.AskPath)).Form(QuestionVisits.AskPath);
        var token = form["__RequestVerificationToken"];

        Assert.Equal(HttpStatusCode.BadRequest, (await SendAsync(visitor, new() { ["Tekst"] = Telling }, "same-origin")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await SendAsync(visitor, new() { ["Tekst"] = Telling, ["__RequestVerificationToken"] = token }, "cross-site")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await SendAsync(visitor, new() { ["Tekst"] = Telling, ["__RequestVerificationToken"] = token }, null)).Status);
        Assert.Equal(HttpStatusCode.OK, (await SendAsync(visitor, new() { ["Tekst"] = Telling, ["__RequestVerificationToken"] = token }, "same-origin")).Status);
        Assert.NotEqual(HttpStatusCode.OK, (await visitor.VisitAsync(AdvicePath + "?tekst=" + WebUtility.UrlEncode(Telling))).Status);
    }

    [Fact]
    public async Task Form_WithoutScript_ShowsTheAdviceWhenItComesBackAndTakesTheTextAsItIs()
    {
        using var visitor = app.CreateVisitor();
        var empty = await visitor.VisitAsync(QuestionVisits.AskPath);
        var begun = await visitor.PostFormAsync("/still-sporsmal/begynn", new Dictionary<string, string> { ["tekst"] = Telling });
        var fields = await app.BeginAskAsync(visitor, Telling);
        fields.Remove("Lest");

        var back = await visitor.PostFormAsync(QuestionVisits.AskPath, fields);
        var sent = await visitor.PostFormAsync(QuestionVisits.AskPath, new Dictionary<string, string>(back.Form(QuestionVisits.AskPath)) { ["Lest"] = "true" });

        Assert.Equal("", empty.TextOf("#rad"));
        Assert.Equal(("polite", AdvicePath), (empty.Document.GetElementById("rad")!.GetAttribute("aria-live"), empty.Document.GetElementById("rad")!.GetAttribute("data-advice")));
        Assert.All([begun, back], page => Assert.Equal(2, page.Document.QuerySelectorAll("#rad li").Length));
        Assert.Equal(HttpStatusCode.Found, sent.Status);
        await app.InDatabaseAsync(db => db.Questions.ExecuteDeleteAsync());
    }

    private async Task<HtmlPage> AdviseAsync(string text, string language = "")
    {
        using var visitor = app.CreateVisitor();
        var form = (await visitor.VisitAsync(language + QuestionVisits.AskPath)).Form(language + QuestionVisits.AskPath);
        return await SendAsync(visitor, new() { ["Tekst"] = text, ["Sett"] = "true", ["__RequestVerificationToken"] = form["__RequestVerificationToken"] }, "same-origin", language);
    }

    private static async Task<HtmlPage> SendAsync(HttpClient visitor, Dictionary<string, string> fields, string? site, string language = "")
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(language + AdvicePath, UriKind.Relative)) { Content = new FormUrlEncodedContent(fields) };
        if (site is not null)
        {
            request.Headers.Add("Sec-Fetch-Site", site);
        }

        return await HtmlPage.ReadAsync(await visitor.SendAsync(request));
    }

    private Task<int> CountAsync() => app.InDatabaseAsync(db => db.Questions.CountAsync());
}
