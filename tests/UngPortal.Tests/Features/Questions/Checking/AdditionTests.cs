using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using UngPortal.Features.Questions;
using UngPortal.Features.Questions.Alerts;
using UngPortal.Features.Questions.Desk;
using UngPortal.Features.Questions.Triage;
using UngPortal.Kernel;
using UngPortal.Testing;

namespace UngPortal.Tests.Features.Questions.Checking;

/// <summary>What an asker adds is read by the detector like a question: what is harder than the question goes back to those who sort.</summary>
public sealed class AdditionTests : IDisposable
{
    private const string Red = "Jeg har vondt fordi jeg ikke vil leve lenger.";

    private readonly PortalApp _app = new PortalApp().WithoutWorkers();

    [Fact]
    public async Task AddMore_Red_GoesBackToSorting_WithADeadlineOfItsOwn_AndShowsHelp()
    {
        var (code, id) = await AskedForMoreAsync("Jeg har vondt, hva er det?");
        _app.Clock.Advance(TimeSpan.FromHours(50));
        using var visitor = await _app.OpenAsync(code);

        var sent = await visitor.DoAsync("mer", ("Mer", Red));
        var page = await visitor.VisitAsync(QuestionVisits.ThreadPath);

        var question = await _app.QuestionAsync(id);
        Assert.Equal(HttpStatusCode.Found, sent.Status);
        Assert.NotNull(page.Document.QuerySelector(".crisis a[href^='tel:']"));
        Assert.Equal((QuestionState.Received, Severity.Red, null, null, null), (question.State, question.Severity, question.Role, question.ClaimedById, question.FirstSeenAt));
        Assert.Equal(question.AddedAt!.Value.AddHours(12), question.DueAt);
        await using var scope = _app.Services.CreateAsyncScope();
        Assert.Equal(id, await scope.ServiceProvider.GetRequiredService<Triaging>().NextAsync(null, CancellationToken.None));
        Assert.Contains("question-added-to NeedsMore → Received: Red", await _app.AuditOfAsync(Question.SubjectOf(id)));
    }

    [Fact]
    public async Task AddMore_Red_IsToldOfLikeANewQuestion()
    {
        await _app.HireAsync(roles: StaffRole.TriageEditor);
        var (code, id) = await AskedForMoreAsync("Jeg har vondt, hva er det?");
        await _app.ChangeAsync(id, question => question.NoteTold(AlertStage.Overdue));
        _app.Clock.Advance(TimeSpan.FromHours(80));
        await AddAsync(code, Red);
        var told = new List<AlertStage>();
        for (var hour = 0; hour <= 12; hour++)
        {
            await _app.Services.GetRequiredService<DeskAlerts>().RunAsync(CancellationToken.None);
            told.Add((await _app.QuestionAsync(id)).Told);
            _app.Clock.Advance(TimeSpan.FromHours(1));
        }

        Assert.Equal([AlertStage.Red, AlertStage.Unseen, AlertStage.Overdue], told.Distinct());
    }

    [Fact]
    public async Task AddMore_Harmless_StaysWithTheRole_AndKeepsWhenItWasSeen()
    {
        var (code, id) = await AskedForMoreAsync("Jeg har vondt, hva er det?");
        var before = await _app.QuestionAsync(id);

        await AddAsync(code, "Det er i magen.");

        var question = await _app.QuestionAsync(id);
        Assert.Equal((QuestionState.Queued, Severity.Green, before.Role, before.FirstSeenAt), (question.State, question.Severity, question.Role, question.FirstSeenAt));
        Assert.NotNull(question.Role);
    }

    [Fact]
    public async Task AddMore_AfterALongWait_HasAsMuchTimeLeftAsBefore()
    {
        var (code, id) = await AskedForMoreAsync("Jeg har vondt, hva er det?");
        var before = DeskRow.Of.Compile()(await _app.QuestionAsync(id)).Used(_app.Clock.GetUtcNow().UtcDateTime);
        _app.Clock.Advance(TimeSpan.FromHours(100));

        await AddAsync(code, "Det er i magen.");

        Assert.Equal(before, DeskRow.Of.Compile()(await _app.QuestionAsync(id)).Used(_app.Clock.GetUtcNow().UtcDateTime), precision: 6);
    }

    [Fact]
    public async Task AddMore_RedByAChild_WaitsForASafeguardingOfficer()
    {
        var code = await _app.AskAsync("jeg vil dø, og jeg vet ikke hva jeg skal gjøre", "under");
        await _app.InThreadAsync(code, work =>
        {
            work.Question.Triage(Severity.Green, [QuestionVisits.Topic], QuestionVisits.Expert, work.Now);
            work.Question.QueueFor("helsesykepleier");
            AskForMore(work);
        });

        await AddAsync(code, Red);

        await _app.InThreadAsync(code, work => Assert.Equal((QuestionState.SafeguardingHold, Severity.Red), (work.Question.State, work.Question.Severity)));
    }

    public void Dispose() => _app.Dispose();

    private static void AskForMore(QuestionVisits.ThreadAtWork work)
    {
        work.Claim();
        work.Question.AskForMore(work.Texts.SealRequest(work.Question.Id, "Hvor har du vondt?"), QuestionVisits.Expert, work.Now);
    }

    private async Task<(string Code, Guid Id)> AskedForMoreAsync(string text)
    {
        var code = await _app.AskAsync(text);
        await _app.InThreadAsync(code, AskForMore);
        return (code, await _app.InDatabaseAsync(db => db.Questions.Select(question => question.Id).SingleAsync()));
    }

    private async Task AddAsync(string code, string text)
    {
        using var visitor = await _app.OpenAsync(code);
        Assert.Equal(HttpStatusCode.Found, (await visitor.DoAsync("mer", ("Mer", text))).Status);
    }
}
