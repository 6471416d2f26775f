using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using UngPortal.Features.Answers;
using UngPortal.Features.Experts;
using UngPortal.Features.Questions;
using UngPortal.Features.Questions.Alerts;
using UngPortal.Features.Questions.Answering;
using UngPortal.Features.Questions.Checking;
using UngPortal.Features.Questions.Desk;
using UngPortal.Features.Questions.Keeping;
using UngPortal.Features.Questions.Triage;
using UngPortal.Kernel;
using UngPortal.Platform.Access;
using UngPortal.Platform.Audit;
using UngPortal.Platform.Data;
using UngPortal.Platform.Mail;
using UngPortal.Platform.Outbox;
using UngPortal.Testing;
using UngPortal.Testing.Simulation;
using UngPortal.Tests.Features.Answers;
using UngPortal.Tests.Features.Questions.Asking;

namespace UngPortal.Tests.Features.Questions;

/// <summary>The database fails at every single write of every step that a question takes. Source of the rule: quality.md, "an exception at the n-th save".</summary>
public sealed class QuestionFaultTests : IDisposable
{
    private const int MostWrites = 30;
    private static readonly AnswerContent Content = new() { Greeting = "Hei!", Brief = "Ja.", Explanation = "Sov godt." };

    private readonly FaultySite _app = new();

    [Theory]
    [InlineData("sort", 4, "question-triaged")]
    [InlineData("take", 4, "question-claimed")]
    [InlineData("draft", 2, "question-drafted")]
    [InlineData("send", 4, "question-submitted")]
    [InlineData("approve", 4, "question-approved")]
    [InlineData("publish", 4, "answer-published")]
    [InlineData("withdraw", 4, "question-withdrawn")]
    [InlineData("tell", 2, null)]
    [InlineData("delete", 3, "question-deleted")]
    public async Task V2_3_3_Step_WhenTheNthWriteFails_StoresNothingByHalf(string step, int fewestWrites, string? action)
    {
        var work = await PrepareAsync(step);
        var before = await RowsAsync();
        var failures = 0;
        for (; failures < MostWrites; failures++)
        {
            _app.Writes.FailsAt = failures + 1;
            var isDone = await TryAsync(work);
            _app.Writes.FailsAt = 0;
            if (isDone)
            {
                break;
            }

            Assert.Equal(before, await RowsAsync());
        }

        Assert.InRange(failures, fewestWrites, MostWrites - 1);
        Assert.NotEqual(before, await RowsAsync());
        Assert.Equal(action is null ? 0 : 1, await _app.InDatabaseAsync(db => db.AuditEntries.CountAsync(entry => entry.Action == action)));
    }

    public void Dispose() => _app.Dispose();

    private static async Task<bool> TryAsync(Func<Task> work)
    {
        try
        {
            await work();
            return true;
        }
        catch (Exception problem) when (VisitorWrites.IsAway(problem))
        {
            return false;
        }
    }

    /// <summary>Brings a question to where the step begins. Returns the step.</summary>
    private async Task<Func<Task>> PrepareAsync(string step)
    {
        var (author, reader) = (await _app.ExpertAsync(), await _app.HireAsync(roles: [StaffRole.ExpertReviewer, StaffRole.TriageEditor]));
        var (expert, second) = (Person(author, StaffRole.Expert), Person(reader, StaffRole.ExpertReviewer, StaffRole.TriageEditor));
        switch (step)
        {
            case "sort":
                var fresh = await _app.AskedAsync();
                return () => OpenAsync(fresh, second, (scope, opened) => scope.GetRequiredService<Triaging>().ConfirmAsync(opened, new TriageForm { Alvor = Severity.Yellow, Tema = ["sovn"], Rolle = DeskRows.Nurse }, second, CancellationToken.None));
            case "take":
                await _app.QueuedAsync();
                return () => _app.TakeNextAsync(author);
            case "draft":
                await _app.QueuedAsync();
                var taken = (await _app.TakeNextAsync(author)).Id!.Value;
                return () => OpenAsync(taken, expert, (scope, opened) => scope.GetRequiredService<AnswerSteps>().KeepAsync(opened, Content, expert, CancellationToken.None));
            case "send":
                var drafted = await _app.ClaimedAsync(author);
                return () => OpenAsync(drafted, expert, (scope, opened) => scope.GetRequiredService<AnswerSending>().SendAsync(opened, Content, expert, CancellationToken.None));
            case "approve":
                var written = await _app.InReviewAsync(author);
                return () => OpenAsync(written, second, (scope, opened) => scope.GetRequiredService<AnswerSending>().ApproveAsync(opened, second, CancellationToken.None));
            case "publish":
                _app.Services.WaitForSearchIndex();
                return () => InScopeAsync(scope => scope.GetRequiredService<AnswerPublishing>().PublishAsync(AnswerRows.Draft(), second, _ => { }, CancellationToken.None));
            case "withdraw":
                var asked = (await _app.QuestionAsync(await _app.AskedAsync())).ThreadId!.Value;
                return () => InScopeAsync(scope => scope.GetRequiredService<ThreadReplies>().WithdrawAsync(asked, CancellationToken.None));
            case "tell":
                await _app.AskedAsync("Jeg vil ikke leve lenger");
                return () => _app.Services.GetRequiredService<DeskAlerts>().RunAsync(CancellationToken.None);
            default:
                await _app.ClaimedAsync(author);
                // A clock of its own: the site's workers would wake up and meet the fault instead.
                var later = new FakeTimeProvider(PortalApp.Start.AddDays(QuestionRetention.UnansweredDays + 1));
                return () => InScopeAsync(scope => ActivatorUtilities.CreateInstance<QuestionRetention>(scope, later).RunAsync(CancellationToken.None));
        }
    }

    private static StaffIdentity Person(int id, params StaffRole[] roles) => SimulatedSite.Person(id, PortalApp.Start.UtcDateTime, roles);

    private async Task InScopeAsync(Func<IServiceProvider, Task> work)
    {
        await using var scope = _app.Services.CreateAsyncScope();
        await work(scope.ServiceProvider);
    }

    private Task OpenAsync(Guid id, StaffIdentity person, Func<IServiceProvider, OpenedQuestion, Task<bool>> work) => InScopeAsync(async scope =>
    {
        using var opened = await scope.GetRequiredService<QuestionDesk>().OpenAsync(id, person, CancellationToken.None);
        Assert.True(await work(scope, opened!));
    });

    /// <summary>All that a step could leave behind.</summary>
    private Task<string> RowsAsync() => _app.InDatabaseAsync(async db =>
    {
        var questions = await db.Questions.AsNoTracking().Include(one => one.Answer).Include(one => one.Topics).OrderBy(one => one.Id).ToListAsync();
        int[] counts =
        [
            await db.QuestionThreads.CountAsync(), await db.QuestionThreads.SumAsync(thread => thread.Version), await db.QuestionClaims.CountAsync(), await db.Experts.SumAsync(one => one.Answered), await db.PublishedAnswers.CountAsync(),
            await db.AnswerPlaces.CountAsync(), await db.AuditEntries.CountAsync(entry => entry.Subject.StartsWith("question:")), await db.Outbox.CountAsync(row => row.Kind == QuestionChanged.Kind || row.Kind == AnswerChanged.Kind), await db.Mails.CountAsync(),
        ];
        return string.Join('\n', questions.Select(one => $"{one.Id} {one.ThreadId} {one.State} {one.Severity} {one.Role} {one.Told} {one.ClaimedById} {one.Version} {one.SealedText?.Length} {one.Answer?.Version} {one.Answer?.SealedContent?.Length} {one.Topics.Count}")
            .Append(string.Join(' ', counts)));
    });
}
