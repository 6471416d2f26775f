using System.Net;
using Microsoft.EntityFrameworkCore;
using UngPortal.Features.Feedback;
using UngPortal.Testing;
using UngPortal.Tests.Startup;

namespace UngPortal.Tests.Features.Feedback;

/// <summary>What a reader says is kept once, and not for long.</summary>
public sealed class FeedbackTests(PortalApp app) : IClassFixture<PortalApp>
{
    [Fact]
    public async Task Post_TheSameFormTwice_IsStoredOnce()
    {
        using var visitor = app.CreateVisitor();
        var fields = (await HtmlPage.ReadAsync(await visitor.GetAsync(new Uri("/tilbakemelding?side=/artikler/eksamen-uten-panikk&svar=ja", UriKind.Relative)))).Form("/tilbakemelding");
        fields["Tekst"] = "Sendt to ganger";

        var answers = await Task.WhenAll(visitor.SendFormAsync(fields), visitor.SendFormAsync(fields));
        var third = await visitor.SendFormAsync(fields);

        Assert.All(answers.Append(third), answer => Assert.Equal(HttpStatusCode.Found, answer.Status));
        var kept = Assert.Single(await KeptAsync("Sendt to ganger"));
        Assert.Equal(("/artikler/eksamen-uten-panikk", true), (kept.Page, kept.Helped));
        Assert.Equal(PortalApp.Start.UtcDateTime.Date, kept.SentAt.Date);
    }

    [Theory]
    [InlineData("/artikler/eksamen-uten-panikk", "", "", "Svar")]
    [InlineData("/artikler/eksamen-uten-panikk", "kan", "", "Svar")]
    [InlineData("/", "", "   ", "Tekst")]
    public async Task Post_WithoutWhatIsNeeded_IsRefusedInPlace(string side, string answer, string text, string field)
    {
        using var visitor = app.CreateVisitor();
        var fields = (await HtmlPage.ReadAsync(await visitor.GetAsync(new Uri($"/tilbakemelding?side={side}", UriKind.Relative)))).Form("/tilbakemelding");
        fields["Svar"] = answer;
        fields["Tekst"] = text;

        var page = await visitor.SendFormAsync(fields);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.NotEmpty(page.TextOf($"#{field}-feil"));
        Assert.NotNull(page.Document.QuerySelector(".error-summary a"));
    }

    [Theory]
    [InlineData(300, HttpStatusCode.Found)]
    [InlineData(301, HttpStatusCode.UnprocessableEntity)]
    [InlineData(25_000, HttpStatusCode.UnprocessableEntity)]
    public async Task Post_TextAtTheLimit_IsKeptWholeOrRefusedWhole(int length, HttpStatusCode expected)
    {
        using var visitor = app.CreateVisitor();
        var text = new string('å', length);

        var page = await visitor.SendFeedbackAsync(text);

        Assert.Equal(expected, page.Status);
        Assert.Equal(expected == HttpStatusCode.Found ? 1 : 0, (await KeptAsync(text)).Count);
        Assert.True(expected == HttpStatusCode.Found || (page.TextOf("textarea") == text && page.TextOf(".error-summary h2") == "Se over dette"));
    }

    [Fact]
    public async Task Post_NameWithAnOpenBracket_IsNoFaultOfOurs()
    {
        using var visitor = app.CreateVisitor();
        var fields = (await HtmlPage.ReadAsync(await visitor.GetAsync(new Uri("/tilbakemelding", UriKind.Relative)))).Form("/tilbakemelding");
        fields["Tekst"] = "Hakeparentes";
        fields["Svar[ja"] = "";

        var sent = await visitor.SendFormAsync(fields);
        var withoutToken = await visitor.SendFormAsync(new() { ["Tekst[Hei"] = "" });

        Assert.Equal((HttpStatusCode.Found, HttpStatusCode.BadRequest), (sent.Status, withoutToken.Status));
    }

    [Fact]
    public async Task Run_Retention_DeletesAfterNinetyDays()
    {
        using var own = new PortalApp();
        using var visitor = own.CreateVisitor();
        await visitor.SendFeedbackAsync("Gammel");
        own.Clock.Advance(TimeSpan.FromDays(90));
        await own.RunAsync<FeedbackRetention>();
        var onTheLastDay = await own.InDatabaseAsync(db => db.Feedback.CountAsync());
        own.Clock.Advance(TimeSpan.FromMinutes(1));
        await own.InDatabaseAsync(db =>
        {
            db.Feedback.Add(new FeedbackEntry { FormKey = Guid.NewGuid(), Page = "/", Text = "Ny", SentAt = own.Clock.GetUtcNow().UtcDateTime });
            return db.SaveChangesAsync();
        });

        await own.RunAsync<FeedbackRetention>();

        Assert.Equal(1, onTheLastDay);
        Assert.Equal(["Ny"], await own.InDatabaseAsync(db => db.Feedback.Select(entry => entry.Text).ToListAsync()));
    }

    private Task<List<FeedbackEntry>> KeptAsync(string text) => app.InDatabaseAsync(db => db.Feedback.AsNoTracking().Where(entry => entry.Text == text).ToListAsync());
}
