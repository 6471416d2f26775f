using System.Net;
using Microsoft.EntityFrameworkCore;
using UngPortal.Features.Experts;
using UngPortal.Features.Questions;
using UngPortal.Kernel;
using UngPortal.Testing;
using UngPortal.Tests.Features.Publishing;

namespace UngPortal.Tests.Features.Questions.Desk;

/// <summary>Nothing that was sorted is left behind: those who sort see what waits long or fits nobody, and can do something about it.</summary>
public sealed class LongWaitingTests : IDisposable
{
    private const string Home = "/admin/sporsmal";
    private const string Sorting = "/admin/sporsmal/sortering";
    private const string FitsNobody = "passer for ingen";

    private readonly PortalApp _app = new();

    [Theory]
    [InlineData(35, null)]
    [InlineData(36, "over 50 %")]
    [InlineData(58, "over 80 %")]
    [InlineData(72, "over fristen")]
    public async Task List_SaysInWordsHowMuchOfTheTimeIsUsed(int hours, string? told)
    {
        await _app.ExpertAsync();
        var id = await _app.QueuedAsync();
        _app.Clock.Advance(TimeSpan.FromHours(hours));

        var rows = await RowsAsync(StaffRole.TriageEditor);

        Assert.Equal(told is null ? 0 : 1, rows.Count);
        Assert.All(rows, row => Assert.Contains(told!, row.Text, StringComparison.Ordinal));
        Assert.All(rows, row => Assert.Equal($"{Sorting}/{id}", row.Link));
        Assert.All(rows, row => Assert.DoesNotContain(FitsNobody, row.Text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task List_HoldsWhatFitsNobody_TheMostUrgentFirst()
    {
        await _app.ExpertAsync(takesHard: false);
        await _app.ExpertAsync(StaffRole.YouthAnswerer, roles: AnsweringRole.YouthKey);
        await _app.QueuedAsync();
        await _app.QueuedAsync(role: AnsweringRole.YouthKey, topic: "vennskap");
        var lawyers = await _app.QueuedAsync(role: "jurist", age: 17);
        _app.Clock.Advance(TimeSpan.FromMinutes(1));
        var english = await _app.QueuedAsync(language: "en", age: 17);
        var heavy = await _app.QueuedAsync(Severity.Yellow, AnsweringRole.YouthKey, topic: "vennskap");
        var red = await _app.QueuedAsync(Severity.Red);

        var rows = await RowsAsync(StaffRole.SafeguardingOfficer);

        Assert.Equal(new[] { red, heavy, lawyers, english }.Select(id => $"{Sorting}/{id}"), rows.Select(row => row.Link!));
        Assert.All(rows, row => Assert.Contains(FitsNobody, row.Text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task List_WithTheOnlyOneAwayOrWithoutAgreement_HoldsWhatWasTheirs()
    {
        var expert = await _app.ExpertAsync();
        await _app.QueuedAsync();
        Assert.Empty(await RowsAsync(StaffRole.TriageEditor));
        await _app.InDatabaseAsync(async db =>
        {
            (await db.Experts.SingleAsync(one => one.StaffId == expert)).BeAway(OsloTime.DayOf(PortalApp.Start.UtcDateTime), new DateOnly(2062, 1, 1));
            return await db.SaveChangesAsync();
        });

        Assert.Single(await RowsAsync(StaffRole.TriageEditor));
    }

    [Fact]
    public async Task List_OfAChiefEditor_LeadsNowhere_AndOthersHaveNone()
    {
        var id = await _app.QueuedAsync(role: "jurist");

        Assert.Null(Assert.Single(await RowsAsync(StaffRole.ChiefEditor)).Link);
        Assert.Empty(await RowsAsync(StaffRole.Expert));
        using var expert = await _app.SignInAsAsync(StaffRole.Expert);
        Assert.Equal(HttpStatusCode.NotFound, (await expert.PageAsync($"{Home}/{id}")).Status);
    }

    [Fact]
    public async Task List_OfWhatTheAskerIsAskedAbout_BeginsWhenItIsLate()
    {
        var code = await _app.AskAsync("Hvorfor har jeg så vondt i ryggen?");
        await _app.InThreadAsync(code, work =>
        {
            work.Claim();
            work.Question.AskForMore(work.Texts.SealRequest(work.Question.Id, "Hvor lenge har det vart?"), QuestionVisits.Expert, work.Now);
        });
        var thread = await _app.ThreadOfAsync(code);
        var id = await _app.InDatabaseAsync(db => db.Questions.Where(question => question.ThreadId == thread).Select(question => question.Id).SingleAsync());
        _app.Clock.Advance(TimeSpan.FromHours(71));
        Assert.Empty(await RowsAsync(StaffRole.TriageEditor));
        _app.Clock.Advance(TimeSpan.FromHours(1));

        Assert.Single(await RowsAsync(StaffRole.TriageEditor));
        Assert.Equal(QuestionState.SafeguardingHold, await StepAsync(id, ("Steg", "vern")));
    }

    [Theory]
    [InlineData("bekreft", QuestionState.Queued, "question-triaged Queued → Queued: Green lege")]
    [InlineData("vern", QuestionState.SafeguardingHold, "question-held Queued → SafeguardingHold")]
    [InlineData("avvis", QuestionState.Declined, "question-declined Queued → Declined: OutsideTheService")]
    public async Task Queued_IsReroutedHeldOrDeclined_ByThoseWhoSort(string step, QuestionState expected, string entry)
    {
        var id = await _app.QueuedAsync(role: "jurist");

        Assert.Equal(expected, await StepAsync(id, ("Steg", step), ("Rolle", "lege"), ("Grunn", "OutsideTheService")));
        Assert.Equal(step == "bekreft" ? "lege" : "jurist", (await _app.QuestionAsync(id)).Role);
        Assert.Contains(entry, await _app.AuditOfAsync(Question.SubjectOf(id)));
    }

    [Fact]
    public async Task Queued_IsAnsweredTogetherWithAnother_FromTheList()
    {
        var (id, head) = (await _app.QueuedAsync(role: "jurist"), await _app.QueuedAsync());

        Assert.Equal(QuestionState.Joined, await StepAsync(id, ("Sammen", $"{head}")));
    }

    [Fact]
    public async Task Claimed_IsItsHolders_UntilTheHourIsOver()
    {
        var expert = await _app.ExpertAsync();
        var id = await _app.ClaimedAsync(expert);
        using var early = await _app.SignInAsAsync(StaffRole.TriageEditor);
        Assert.Equal(HttpStatusCode.NotFound, (await early.PageAsync($"{Sorting}/{id}")).Status);
        _app.Clock.Advance(Question.ClaimLength);

        Assert.Equal(QuestionState.Queued, await StepAsync(id, ("Steg", "bekreft"), ("Rolle", "lege")));
        var question = await _app.QuestionAsync(id);
        Assert.Equal(("lege", null), (question.Role, question.ClaimedById));
        Assert.NotNull(question.Answer!.SealedContent);
    }

    public void Dispose() => _app.Dispose();

    private async Task<IReadOnlyList<(string Text, string? Link)>> RowsAsync(StaffRole role)
    {
        using var person = await _app.SignInAsAsync(role);
        var page = await person.PageAsync(Home);
        Assert.Equal(HttpStatusCode.OK, page.Status);
        return [.. page.Document.QuerySelectorAll("#venter-lenge li").Select(row => (string.Join(' ', row.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)), row.QuerySelector("a")?.GetAttribute("href")))];
    }

    /// <summary>Takes a step on the sorting page and comes back to the desk. Returns where the question then is.</summary>
    private async Task<QuestionState> StepAsync(Guid id, params (string Name, string? Value)[] fields)
    {
        using var sorter = await _app.SignInAsAsync(StaffRole.TriageEditor);
        var answer = await sorter.FillInAsync($"{Sorting}/{id}", null, fields);
        Assert.Equal((HttpStatusCode.Found, $"{Home}?gjort=ferdig"), (answer.Status, answer.Response.Headers.Location?.OriginalString));
        return (await _app.QuestionAsync(id)).State;
    }
}
