using System.Net;
using AngleSharp.Html.Dom;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using UngPortal.Features.Questions;
using UngPortal.Features.Questions.Asking;
using UngPortal.Kernel;
using UngPortal.Platform.Outbox;
using UngPortal.Testing;
using UngPortal.Tests.Features.Accounts;

namespace UngPortal.Tests.Features.Questions.Asking;

/// <summary>When a complete form comes in and when not: keys, haste, floods, pauses and ages.</summary>
public sealed class AskGateTests : IDisposable
{
    private const string Red = "jeg vil dø, og jeg vet ikke hva jeg skal gjøre";

    private readonly NetworkedApp _app = new();

    [Fact]
    public async Task V2_4_1_Post_WithinThreeSeconds_IsRefusedAndTheSameFormTakenAfterwards()
    {
        using var visitor = _app.CreateVisitor();
        var fields = new Dictionary<string, string>((await visitor.VisitAsync(QuestionVisits.AskPath)).Form(QuestionVisits.AskPath)) { ["Sett"] = "true" };
        fields = new(fields) { ["Tekst"] = "Raskere enn et menneske", ["Alder"] = "16", ["Kjonn"] = "Boy", ["Tema"] = "vet-ikke", ["Lest"] = "true" };
        _app.Clock.Advance(TimeSpan.FromSeconds(2.9));
        var hasty = await visitor.PostFormAsync(QuestionVisits.AskPath, fields);
        _app.Clock.Advance(TimeSpan.FromSeconds(0.1));

        var sent = await visitor.PostFormAsync(QuestionVisits.AskPath, hasty.Form(QuestionVisits.AskPath));

        AssertRefused(hasty, HttpStatusCode.UnprocessableEntity, "Raskere enn et menneske");
        Assert.Equal(HttpStatusCode.Found, sent.Status);
        Assert.Equal(1, await CountAsync());
    }

    [Fact]
    public async Task Post_RedWithinThreeSeconds_IsTaken()
    {
        using var visitor = _app.CreateVisitor();
        var fields = (await visitor.VisitAsync(QuestionVisits.AskPath)).Form(QuestionVisits.AskPath);

        var sent = await visitor.PostFormAsync(QuestionVisits.AskPath, new Dictionary<string, string>(fields) { ["Tekst"] = Red, ["Alder"] = "16", ["Kjonn"] = "Boy", ["Tema"] = "vet-ikke", ["Lest"] = "true" });

        Assert.Equal(QuestionVisits.ReceiptPath, sent.Response.Headers.Location?.OriginalString);
        Assert.Equal(1, await CountAsync());
    }

    [Fact]
    public async Task Post_RedFromAConnectionThatAskedTooMuch_HasARoomOfItsOwn_ThatEndsToo()
    {
        _app.With("Questions:AsksPerTenMinutes", "5");
        using var school = _app.CreateVisitorFrom("198.51.100.9");
        var (harmless, red) = (await _app.BeginAskAsync(school, "En hel klasse spør"), await _app.BeginAskAsync(school, Red));
        var refused = await school.PostFormAsync(QuestionVisits.AskPath, harmless);
        for (var sent = 1; refused.Status == HttpStatusCode.Found && sent < 50; sent++)
        {
            refused = await school.PostFormAsync(QuestionVisits.AskPath, harmless);
        }

        var first = await school.PostFormAsync(QuestionVisits.AskPath, red);
        var (taken, page) = (0, first);
        for (; page.Status == HttpStatusCode.Found && taken < 50; taken++)
        {
            page = await school.PostFormAsync(QuestionVisits.AskPath, red);
        }

        AssertRefused(refused, HttpStatusCode.TooManyRequests, "En hel klasse spør");
        Assert.Equal(QuestionVisits.ReceiptPath, first.Response.Headers.Location?.OriginalString);
        // A slow machine may see some minutes' worth of new room.
        Assert.InRange(taken, 4, 14);
        AssertRefused(page, HttpStatusCode.TooManyRequests, Red);
        Assert.InRange(page.Response.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 1, 600);
        Assert.Equal(2, await CountAsync());
    }

    [Theory]
    [InlineData("stale")]
    [InlineData("tampered")]
    [InlineData("foreign")]
    [InlineData("long")]
    [InlineData("none")]
    public async Task Post_WithAKeyThatIsNoGood_GivesANewOneAndIsTakenThen(string fault)
    {
        using var visitor = _app.CreateVisitor();
        var fields = await _app.BeginAskAsync(visitor, "Skjemaet har stått lenge");
        var key = fields["Nokkel"];
        switch (fault)
        {
            case "stale":
                _app.Clock.Advance(TimeSpan.FromHours(25));
                break;
            case "tampered":
                fields["Nokkel"] = key[..40] + (key[40] == 'A' ? 'B' : 'A') + key[41..];
                break;
            case "foreign":
                var madeElsewhere = new FormKeys(new EphemeralDataProtectionProvider(), _app.Clock);
                fields["Nokkel"] = madeElsewhere.New();
                break;
            case "long":
                fields["Nokkel"] = new string('A', 10_000);
                break;
            default:
                fields.Remove("Nokkel");
                break;
        }

        var refused = await visitor.PostFormAsync(QuestionVisits.AskPath, fields);
        _app.Clock.Advance(TimeSpan.FromSeconds(3));
        var sent = await visitor.PostFormAsync(QuestionVisits.AskPath, refused.Form(QuestionVisits.AskPath));

        AssertRefused(refused, HttpStatusCode.UnprocessableEntity, "Skjemaet har stått lenge");
        Assert.Contains("Skjemaet har stått åpent lenge", refused.TextOf(".error-summary"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Found, sent.Status);
        Assert.Equal(1, await CountAsync());
    }

    [Fact]
    public async Task V2_3_4_Post_TwentyTimesAtOnceAndOnceMore_IsOneQuestionWithOneCode()
    {
        using var visitor = _app.CreateVisitor();
        var fields = await _app.BeginAskAsync(visitor, "Trykket mange ganger");

        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => visitor.PostFormAsync(QuestionVisits.AskPath, fields)));
        var first = (await visitor.VisitAsync(QuestionVisits.ReceiptPath)).CodeShown;
        var again = await visitor.PostFormAsync(QuestionVisits.AskPath, fields);
        var second = (await visitor.VisitAsync(QuestionVisits.ReceiptPath)).CodeShown;

        Assert.All([.. answers, again], answer => Assert.Equal((HttpStatusCode.Found, QuestionVisits.ReceiptPath), (answer.Status, answer.Response.Headers.Location?.OriginalString)));
        Assert.Equal(5, first.Split('-').Length);
        Assert.Equal(first, second);
        Assert.Equal(1, await CountAsync());
        Assert.Equal(1, await _app.InDatabaseAsync(db => db.QuestionThreads.CountAsync()));
        var id = await _app.InDatabaseAsync(db => db.Questions.Select(question => question.Id).SingleAsync());
        Assert.Equal(["question-received Received Green"], await _app.AuditOfAsync(Question.SubjectOf(id)));
    }

    [Fact]
    public async Task Post_TheSameFormAfterItsQuestionWasWithdrawn_LosesNothing()
    {
        using var visitor = _app.CreateVisitor();
        var fields = await _app.BeginAskAsync(visitor, "Angret, og angret igjen");
        await visitor.PostFormAsync(QuestionVisits.AskPath, fields);
        await visitor.DoAsync("trekk");

        var refused = await visitor.PostFormAsync(QuestionVisits.AskPath, fields);
        _app.Clock.Advance(TimeSpan.FromSeconds(3));
        var sent = await visitor.PostFormAsync(QuestionVisits.AskPath, refused.Form(QuestionVisits.AskPath));

        AssertRefused(refused, HttpStatusCode.UnprocessableEntity, "Angret, og angret igjen");
        Assert.Equal(QuestionVisits.ReceiptPath, sent.Response.Headers.Location?.OriginalString);
        Assert.Equal(1, await _app.InDatabaseAsync(db => db.QuestionThreads.CountAsync()));
    }

    [Fact]
    public async Task V2_4_1_Post_TheHundredAndFirstOfAConnection_MustWaitWithItsText()
    {
        using var school = _app.CreateVisitorFrom("198.51.100.7");
        using var home = _app.CreateVisitorFrom("198.51.100.8");
        var fields = await _app.BeginAskAsync(school, "En hel klasse spør");
        var taken = 0;
        var page = await school.PostFormAsync(QuestionVisits.AskPath, fields);
        for (; page.Status == HttpStatusCode.Found && taken < 500; taken++)
        {
            page = await school.PostFormAsync(QuestionVisits.AskPath, fields);
        }

        // A slow machine may see some minutes' worth of new room.
        Assert.InRange(taken, 100, 150);
        AssertRefused(page, HttpStatusCode.TooManyRequests, "En hel klasse spør");
        Assert.InRange(page.Response.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 1, 600);
        Assert.Equal(HttpStatusCode.Found, (await home.PostFormAsync(QuestionVisits.AskPath, await _app.BeginAskAsync(home, "Jeg er hjemme, jeg"))).Status);
    }

    [Theory]
    [InlineData("", "Vi er tilbake 4. januar.")]
    [InlineData("/nn", "Vi er tilbake 4. januar på nynorsk.")]
    [InlineData("/en", "Vi er tilbake 4. januar.")]
    public async Task Post_WhileClosed_IsRefusedWithItsText_AndRedIsTaken(string language, string text)
    {
        using var visitor = _app.CreateVisitor();
        var fields = await _app.BeginAskAsync(visitor, "Hvordan søker jeg læreplass?", language: language);
        var now = _app.Clock.GetUtcNow().UtcDateTime;
        await CloseAsync(now.AddDays(-9), now.AddDays(-8), "Forbi.");
        await CloseAsync(now.AddHours(-1), now.AddDays(10), "Vi er tilbake 4. januar.");

        var refused = await visitor.PostFormAsync(language + QuestionVisits.AskPath, fields);
        var form = await visitor.VisitAsync(language + QuestionVisits.AskPath);
        await _app.AskAsync(Red, language: language);
        _app.Clock.Advance(TimeSpan.FromDays(10));
        var after = await visitor.VisitAsync(language + QuestionVisits.AskPath);

        AssertRefused(refused, HttpStatusCode.UnprocessableEntity, "Hvordan søker jeg læreplass?");
        Assert.Contains(text, form.TextOf(".notice"), StringComparison.Ordinal);
        Assert.Equal(language == "/en" ? "nb" : null, form.Document.QuerySelector(".notice span")!.GetAttribute("lang"));
        Assert.DoesNotContain("4. januar", after.Text, StringComparison.Ordinal);
        Assert.Equal(Severity.Red, await _app.InDatabaseAsync(db => db.Questions.Select(question => question.Severity).SingleAsync()));
    }

    [Fact]
    public async Task Post_UnderATopicWithTooMuchWaiting_IsRefused_OthersAndRedAreTaken()
    {
        _app.With("Questions:ThrottleFrom", "2");
        await _app.AskAsync("Når får man mensen igjen?", topic: QuestionVisits.Topic);
        await _app.ClaimAsync(await _app.AskAsync("Hvorfor har jeg så vondt?", topic: QuestionVisits.Topic));
        _app.Clock.Advance(TimeSpan.FromMinutes(1));
        using var visitor = _app.CreateVisitor();

        var refused = await visitor.PostFormAsync(QuestionVisits.AskPath, await _app.BeginAskAsync(visitor, "En til om det samme", topic: QuestionVisits.Topic));
        await _app.AskAsync("Noe helt annet her", topic: "doping");
        await _app.AskAsync("Vet ikke hva det er");
        await _app.AskAsync(Red, topic: QuestionVisits.Topic);

        AssertRefused(refused, HttpStatusCode.UnprocessableEntity, "En til om det samme");
        Assert.Equal("#Tema", refused.Document.QuerySelector(".error-summary a")?.GetAttribute("href"));
        Assert.Equal(5, await CountAsync());
    }

    [Theory]
    [InlineData("under", "/still-sporsmal/under-13")]
    [InlineData("over", "/still-sporsmal/over-20")]
    public async Task Post_OutsideTheAges_LeadsToAnEndingAndStoresNothing(string age, string ending)
    {
        using var visitor = _app.CreateVisitor();

        var sent = await visitor.PostFormAsync(QuestionVisits.AskPath, await _app.BeginAskAsync(visitor, "Får jeg lov til å spørre?", age));
        var page = await visitor.VisitAsync(ending);

        Assert.Equal((HttpStatusCode.Found, ending), (sent.Status, sent.Response.Headers.Location?.OriginalString));
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.NotEmpty(page.Document.QuerySelectorAll(".service"));
        Assert.Equal(0, await CountAsync());
        Assert.False(sent.Response.Headers.Contains("Set-Cookie"));
    }

    [Fact]
    public async Task Post_UnderThirteenInDanger_WaitsForASafeguardingOfficer()
    {
        using var visitor = _app.CreateVisitor();

        var code = await _app.AskAsync(visitor, Red, "under");
        var receipt = await visitor.VisitAsync(QuestionVisits.ReceiptPath);
        var question = await _app.InDatabaseAsync(db => db.Questions.AsNoTracking().SingleAsync());
        var thread = await _app.ReadAsync(code);

        Assert.Equal((QuestionState.SafeguardingHold, QuestionThread.UnderAge, Severity.Red), (question.State, question.Age, question.Severity));
        Assert.NotNull(receipt.Document.QuerySelector(".crisis"));
        Assert.Contains("Du er under 13 år.", receipt.Text, StringComparison.Ordinal);
        Assert.NotNull(thread.Document.QuerySelector(".crisis"));
    }

    [Fact]
    public async Task Post_OverTwentyInDanger_ShowsHelpAtOnceAndServicesForAdults()
    {
        using var visitor = _app.CreateVisitor();

        var page = await visitor.PostFormAsync(QuestionVisits.AskPath, await _app.BeginAskAsync(visitor, Red, "over"));

        Assert.Equal((HttpStatusCode.OK, "Når du er over 20 år"), (page.Status, page.TextOf("h1")));
        Assert.All(["tel:113", "tel:112"], number => Assert.NotNull(page.Document.QuerySelector($".crisis a[href='{number}']")));
        Assert.NotEmpty(page.Document.QuerySelectorAll(".service"));
        Assert.DoesNotContain(Red, page.Text, StringComparison.Ordinal);
        Assert.True(page.Response.Headers.CacheControl?.NoStore);
        Assert.Equal(0, await CountAsync());
    }

    [Fact]
    public async Task Post_Red_IsTakenAtOnceAndComesFirst()
    {
        using var visitor = _app.CreateVisitor();

        await _app.AskAsync(visitor, Red);
        var receipt = await visitor.VisitAsync(QuestionVisits.ReceiptPath);
        var question = await _app.InDatabaseAsync(db => db.Questions.AsNoTracking().SingleAsync());

        Assert.Equal((Severity.Red, Severity.Red, QuestionState.Received), (question.Severity, question.DetectedSeverity, question.State));
        Assert.Equal(question.AskedAt.AddHours(12), question.DueAt);
        Assert.NotNull(receipt.Document.QuerySelector(".crisis"));
    }

    [Fact]
    public async Task Begin_FromAnAskBox_OpensTheFormWithTheTextAndStoresNothing()
    {
        using var visitor = _app.CreateVisitor();
        var begun = new Dictionary<string, string> { ["tekst"] = "Jeg leste artikkelen, men lurer på <noe>", ["tema"] = QuestionVisits.Topic };

        var page = await visitor.PostFormAsync("/still-sporsmal/begynn", begun);
        var plain = await visitor.VisitAsync("/still-sporsmal/begynn");
        var red = await visitor.PostFormAsync("/still-sporsmal/begynn", new Dictionary<string, string> { ["tekst"] = Red });
        var endless = await visitor.PostFormAsync("/still-sporsmal/begynn", new Dictionary<string, string> { ["tekst"] = new string('å', 30_000), ["tema"] = new string('x', 500) });
        using var elsewhere = new HttpRequestMessage(HttpMethod.Post, new Uri("/still-sporsmal/begynn", UriKind.Relative)) { Content = new FormUrlEncodedContent(begun), Headers = { { "Sec-Fetch-Site", "cross-site" } } };
        using var refused = await visitor.SendAsync(elsewhere);

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Equal(begun["tekst"], Typed(page));
        Assert.Equal(QuestionVisits.Topic, page.Form(QuestionVisits.AskPath)["Tema"]);
        Assert.Null(page.Document.QuerySelector(".error-summary"));
        Assert.True(page.Response.Headers.CacheControl?.NoStore);
        Assert.Equal((HttpStatusCode.Found, QuestionVisits.AskPath), (plain.Status, plain.Response.Headers.Location?.OriginalString));
        Assert.NotNull(red.Document.QuerySelector(".crisis"));
        Assert.Equal((HttpStatusCode.OK, 30_000), (endless.Status, Typed(endless).Length));
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        Assert.Equal(0, await CountAsync());

        _app.Clock.Advance(TimeSpan.FromSeconds(3));
        var sent = await visitor.PostFormAsync(QuestionVisits.AskPath, new Dictionary<string, string>(page.Form(QuestionVisits.AskPath)) { ["Alder"] = "13", ["Kjonn"] = "Other", ["Lest"] = "true", ["Sett"] = "true" });
        Assert.Equal(QuestionVisits.ReceiptPath, sent.Response.Headers.Location?.OriginalString);
    }

    public void Dispose() => _app.Dispose();

    private static void AssertRefused(HtmlPage page, HttpStatusCode status, string text)
    {
        Assert.Equal(status, page.Status);
        Assert.Single(page.TextsOf(".error-summary li"));
        Assert.Equal(text, Typed(page));
        Assert.Equal("true", page.Form(page.Document.QuerySelector("form.ask")!.GetAttribute("action")!)["Lest"]);
    }

    private static string Typed(HtmlPage page) => ((IHtmlTextAreaElement)page.Document.QuerySelector("#Tekst")!).Value;

    private async Task CloseAsync(DateTime from, DateTime until, string text)
    {
        await _app.InDatabaseAsync(db =>
        {
            db.ClosingPeriods.Add(ClosingPeriod.Between(from, until, new LocalizedText([new("nb", text), new("nn", text.Replace(".", " på nynorsk.", StringComparison.Ordinal).Replace("4 på nynorsk.", "4.", StringComparison.Ordinal))])));
            db.Announce(ClosingCalendar.Changed, "all");
            return db.SaveChangesAsync();
        });
        await _app.DeliverOutboxAsync();
    }

    private Task<int> CountAsync() => _app.InDatabaseAsync(db => db.Questions.CountAsync());
}
