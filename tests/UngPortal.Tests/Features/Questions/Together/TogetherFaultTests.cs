using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using UngPortal.Features.Experts;
using UngPortal.Features.Questions;
using UngPortal.Features.Questions.Answering;
using UngPortal.Features.Questions.Checking;
using UngPortal.Features.Questions.Correcting;
using UngPortal.Features.Questions.Desk;
using UngPortal.Features.Questions.Keeping;
using UngPortal.Features.Questions.Triage;
using UngPortal.Kernel;
using UngPortal.Platform.Access;
using UngPortal.Platform.Audit;
using UngPortal.Platform.Data;
using UngPortal.Platform.Outbox;
using UngPortal.Testing;
using UngPortal.Testing.Simulation;
using UngPortal.Tests.Features.Questions.Asking;

namespace UngPortal.Tests.Features.Questions.Together;

/// <summary>The database fails at every single write of every step that two questions take together. Source of the rule: quality.md, "an exception at the n-th save".</summary>
public sealed class TogetherFaultTests : IDisposable
{
    private const int MostWrites = 40;
    private static readonly AnswerContent Content = new() { Greeting = "Hei!", Brief = "Ja.", Explanation = "Sov godt." };

    private readonly FaultySite _app = new();

    [Theory]
    [InlineData("join", 4, "question-joined", 1)]
    [InlineData("part", 4, "question-parted", 1)]
    [InlineData("send", 6, "question-answered-together", 1)]
    [InlineData("decline", 4, "question-freed", 1)]
    [InlineData("withdraw", 4, "question-freed", 1)]
    [InlineData("correct", 4, "question-corrected", 2)]
    [InlineData("delete", 3, "question-freed", 1)]
    public async Task V2_3_3_Step_WhenTheNthWriteFails_StoresNothingByHalf(string step, int fewestWrites, string action, int entries)
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
        Assert.Equal(entries, await _app.InDatabaseAsync(db => db.AuditEntries.CountAsync(entry => entry.Action == action)));
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

    /// <summary>Brings two questions to where the step begins. Returns the step.</summary>
    private async Task<Func<Task>> PrepareAsync(string step)
    {
        var author = await _app.ExpertAsync();
        var (expert, sorter) = (Person(author, StaffRole.Expert), Person(await _app.HireAsync(roles: [StaffRole.TriageEditor]), StaffRole.TriageEditor));
        var (head, other) = (await _app.QueuedAsync(), await _app.AskedAsync());
        if (step == "join")
        {
            return () => OpenAsync(other, sorter, (scope, opened) => scope.GetRequiredService<Joining>().JoinAsync(opened, new TriageForm { Alvor = opened.Question.OwnSeverity, Tema = ["sovn"], Sammen = head }, sorter, CancellationToken.None));
        }

        await _app.JoinAsync(other, head);
        switch (step)
        {
            case "part":
                return () => OpenAsync(other, sorter, (scope, opened) => scope.GetRequiredService<QuestionDesk>().PartAsync(opened.Question, sorter, CancellationToken.None));
            case "withdraw":
                var thread = (await _app.QuestionAsync(head)).ThreadId!.Value;
                return () => InScopeAsync(scope => scope.GetRequiredService<ThreadReplies>().WithdrawAsync(thread, CancellationToken.None));
            case "delete":
                // The other was asked so late that it stays.
                await _app.InDatabaseAsync(db => db.Questions.Where(question => question.Id == other).ExecuteUpdateAsync(set => set.SetProperty(question => question.AskedAt, PortalApp.Start.AddDays(5).UtcDateTime)));
                var later = new FakeTimeProvider(PortalApp.Start.AddDays(QuestionRetention.UnansweredDays + 1));
                return () => InScopeAsync(scope => ActivatorUtilities.CreateInstance<QuestionRetention>(scope, later).RunAsync(CancellationToken.None));
        }

        await _app.TakeNextAsync(author);
        var reader = Person(await _app.HireAsync(roles: [StaffRole.ExpertReviewer]), StaffRole.ExpertReviewer);
        Task ApproveAsync() => OpenAsync(head, reader, (scope, opened) => scope.GetRequiredService<AnswerSending>().ApproveAsync(opened, reader, CancellationToken.None));
        if (step == "decline")
        {
            return () => OpenAsync(head, expert, (scope, opened) => scope.GetRequiredService<QuestionDesk>().DoAsync(opened.Question, expert, "question-declined", one => one.Decline(DeclineReason.NotAQuestion, PortalApp.Start.UtcDateTime), CancellationToken.None));
        }

        await OpenAsync(head, expert, (scope, opened) => scope.GetRequiredService<AnswerSteps>().KeepAsync(opened, Content, expert, CancellationToken.None));
        await _app.ChangeAsync(head, question => question.Submit(author, ReviewReason.Sample, PortalApp.Start.UtcDateTime));
        if (step == "send")
        {
            return ApproveAsync;
        }

        await ApproveAsync();
        return () => OpenAsync(head, reader, (scope, opened) => scope.GetRequiredService<Corrections>().CorrectPrivateAsync(opened, new CorrectForm { Hilsen = "Hei!", Kort = "Nei.", Forklaring = "Sov mer.", Endring = "Riktigere." }, reader, CancellationToken.None));
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
            await db.QuestionThreads.CountAsync(), await db.QuestionThreads.SumAsync(thread => thread.Version), await db.Experts.SumAsync(one => one.Answered),
            await db.AuditEntries.CountAsync(entry => entry.Subject.StartsWith("question:")), await db.Outbox.CountAsync(row => row.Kind == QuestionChanged.Kind),
        ];
        return string.Join('\n', questions.Select(one => $"{one.Id} {one.ThreadId} {one.HeadId} {one.JoinedCount} {one.State} {one.Severity} {one.DueAt} {one.Role} {one.Version} {one.SealedText?.Length} {one.Answer?.Version} {one.Answer?.SealedContent?.Length} {one.Topics.Count}")
            .Append(string.Join(' ', counts)));
    });
}
