using System.Net;
using UngPortal.Features.Questions;
using UngPortal.Testing;
using UngPortal.Tests.Features.Accounts;

namespace UngPortal.Tests.Features.Questions.Checking;

/// <summary>Whoever takes long over a text does not lose it, and a visit on a device that is shared ends all the same.</summary>
public sealed class SlowWriterTests : IDisposable
{
    private const string Follow = "/sjekk-svar/samtale/folg";
    private const string More = "/sjekk-svar/samtale/mer";
    private const string Text = "Hvor mange timer bør man sove når man er fjorten år?";

    private readonly NetworkedApp _app = new();

    [Fact]
    public async Task V7_3_1_Visit_LastsWhileItIsUsed_AndFourHoursAtMost()
    {
        using var visitor = await _app.OpenAsync(await _app.AskAsync("Hvor lenge kan jeg lese her?"));
        var statuses = new List<HttpStatusCode>();
        for (var minutes = 25; minutes <= 250; minutes += 25)
        {
            _app.Clock.Advance(TimeSpan.FromMinutes(25));
            statuses.Add((await visitor.VisitAsync(QuestionVisits.ThreadPath)).Status);
        }

        Assert.Equal([.. Enumerable.Repeat(HttpStatusCode.OK, 9), HttpStatusCode.Found], statuses);
    }

    [Fact]
    public async Task V7_3_1_Visit_LeftAloneForHalfAnHour_IsOver()
    {
        using var visitor = await _app.OpenAsync(await _app.AskAsync("Hvor lenge kan jeg la det stå?"));
        _app.Clock.Advance(TimeSpan.FromMinutes(20));
        await visitor.VisitAsync(QuestionVisits.ThreadPath);
        _app.Clock.Advance(TimeSpan.FromMinutes(30));

        Assert.Equal("/sjekk-svar?gjort=utlopt", (await visitor.VisitAsync(QuestionVisits.ThreadPath)).Response.Headers.Location?.OriginalString);
    }

    [Fact]
    public async Task V14_3_1_receipt_shows_the_code_for_half_an_hour_however_long_the_visit_lasts()
    {
        using var visitor = _app.CreateVisitor();
        await _app.AskAsync(visitor, "Hvor lenge står koden her?");
        _app.Clock.Advance(TimeSpan.FromMinutes(20));
        await visitor.VisitAsync(QuestionVisits.ThreadPath);
        var before = await visitor.VisitAsync(QuestionVisits.ReceiptPath);
        _app.Clock.Advance(TimeSpan.FromMinutes(20));

        Assert.Equal(HttpStatusCode.OK, (await visitor.VisitAsync(QuestionVisits.ThreadPath)).Status);
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.Found), (before.Status, (await visitor.VisitAsync(QuestionVisits.ReceiptPath)).Status));
    }

    [Theory]
    [InlineData("")]
    [InlineData("/nn")]
    [InlineData("/en")]
    public async Task FollowUp_AfterTheVisit_KeepsTheText_AndIsSentWithTheCode(string language)
    {
        var code = await AnsweredAsync();
        using var visitor = await _app.OpenAsync(code, language);
        var form = (await visitor.VisitAsync(language + QuestionVisits.ThreadPath)).Form(language + Follow);
        _app.Clock.Advance(TimeSpan.FromHours(2));

        var kept = await visitor.PostFormAsync(language + Follow, new Dictionary<string, string>(form) { ["Oppfolging"] = Text });
        var wrong = await visitor.PostFormAsync(language + Follow, new Dictionary<string, string>(kept.Form(language + Follow)) { ["Kode"] = "abbor-yngel-adresse-ytterdør-åpen" });
        var sent = await visitor.PostFormAsync(language + Follow, new Dictionary<string, string>(wrong.Form(language + Follow)) { ["Kode"] = code });
        var page = await visitor.VisitAsync(language + QuestionVisits.ThreadPath);

        Assert.All([kept, wrong], answer =>
        {
            Assert.Equal((HttpStatusCode.UnprocessableEntity, Text), (answer.Status, answer.TextOf("#Oppfolging")));
            Assert.Equal("#Kode", Assert.Single(answer.Document.QuerySelectorAll(".error-summary a")).GetAttribute("href"));
            Assert.True(answer.Response.Headers.CacheControl?.NoStore);
            Assert.Empty(answer.Document.QuerySelectorAll(".asked"));
        });
        Assert.NotEqual(kept.TextOf(".error-summary li"), wrong.TextOf(".error-summary li"));
        Assert.Equal((HttpStatusCode.Found, language + "/sjekk-svar/samtale?gjort=sendt"), (sent.Status, sent.Response.Headers.Location?.OriginalString));
        Assert.Equal(Text, page.TextsOf(".asked .as-written")[^1]);
        await _app.InThreadAsync(code, work => Assert.Equal((2, QuestionState.Queued), (work.Thread.Questions.Count, work.Question.State)));
    }

    [Fact]
    public async Task FollowUp_TwoDaysAfterTheVisit_IsSentWithTheCode()
    {
        var code = await AnsweredAsync();
        using var visitor = await _app.OpenAsync(code);
        var form = (await visitor.VisitAsync(QuestionVisits.ThreadPath)).Form(Follow);
        _app.Clock.Advance(TimeSpan.FromDays(2));

        var kept = await visitor.PostFormAsync(Follow, new Dictionary<string, string>(form) { ["Oppfolging"] = Text });
        var sent = await visitor.PostFormAsync(Follow, new Dictionary<string, string>(kept.Form(Follow)) { ["Kode"] = code });

        Assert.Equal((HttpStatusCode.UnprocessableEntity, HttpStatusCode.Found), (kept.Status, sent.Status));
        await _app.InThreadAsync(code, work => Assert.Equal(2, work.Thread.Questions.Count));
    }

    [Fact]
    public async Task Addition_AfterTheVisit_KeepsTheText_AndIsSentWithTheCode()
    {
        var code = await _app.AskAsync("Jeg har vondt, hva er det?");
        await _app.InThreadAsync(code, work =>
        {
            work.Claim();
            work.Question.AskForMore(work.Texts.SealRequest(work.Question.Id, "Hvor har du vondt?"), QuestionVisits.Expert, work.Now);
        });
        using var visitor = await _app.OpenAsync(code);
        var form = (await visitor.VisitAsync(QuestionVisits.ThreadPath)).Form(More);
        _app.Clock.Advance(TimeSpan.FromHours(2));

        var kept = await visitor.PostFormAsync(More, new Dictionary<string, string>(form) { ["Mer"] = Text });
        var sent = await visitor.PostFormAsync(More, new Dictionary<string, string>(kept.Form(More)) { ["Kode"] = code });
        var page = await visitor.VisitAsync(QuestionVisits.ThreadPath);

        Assert.Equal((HttpStatusCode.UnprocessableEntity, Text), (kept.Status, kept.TextOf("#Mer")));
        Assert.Equal(HttpStatusCode.Found, sent.Status);
        Assert.Contains(Text, page.TextOf(".asked"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task V6_3_1_Codes_TypedBesideAText_AreCountedWithTheOthers()
    {
        var code = await AnsweredAsync();
        using var visitor = _app.CreateVisitor();
        var token = (await visitor.VisitAsync(QuestionVisits.CheckPath)).Form(QuestionVisits.CheckPath);
        var page = await visitor.PostFormAsync(Follow, new Dictionary<string, string>(token) { ["Oppfolging"] = Text });
        for (var tries = 0; tries < 5; tries++)
        {
            page = await visitor.PostFormAsync(Follow, new Dictionary<string, string>(page.Form(Follow)) { ["Kode"] = "abbor-yngel-adresse-ytterdør-åpen" });
        }

        var refused = await visitor.PostFormAsync(Follow, new Dictionary<string, string>(page.Form(Follow)) { ["Kode"] = code });

        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Equal((HttpStatusCode.TooManyRequests, Text), (refused.Status, refused.TextOf("#Oppfolging")));
        Assert.InRange(refused.Response.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 1, 600);
        Assert.Equal(HttpStatusCode.TooManyRequests, (await visitor.CheckAsync(code)).Status);
    }

    [Fact]
    public async Task FollowUp_ToAThreadThatIsGone_GivesTheTextBack()
    {
        var code = await AnsweredAsync();
        using var visitor = await _app.OpenAsync(code);
        var form = (await visitor.VisitAsync(QuestionVisits.ThreadPath)).Form(Follow);
        await _app.InThreadAsync(code, work =>
        {
            work.Thread.LetGo();
            work.Db.Remove(work.Thread);
        });

        var kept = await visitor.PostFormAsync(Follow, new Dictionary<string, string>(form) { ["Oppfolging"] = Text });
        var again = await visitor.PostFormAsync(Follow, new Dictionary<string, string>(kept.Form(Follow)) { ["Kode"] = code });

        Assert.All([kept, again], page => Assert.Equal((HttpStatusCode.UnprocessableEntity, Text), (page.Status, page.TextOf("#Oppfolging"))));
    }

    [Fact]
    public async Task FollowUp_ThatIsTakenNoMore_GivesTheTextBack()
    {
        var code = await AnsweredAsync();
        using var visitor = await _app.OpenAsync(code);
        var form = (await visitor.VisitAsync(QuestionVisits.ThreadPath)).Form(Follow);
        await visitor.PostFormAsync(Follow, new Dictionary<string, string>(form) { ["Oppfolging"] = "Den kom fra en annen fane" });
        var other = (await visitor.VisitAsync(QuestionVisits.AskPath)).Form(QuestionVisits.AskPath)["Nokkel"];

        var refused = await visitor.PostFormAsync(Follow, new Dictionary<string, string>(form) { ["Oppfolging"] = Text, ["Nokkel"] = other });

        Assert.Equal((HttpStatusCode.UnprocessableEntity, Text), (refused.Status, refused.TextOf("[aria-labelledby=skrev] textarea")));
    }

    public void Dispose() => _app.Dispose();

    private async Task<string> AnsweredAsync()
    {
        var code = await _app.AskAsync("Er det vanlig å være nervøs?");
        await _app.AnswerAsync(code);
        return code;
    }
}
