using System.Net;
using Microsoft.EntityFrameworkCore;
using UngPortal.Features.Feedback;
using UngPortal.Testing;

namespace UngPortal.Tests.Features.Questions.Asking;

/// <summary>What others asked about the same comes once, never in a crisis, and never instead of asking. Source: product/questions.md, "While writing".</summary>
[Collection(ShippedSite.Name)]
public sealed class SimilarTests(PortalApp app)
{
    private const string Text = "Jeg har begynt å røyke hasj, og nå kjennes alt uvirkelig. Går det over av seg selv?";
    private const string AdvicePath = "/still-sporsmal/rad";

    [Fact]
    public async Task Ask_WithoutScript_ShowsThemOnce_AndThenSendsTheQuestion()
    {
        app.Services.WaitForSearchIndex();
        using var visitor = app.CreateVisitor();
        var fields = await app.BeginAskAsync(visitor, Text);
        fields["Sett"] = "false";

        var between = await visitor.PostFormAsync(QuestionVisits.AskPath, fields);
        var again = between.Form(QuestionVisits.AskPath);
        var sent = await visitor.PostFormAsync(QuestionVisits.AskPath, again);

        Assert.Equal(HttpStatusCode.OK, between.Status);
        Assert.NotNull(between.Document.QuerySelector("[data-similar-content] a[href^='/sporsmal/'][target=_blank]"));
        Assert.InRange(between.Document.QuerySelectorAll("[data-similar-content] li").Length, 1, 4);
        Assert.Equal((Text, "true"), (again["Tekst"], again["Sett"]));
        Assert.Equal(HttpStatusCode.Redirect, sent.Status);
    }

    [Fact]
    public async Task Ask_InACrisis_GoesStraightOn()
    {
        app.Services.WaitForSearchIndex();
        using var visitor = app.CreateVisitor();
        var fields = await app.BeginAskAsync(visitor, Text + " Jeg vil ikke leve mer.");
        fields["Sett"] = "false";

        Assert.Equal(HttpStatusCode.Redirect, (await visitor.PostFormAsync(QuestionVisits.AskPath, fields)).Status);
    }

    [Theory]
    [InlineData(Text, "false", true)]
    [InlineData(Text, "true", false)]
    [InlineData(Text + " Jeg vil ikke leve mer.", "false", false)]
    [InlineData("hasj", "false", false)]
    public async Task Advice_WhileWriting_NudgesOnce_AndNeverInACrisis(string text, string seen, bool isShown)
    {
        app.Services.WaitForSearchIndex();
        using var visitor = app.CreateVisitor();
        var form = (await visitor.VisitAsync(QuestionVisits.AskPath)).Form(QuestionVisits.AskPath);
        visitor.DefaultRequestHeaders.Add("Sec-Fetch-Site", "same-origin");

        var advice = await visitor.PostFormAsync(AdvicePath, new Dictionary<string, string> { ["Tekst"] = text, ["Sett"] = seen, ["__RequestVerificationToken"] = form["__RequestVerificationToken"] });

        Assert.Equal((HttpStatusCode.OK, isShown), (advice.Status, advice.Document.QuerySelector("[data-similar-content]") is not null));
    }

    [Fact]
    public async Task Helped_IsCounted_AndTheTextGoesNowhere()
    {
        app.Services.WaitForSearchIndex();
        using var visitor = app.CreateVisitor();
        var fields = await app.BeginAskAsync(visitor, Text);
        fields["Sett"] = "false";
        var between = await visitor.PostFormAsync(QuestionVisits.AskPath, fields);
        var path = between.Document.QuerySelector("[data-similar-content] a")!.GetAttribute("href")!;

        var thanks = await visitor.PostFormAsync("/tilbakemelding", between.Form("/tilbakemelding"));

        Assert.Equal(HttpStatusCode.Redirect, thanks.Status);
        Assert.True(await app.InDatabaseAsync(db => db.Set<FeedbackEntry>().AnyAsync(entry => entry.Page == path && entry.Helped == true && entry.Text == "")));
    }
}
