using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using UngPortal.Features.Questions;
using UngPortal.Features.Questions.Answering;
using UngPortal.Features.Questions.Checking;
using UngPortal.Features.Questions.Correcting;
using UngPortal.Features.Questions.Desk;
using UngPortal.Features.Questions.Keeping;
using UngPortal.Features.Questions.Triage;
using UngPortal.Kernel;
using UngPortal.Platform.Audit;
using UngPortal.Testing;
using UngPortal.Tests.Features.Questions.Asking;

namespace UngPortal.Tests.Features.Questions.Together;

/// <summary>The database fails at every single write of every step that two questions take together. Source of the rule: quality.md, "an exception at the n-th save".</summary>
public sealed class TogetherFaultTests : IDisposable
{
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
        await _app.FailAtEachWriteAsync(await PrepareAsync(step), fewestWrites);

        Assert.Equal(entries, await _app.InDatabaseAsync(db => db.AuditEntries.CountAsync(entry => entry.Action == action)));
    }

    public void Dispose() => _app.Dispose();

    /// <summary>Brings two questions to where the step begins. Returns the step.</summary>
    private async Task<Func<Task>> PrepareAsync(string step)
    {
        var author = await _app.ExpertAsync();
        var (expert, sorter) = (FaultySteps.Person(author, StaffRole.Expert), FaultySteps.Person(await _app.HireAsync(roles: [StaffRole.TriageEditor]), StaffRole.TriageEditor));
        var (head, other) = (await _app.QueuedAsync(), await _app.AskedAsync());
        if (step == "join")
        {
            return () => _app.OpenAsync(other, sorter, (scope, opened) => scope.GetRequiredService<Joining>().JoinAsync(opened, new TriageForm { Alvor = opened.Question.OwnSeverity, Tema = ["sovn"], Sammen = head }, sorter, CancellationToken.None));
        }

        await _app.JoinAsync(other, head);
        switch (step)
        {
            case "part":
                return () => _app.OpenAsync(other, sorter, (scope, opened) => scope.GetRequiredService<QuestionDesk>().PartAsync(opened.Question, sorter, CancellationToken.None));
            case "withdraw":
                var thread = (await _app.QuestionAsync(head)).ThreadId!.Value;
                return () => _app.InScopeAsync(scope => scope.GetRequiredService<ThreadReplies>().WithdrawAsync(thread, CancellationToken.None));
            case "delete":
                // The other was asked so late that it stays.
                await _app.InDatabaseAsync(db => db.Questions.Where(question => question.Id == other).ExecuteUpdateAsync(set => set.SetProperty(question => question.AskedAt, PortalApp.Start.AddDays(5).UtcDateTime)));
                var later = new FakeTimeProvider(PortalApp.Start.AddDays(QuestionRetention.UnansweredDays + 1));
                return () => _app.InScopeAsync(scope => ActivatorUtilities.CreateInstance<QuestionRetention>(scope, later).RunAsync(CancellationToken.None));
        }

        await _app.TakeNextAsync(author);
        var reader = FaultySteps.Person(await _app.HireAsync(roles: [StaffRole.ExpertReviewer]), StaffRole.ExpertReviewer);
        Task ApproveAsync() => _app.OpenAsync(head, reader, (scope, opened) => scope.GetRequiredService<AnswerSending>().ApproveAsync(opened, reader, CancellationToken.None));
        if (step == "decline")
        {
            return () => _app.OpenAsync(head, expert, (scope, opened) => scope.GetRequiredService<QuestionDesk>().DoAsync(opened.Question, expert, "question-declined", one => one.Decline(DeclineReason.NotAQuestion, PortalApp.Start.UtcDateTime), CancellationToken.None));
        }

        await _app.OpenAsync(head, expert, (scope, opened) => scope.GetRequiredService<AnswerSteps>().KeepAsync(opened, FaultySteps.Content, expert, CancellationToken.None));
        await _app.ChangeAsync(head, question => question.Submit(author, ReviewReason.Sample, PortalApp.Start.UtcDateTime));
        if (step == "send")
        {
            return ApproveAsync;
        }

        await ApproveAsync();
        return () => _app.OpenAsync(head, reader, (scope, opened) => scope.GetRequiredService<Corrections>().CorrectPrivateAsync(opened, new CorrectForm { Hilsen = "Hei!", Kort = "Nei.", Forklaring = "Sov mer.", Endring = "Riktigere." }, reader, CancellationToken.None));
    }
}
