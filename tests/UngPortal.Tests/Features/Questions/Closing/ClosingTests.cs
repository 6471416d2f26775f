using System.Net;
using Microsoft.EntityFrameworkCore;
using UngPortal.Features.Questions;
using UngPortal.Kernel;
using UngPortal.Platform.Outbox;
using UngPortal.Testing;

namespace UngPortal.Tests.Features.Questions.Closing;

/// <summary>When no questions are taken in is planned on a page, in Norwegian time.</summary>
public sealed class ClosingTests : IDisposable
{
    private const string Path = "/admin/sporsmal/stengt";

    private static readonly (string Name, string? Value)[] Christmas =
    [
        ("Fra", "2026-12-23T12:00"), ("Til", "2027-01-02T08:00"), ("TekstNb", "Vi har juleferie til 2. januar."), ("TekstNn", "Vi har juleferie til 2. januar, på nynorsk."), ("TekstEn", "We are on holiday until 2 January."),
    ];

    private readonly PortalApp _app = new();

    [Theory]
    [InlineData(StaffRole.ChiefEditor)]
    [InlineData(StaffRole.TriageEditor)]
    public async Task Add_APeriod_IsKeptInUtc_ShownAndHonouredByTheForm(StaffRole role)
    {
        using var editor = await _app.SignInAsAsync(role);

        var answer = await editor.FillInAsync(Path, null, Christmas);

        Assert.Equal((HttpStatusCode.Found, $"{Path}?gjort=lagret"), (answer.Status, answer.Response.Headers.Location!.OriginalString));
        var period = await PeriodAsync();
        Assert.Equal((new DateTime(2026, 12, 23, 11, 0, 0, DateTimeKind.Utc), new DateTime(2027, 1, 2, 7, 0, 0, DateTimeKind.Utc)), (period.From, period.Until));
        Assert.Equal(["closing-added 2026-12-23T11:00Z/2027-01-02T07:00Z"], await _app.AuditOfAsync("closing-period"));
        Assert.Contains("juleferie", (await editor.VisitAsync(Path)).TextOf(".staff-list"), StringComparison.Ordinal);
        using var visitor = _app.CreateVisitor();
        Assert.DoesNotContain("juleferie", (await visitor.VisitAsync(QuestionVisits.AskPath)).Text, StringComparison.Ordinal);
        _app.Clock.Advance(new DateTime(2026, 12, 24, 0, 0, 0, DateTimeKind.Utc) - PortalApp.Start.UtcDateTime);
        Assert.Contains("juleferie", (await visitor.VisitAsync(QuestionVisits.AskPath)).Text, StringComparison.Ordinal);
        Assert.Contains("on holiday", (await visitor.VisitAsync("/en" + QuestionVisits.AskPath)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Close_OnAnotherNode_IsHeardOf_WithTheNextNotices()
    {
        using var visitor = _app.CreateVisitor();
        Assert.DoesNotContain("stormen", (await visitor.VisitAsync(QuestionVisits.AskPath)).Text, StringComparison.Ordinal);
        await _app.InDatabaseAsync(db =>
        {
            db.ClosingPeriods.Add(ClosingPeriod.Between(PortalApp.Start.UtcDateTime, PortalApp.Start.UtcDateTime.AddDays(1), new LocalizedText([new("nb", "Stengt på grunn av stormen."), new("nn", "Stengt på grunn av stormen."), new("en", "Closed.")])));
            db.Announce(ClosingCalendar.Changed, "all");
            return db.SaveChangesAsync();
        });

        await _app.DeliverOutboxAsync();

        Assert.Contains("stormen", (await visitor.VisitAsync(QuestionVisits.AskPath)).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Fra", "i morgen", "Fra")]
    [InlineData("Til", "", "Til")]
    [InlineData("Til", "2026-12-23T12:00", "Til")]
    [InlineData("Til", "2027-12-31T12:00", "Til")]
    [InlineData("TekstNn", "", "TekstNn")]
    public async Task Add_WhatCannotBe_IsRefused_AndKeepsWhatWasWritten(string field, string value, string told)
    {
        using var editor = await _app.SignInAsAsync(StaffRole.ChiefEditor);

        var answer = await editor.FillInAsync(Path, null, [.. Christmas.Where(one => one.Name != field), (field, value)]);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.NotEmpty(answer.TextOf($"#{told}-feil"));
        Assert.Equal(value, answer.Form(Path)[field]);
        Assert.Equal(0, await _app.InDatabaseAsync(db => db.ClosingPeriods.CountAsync()));
    }

    [Fact]
    public async Task Add_ATextThatIsTooLongOrATimeThatHasBeen_IsRefused()
    {
        using var editor = await _app.SignInAsAsync(StaffRole.ChiefEditor);

        var tooLong = await editor.FillInAsync(Path, null, [.. Christmas.Where(one => one.Name != "TekstEn"), ("TekstEn", new string('x', ClosingPeriod.TextMaxLength + 1))]);
        var over = await editor.FillInAsync(Path, null, [.. Christmas.Skip(2), ("Fra", "2026-11-01T12:00"), ("Til", "2026-11-02T12:00")]);

        Assert.Equal((HttpStatusCode.UnprocessableEntity, HttpStatusCode.UnprocessableEntity), (tooLong.Status, over.Status));
        Assert.Contains("500 tegn", tooLong.TextOf("#TekstEn-feil"), StringComparison.Ordinal);
        Assert.Contains("er over", over.TextOf("#Til-feil"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Change_APeriod_IsKept_AndRemovingItTakesItAway()
    {
        using var editor = await _app.SignInAsAsync(StaffRole.TriageEditor);
        await editor.FillInAsync(Path, null, Christmas);
        var page = $"{Path}/{(await PeriodAsync()).Id}";

        await editor.FillInAsync(page, null, ("Fra", "2026-12-22T12:00"));
        var changed = await PeriodAsync();
        await editor.FillInAsync(page, null, ("fjern", "true"));

        Assert.Equal(new DateTime(2026, 12, 22, 11, 0, 0, DateTimeKind.Utc), changed.From);
        Assert.Equal(0, await _app.InDatabaseAsync(db => db.ClosingPeriods.CountAsync()));
        Assert.Equal(
            ["closing-added 2026-12-23T11:00Z/2027-01-02T07:00Z", "closing-changed 2026-12-23T11:00Z/2027-01-02T07:00Z → 2026-12-22T11:00Z/2027-01-02T07:00Z", "closing-removed 2026-12-22T11:00Z/2027-01-02T07:00Z"],
            await _app.AuditOfAsync("closing-period"));
        Assert.Equal(HttpStatusCode.NotFound, (await editor.VisitAsync(page)).Status);
    }

    [Theory]
    [InlineData("fjern", "true")]
    [InlineData("Fra", "2026-12-21T12:00")]
    public async Task Change_OfWhatAColleagueChanged_SaysSo_AndLosesNothing(string field, string value)
    {
        using var editor = await _app.SignInAsAsync(StaffRole.TriageEditor);
        await editor.FillInAsync(Path, null, Christmas);
        var page = $"{Path}/{(await PeriodAsync()).Id}";
        var fields = new Dictionary<string, string>((await editor.VisitAsync(page)).Form(page)) { [field] = value, ["TekstNb"] = "Det jeg skrev." };
        await editor.FillInAsync(page, null, ("Fra", "2026-12-22T12:00"));

        var answer = await editor.PostFormAsync(page, fields);

        Assert.Equal(HttpStatusCode.Conflict, answer.Status);
        Assert.Contains("kollega", answer.TextOf(".error-summary"), StringComparison.Ordinal);
        Assert.Equal("Det jeg skrev.", answer.Form(page)["TekstNb"]);
        Assert.Equal(22, (await PeriodAsync()).From.Day);
    }

    [Fact]
    public void Change_ToWhatCannotBe_Throws()
    {
        var (from, text) = (PortalApp.Start.UtcDateTime, new LocalizedText([new("nb", "Stengt.")]));

        Assert.Throws<InvalidOperationException>(() => ClosingPeriod.Between(from, from, text));
        Assert.Throws<InvalidOperationException>(() => ClosingPeriod.Between(from, from.AddDays(400), text));
        Assert.Throws<InvalidOperationException>(() => ClosingPeriod.Between(from, from.AddDays(4), []));
    }

    public void Dispose() => _app.Dispose();

    private Task<ClosingPeriod> PeriodAsync() => _app.InDatabaseAsync(db => db.ClosingPeriods.AsNoTracking().SingleAsync());
}
