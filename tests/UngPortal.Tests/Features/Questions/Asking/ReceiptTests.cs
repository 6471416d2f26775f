using System.Net;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;
using UngPortal.Features.Questions;
using UngPortal.Testing;

namespace UngPortal.Tests.Features.Questions.Asking;

/// <summary>Where the code is shown, and for how long.</summary>
public sealed class ReceiptTests : IDisposable
{
    private readonly PortalApp _app = new();

    [Fact]
    public async Task Get_AfterAsking_ShowsTheCodeAndTheOwnQuestion_AndAReloadTheSame()
    {
        using var visitor = _app.CreateVisitor();
        var code = await _app.AskAsync(visitor, "Hvor ofte er det vanlig å trene?", topic: QuestionVisits.Topic);

        var receipt = await visitor.VisitAsync(QuestionVisits.ReceiptPath);
        _app.Clock.Advance(TimeSpan.FromMinutes(29));
        var reloaded = await visitor.VisitAsync(QuestionVisits.ReceiptPath);

        Assert.All([receipt, reloaded], page =>
        {
            Assert.Equal((HttpStatusCode.OK, code), (page.Status, page.CodeShown));
            Assert.Equal(code, page.Document.QuerySelector("[data-copy]")!.GetAttribute("data-copy"));
            Assert.Equal("Hvor ofte er det vanlig å trene?", page.TextOf("details .as-written"));
            Assert.Contains("Vi prøver å svare innen tre dager.", page.Text, StringComparison.Ordinal);
            Assert.NotEmpty(page.Document.QuerySelectorAll("[aria-labelledby=lese] a[href^='/artikler/']"));
            Assert.True(page.Response.Headers.CacheControl?.NoStore);
            Assert.DoesNotContain(page.Links, link => code.Split('-').Any(word => link.Contains(WebUtility.UrlEncode(word), StringComparison.OrdinalIgnoreCase)));
            Assert.DoesNotContain(code.Split('-')[0], page.Document.Title, StringComparison.Ordinal);
        });
        Assert.Equal(1, await _app.InDatabaseAsync(db => db.Questions.CountAsync()));
    }

    /// <summary>Who is worried most must not read that the usual wait is theirs. Source: product/questions.md, "Priority".</summary>
    [Theory]
    [InlineData("", "Vi prøver å svare deg innen 12 timer.")]
    [InlineData("/nn", "Vi prøver å svare deg innan 12 timar.")]
    [InlineData("/en", "We try to answer you within 12 hours.")]
    public async Task Get_OfWhatIsRed_NamesItsOwnTarget(string prefix, string wait)
    {
        using var visitor = _app.CreateVisitor();
        var code = await _app.AskAsync(visitor, "Jeg vil ikke leve lenger. Hva skal jeg gjøre?");

        Assert.Contains(wait, (await visitor.VisitAsync(prefix + QuestionVisits.ReceiptPath)).Text, StringComparison.Ordinal);
        Assert.Contains("Vi prøver å svare deg innen 12 timer.", (await _app.ReadAsync(code)).TextOf(".page-head"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task V14_3_1_get_after_half_an_hour_shows_nothing_more()
    {
        using var visitor = _app.CreateVisitor();
        var code = await _app.AskAsync(visitor, "Er det noen som leser dette?");
        _app.Clock.Advance(TimeSpan.FromMinutes(31));

        var later = await visitor.VisitAsync(QuestionVisits.ReceiptPath);
        var thread = await visitor.VisitAsync(QuestionVisits.ThreadPath);

        Assert.Equal((HttpStatusCode.Found, QuestionVisits.CheckPath), (later.Status, later.Response.Headers.Location?.OriginalString));
        Assert.Equal(HttpStatusCode.Found, thread.Status);
        Assert.Equal("Er det noen som leser dette?", (await _app.ReadAsync(code)).TextOf(".asked .as-written"));
    }

    [Fact]
    public async Task V7_4_1_Done_OnTheReceipt_TakesTheCodeOutOfTheBrowser()
    {
        using var visitor = _app.CreateVisitor();
        await _app.AskAsync(visitor, "Nå har jeg skrevet ned koden");

        var done = await visitor.FillInAsync(QuestionVisits.ReceiptPath, null);
        var after = await visitor.VisitAsync(QuestionVisits.ReceiptPath);

        Assert.Equal((HttpStatusCode.Found, "/"), (done.Status, done.Response.Headers.Location?.OriginalString));
        Assert.Contains(done.Response.Headers.GetValues("Set-Cookie"), cookie => cookie.StartsWith("__Host-samtale=;", StringComparison.Ordinal));
        Assert.Equal(HttpStatusCode.Found, after.Status);
    }

    [Fact]
    public async Task V3_3_1_Cookie_OfAVisit_IsSealedAndEndsWithTheBrowser()
    {
        using var visitor = _app.CreateVisitor();
        var fields = await _app.BeginAskAsync(visitor, "Hva står i kapselen?");

        var sent = await visitor.PostFormAsync(QuestionVisits.AskPath, fields);
        var code = (await visitor.VisitAsync(QuestionVisits.ReceiptPath)).CodeShown;

        var cookie = Assert.Single(sent.Response.Headers.GetValues("Set-Cookie"), header => header.StartsWith("__Host-samtale=", StringComparison.Ordinal));
        Assert.EndsWith("; path=/; secure; samesite=strict; httponly", cookie, StringComparison.Ordinal);
        Assert.DoesNotContain("expires", cookie, StringComparison.Ordinal);
        var value = cookie["__Host-samtale=".Length..cookie.IndexOf(';', StringComparison.Ordinal)];
        Assert.True(WebEncoders.Base64UrlDecode(value).AsSpan().IndexOf(System.Text.Encoding.UTF8.GetBytes(code.Split('-')[0])) < 0);
        Assert.InRange(cookie.Length, 1, 4_096);

        using var other = _app.CreateVisitor();
        using var forged = new HttpRequestMessage(HttpMethod.Get, new Uri(QuestionVisits.ReceiptPath, UriKind.Relative)) { Headers = { { "Cookie", $"__Host-samtale={value[..^4]}AAAA" } } };
        using var refused = await other.SendAsync(forged);
        Assert.Equal(HttpStatusCode.Found, refused.StatusCode);
    }

    [Fact]
    public async Task Get_WhenTwelveWereAnswered_SaysWhatHalfAndNineOfTenWaited()
    {
        // Twelve answers after 1 to 12 hours: half within 6, nine of ten within 11.
        for (var hours = 1; hours <= 12; hours++)
        {
            var code = await _app.AskAsync($"Spørsmål nummer {hours} av tolv");
            var length = TimeSpan.FromHours(hours);
            await _app.InThreadAsync(code, work =>
            {
                var then = work.Question.AskedAt + length;
                work.Question.Triage(work.Question.Severity, [QuestionVisits.Topic], QuestionVisits.Expert, then);
                work.Question.QueueFor("helsesykepleier");
                work.Question.Claim(QuestionVisits.Expert, then);
                work.Question.Write(work.Texts.SealContent(work.Question.Id, new AnswerContent { Brief = "Ja." }), QuestionVisits.Expert, then);
                work.Question.Submit(QuestionVisits.Expert, null, then);
            });
        }

        _app.Clock.Advance(TimeSpan.FromHours(13));
        using var visitor = _app.CreateVisitor();
        await _app.AskAsync(visitor, "Hvor lenge må jeg vente?");

        Assert.Contains("halvparten fått svar innen 6 timer, og ni av ti innen 11 timer", (await visitor.VisitAsync(QuestionVisits.ReceiptPath)).TextOf("[aria-labelledby=naa]"), StringComparison.Ordinal);
    }

    public void Dispose() => _app.Dispose();
}
