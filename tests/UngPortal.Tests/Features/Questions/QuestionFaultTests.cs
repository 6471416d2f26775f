using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using UngPortal.Features.Answers;
using UngPortal.Features.Questions.Alerts;
using UngPortal.Features.Questions.Answering;
using UngPortal.Features.Questions.Checking;
using UngPortal.Features.Questions.Keeping;
using UngPortal.Features.Questions.Triage;
using UngPortal.Kernel;
using UngPortal.Platform.Audit;
using UngPortal.Testing;
using UngPortal.Tests.Features.Answers;
using UngPortal.Tests.Features.Questions.Asking;

namespace UngPortal.Tests.Features.Questions;

/// <summary>The database fails at every single write of every step that a question takes. Source of the rule: quality.md, "an exception at the n-th save".</summary>
public sealed class QuestionFaultTests : IDisposable
{
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
        await _app.FailAtEachWriteAsync(await PrepareAsync(step), fewestWrites);

        Assert.Equal(action is null ? 0 : 1, await _app.InDatabaseAsync(db => db.AuditEntries.CountAsync(entry => entry.Action == action)));
    }

    public void Dispose() => _app.Dispose();

    /// <summary>Brings a question to where the step begins. Returns the step.</summary>
    private async Task<Func<Task>> PrepareAsync(string step)
    {
        var (author, reader) = (await _app.ExpertAsync(), await _app.HireAsync(roles: [StaffRole.ExpertReviewer, StaffRole.TriageEditor]));
        var (expert, second) = (FaultySteps.Person(author, StaffRole.Expert), FaultySteps.Person(reader, StaffRole.ExpertReviewer, StaffRole.TriageEditor));
        switch (step)
        {
            case "sort":
                var fresh = await _app.AskedAsync();
                return () => _app.OpenAsync(fresh, second, (scope, opened) => scope.GetRequiredService<Triaging>().ConfirmAsync(opened, new TriageForm { Alvor = Severity.Yellow, Tema = ["sovn"], Rolle = DeskRows.Nurse }, second, CancellationToken.None));
            case "take":
                await _app.QueuedAsync();
                return () => _app.TakeNextAsync(author);
            case "draft":
                await _app.QueuedAsync();
                var taken = (await _app.TakeNextAsync(author)).Id!.Value;
                return () => _app.OpenAsync(taken, expert, (scope, opened) => scope.GetRequiredService<AnswerSteps>().KeepAsync(opened, FaultySteps.Content, expert, CancellationToken.None));
            case "send":
                var drafted = await _app.ClaimedAsync(author);
                return () => _app.OpenAsync(drafted, expert, (scope, opened) => scope.GetRequiredService<AnswerSending>().SendAsync(opened, FaultySteps.Content, expert, CancellationToken.None));
            case "approve":
                var written = await _app.InReviewAsync(author);
                return () => _app.OpenAsync(written, second, (scope, opened) => scope.GetRequiredService<AnswerSending>().ApproveAsync(opened, second, CancellationToken.None));
            case "publish":
                _app.Services.WaitForSearchIndex();
                return () => _app.InScopeAsync(scope => scope.GetRequiredService<AnswerPublishing>().PublishAsync(AnswerRows.Draft(), second, _ => { }, CancellationToken.None));
            case "withdraw":
                var asked = (await _app.QuestionAsync(await _app.AskedAsync())).ThreadId!.Value;
                return () => _app.InScopeAsync(scope => scope.GetRequiredService<ThreadReplies>().WithdrawAsync(asked, CancellationToken.None));
            case "tell":
                await _app.AskedAsync("Jeg vil ikke leve lenger");
                return () => _app.Services.GetRequiredService<DeskAlerts>().RunAsync(CancellationToken.None);
            default:
                await _app.ClaimedAsync(author);
                // A clock of its own: the site's workers would wake up and meet the fault instead.
                var later = new FakeTimeProvider(PortalApp.Start.AddDays(QuestionRetention.UnansweredDays + 1));
                return () => _app.InScopeAsync(scope => ActivatorUtilities.CreateInstance<QuestionRetention>(scope, later).RunAsync(CancellationToken.None));
        }
    }
}
