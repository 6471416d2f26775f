using System.Net;
using Microsoft.EntityFrameworkCore;
using UngPortal.Features.Questions;
using UngPortal.Kernel;
using UngPortal.Platform.Outbox;
using UngPortal.Testing;

namespace UngPortal.Tests.Features.Questions.Checking;

/// <summary>Whoever writes on in a thread gets the same help and advice as whoever asks.</summary>
public sealed class WritingOnTests : IDisposable
{
    private const string Follow = "/sjekk-svar/samtale/folg";
    private const string Red = "jeg vil dø, og nummeret mitt er 91234567";
    private const string Pause = "Vi er tilbake 4. januar.";

    private readonly PortalApp _app = new();

    [Fact]
    public async Task Form_HasThePlaceForAdviceWhileWriting()
    {
        using var visitor = await _app.OpenAsync(await AnsweredAsync("Er det vanlig å være nervøs?"));

        var page = await visitor.VisitAsync(QuestionVisits.ThreadPath);

        Assert.Equal(("polite", "/still-sporsmal/rad", ""), (page.Document.GetElementById("rad")?.GetAttribute("aria-live"), page.Document.GetElementById("rad")?.GetAttribute("data-advice"), page.TextOf("#rad")));
        Assert.Single(page.Document.QuerySelectorAll($"form[data-ask][action='{Follow}'] textarea"));
        Assert.Equal("true", page.Form(Follow)["Sett"]);
        Assert.DoesNotContain("Hjelp", page.Form(Follow).Keys);
    }

    [Theory]
    [InlineData("Er det vanlig å være nervøs?")]
    [InlineData("jeg vil dø, og jeg vet ikke hva jeg skal gjøre")]
    public async Task Form_ThatComesBack_ShowsHelpOnceAndAdvice(string asked)
    {
        using var visitor = await _app.OpenAsync(await AnsweredAsync(asked));
        var form = (await visitor.VisitAsync(QuestionVisits.ThreadPath)).Form(Follow);

        var page = await visitor.PostFormAsync(Follow, new Dictionary<string, string>(form) { ["Oppfolging"] = Red, ["Nokkel"] = "" });

        Assert.Equal((HttpStatusCode.UnprocessableEntity, Red), (page.Status, page.TextOf("#Oppfolging")));
        Assert.Single(page.Document.QuerySelectorAll(".crisis"));
        Assert.Contains("Du kan fortsatt sende spørsmålet.", page.TextOf("#rad"), StringComparison.Ordinal);
        Assert.Contains(page.TextsOf("#rad li"), line => line.Contains("telefonnummer", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task Advice_OnAThreadThatShowsHelp_RepeatsNoPanel()
    {
        using var visitor = await _app.OpenAsync(await AnsweredAsync("jeg vil dø, og jeg vet ikke hva jeg skal gjøre"));
        var form = (await visitor.VisitAsync(QuestionVisits.ThreadPath)).Form(Follow);
        var fields = new Dictionary<string, string> { ["Tekst"] = Red, ["Sett"] = form["Sett"], ["Hjelp"] = form["Hjelp"], ["__RequestVerificationToken"] = form["__RequestVerificationToken"] };
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri("/still-sporsmal/rad", UriKind.Relative)) { Content = new FormUrlEncodedContent(fields), Headers = { { "Sec-Fetch-Site", "same-origin" } } };

        var advice = await HtmlPage.ReadAsync(await visitor.SendAsync(request));

        Assert.Equal(HttpStatusCode.OK, advice.Status);
        Assert.Null(advice.Document.QuerySelector(".crisis"));
        Assert.Single(advice.Document.QuerySelectorAll("[data-advice-content] li"));
    }

    [Theory]
    [InlineData("", "men det tar lengre tid enn vanlig")]
    [InlineData("/nn", "men det tek lengre tid enn vanleg")]
    [InlineData("/en", "it takes longer than usual")]
    public async Task FollowUp_WhileClosed_SaysThatItTakesLonger_AndIsTaken(string language, string told)
    {
        var code = await AnsweredAsync("Er det vanlig å være nervøs?");
        var now = _app.Clock.GetUtcNow().UtcDateTime;
        await _app.InDatabaseAsync(db =>
        {
            db.ClosingPeriods.Add(ClosingPeriod.Between(now.AddHours(-1), now.AddDays(10), new LocalizedText([new("nb", Pause)])));
            db.Announce(ClosingCalendar.Changed, "all");
            return db.SaveChangesAsync();
        });
        await _app.DeliverOutboxAsync();
        using var visitor = await _app.OpenAsync(code, language);

        var page = await visitor.VisitAsync(language + QuestionVisits.ThreadPath);
        var sent = await visitor.PostFormAsync(language + Follow, new Dictionary<string, string>(page.Form(language + Follow)) { ["Oppfolging"] = "Hva gjør jeg i morgen?" });
        var waiting = await visitor.VisitAsync(language + QuestionVisits.ThreadPath);

        Assert.Contains(Pause, page.TextOf(".notice"), StringComparison.Ordinal);
        Assert.Contains(told, page.TextOf(".notice"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Found, sent.Status);
        Assert.DoesNotContain(told, waiting.Text, StringComparison.Ordinal);
        Assert.Equal(2, await _app.InDatabaseAsync(db => db.Questions.CountAsync()));
    }

    public void Dispose() => _app.Dispose();

    private async Task<string> AnsweredAsync(string text)
    {
        var code = await _app.AskAsync(text);
        await _app.AnswerAsync(code);
        return code;
    }
}
