using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using UngPortal.Features.Questions;
using UngPortal.Features.Questions.Checking;
using UngPortal.Features.Questions.Desk;
using UngPortal.Features.Questions.Keeping;
using UngPortal.Features.Questions.Triage;
using UngPortal.Kernel;
using UngPortal.Testing;
using UngPortal.Testing.Simulation;
using UngPortal.Tests.Features.Publishing;

namespace UngPortal.Tests.Features.Questions.Together;

/// <summary>Two at the same moment: one of them wins, and no question is left without somebody to answer it.</summary>
public sealed class TogetherRaceTests : IDisposable
{
    private const string Text = "Hvorfor blir jeg så trøtt etter skolen hver eneste dag om vinteren?";

    private readonly PortalApp _app = new();

    [Theory]
    [InlineData("head taken")]
    [InlineData("other taken")]
    [InlineData("head withdrawn")]
    [InlineData("other withdrawn")]
    [InlineData("head joined")]
    public async Task V2_3_4_Join_WhileSomethingElseHappens_HasOneWinner(string what)
    {
        var (head, other, third) = (await _app.QueuedAsync(text: Text), await _app.AskedAsync(Text), await _app.AskedAsync(Text));
        var (sorter, expert) = (await _app.HireAsync(roles: [StaffRole.TriageEditor]), await _app.ExpertAsync());
        var isDone = await JoinAsync(other, head, sorter, () => what switch
        {
            "head taken" => _app.TakeNextAsync(expert),
            "other taken" => TakeAsync(other, expert),
            "head withdrawn" => WithdrawAsync(head),
            "other withdrawn" => WithdrawAsync(other),
            _ => _app.JoinAsync(head, third),
        });

        Assert.False(isDone);
        Assert.Equal(0, (await _app.QuestionAsync(head)).JoinedCount);
        Assert.Null((await _app.QuestionAsync(other)).HeadId);
        var expected = what switch
        {
            "head taken" => (QuestionState.Claimed, QuestionState.Received),
            "other taken" => (QuestionState.Queued, QuestionState.Claimed),
            "head withdrawn" => (QuestionState.Withdrawn, QuestionState.Received),
            "other withdrawn" => (QuestionState.Queued, QuestionState.Withdrawn),
            _ => (QuestionState.Joined, QuestionState.Received),
        };
        Assert.Equal(expected, ((await _app.QuestionAsync(head)).State, (await _app.QuestionAsync(other)).State));
    }

    [Fact]
    public async Task V2_3_4_Join_WhileAnotherJoinsTheSameHead_HasOneWinner()
    {
        var (head, other, third) = (await _app.QueuedAsync(text: Text), await _app.AskedAsync(Text), await _app.AskedAsync(Text));

        Assert.False(await JoinAsync(other, head, await _app.HireAsync(roles: [StaffRole.TriageEditor]), () => _app.JoinAsync(third, head)));

        Assert.Equal((1, QuestionState.Joined, QuestionState.Received), ((await _app.QuestionAsync(head)).JoinedCount, (await _app.QuestionAsync(third)).State, (await _app.QuestionAsync(other)).State));
    }

    [Fact]
    public async Task V2_3_4_Withdraw_OfTheHead_WhileItIsJoined_FreesTheOther()
    {
        var (head, other) = (await _app.QueuedAsync(text: Text), await _app.AskedAsync(Text));
        await _app.JoinAsync(other, head);

        await WithdrawAsync(head);

        Assert.Equal((QuestionState.Withdrawn, QuestionState.Received), ((await _app.QuestionAsync(head)).State, (await _app.QuestionAsync(other)).State));
    }

    [Fact]
    public async Task Retention_OfTheHead_FreesTheOther_AndOfTheOther_LeavesTheHead()
    {
        var old = (Head: await _app.QueuedAsync(text: Text), Other: await _app.AskedAsync(Text));
        _app.Clock.Advance(TimeSpan.FromDays(QuestionRetention.UnansweredDays - 5));
        var young = (Head: await _app.QueuedAsync(text: Text), Other: await _app.AskedAsync(Text));
        await _app.JoinAsync(young.Other, old.Head);
        await _app.JoinAsync(old.Other, young.Head);
        _app.Clock.Advance(TimeSpan.FromDays(6));

        await _app.RunAsync<QuestionRetention>();

        Assert.Equal((QuestionState.Expired, QuestionState.Received), ((await _app.QuestionAsync(old.Head)).State, (await _app.QuestionAsync(young.Other)).State));
        Assert.Equal((QuestionState.Expired, QuestionState.Queued, 0), ((await _app.QuestionAsync(old.Other)).State, (await _app.QuestionAsync(young.Head)).State, (await _app.QuestionAsync(young.Head)).JoinedCount));
        Assert.NotNull((await _app.QuestionAsync(young.Other)).SealedText);
    }

    [Fact]
    public async Task Join_WithOneThatHasJoined_PointsToItsHead()
    {
        var (head, other, third) = (await _app.QueuedAsync(text: Text), await _app.AskedAsync(Text), await _app.AskedAsync(Text));
        await _app.JoinAsync(other, head);

        Assert.True(await JoinAsync(third, other, await _app.HireAsync(roles: [StaffRole.TriageEditor]), () => Task.CompletedTask));

        Assert.Equal((head, 2), ((await _app.QuestionAsync(third)).HeadId!.Value, (await _app.QuestionAsync(head)).JoinedCount));
    }

    [Fact]
    public async Task V2_3_4_Confirm_OfWhatAColleagueJoined_ChangesNothing()
    {
        var (head, other) = (await _app.QueuedAsync(text: Text), await _app.AskedAsync(Text));
        using var sorter = await _app.SignInAsAsync(StaffRole.TriageEditor);
        var path = $"/admin/sporsmal/sortering/{other}";
        var fields = new Dictionary<string, string>((await sorter.PageAsync(path)).Form(path)) { ["Steg"] = "bekreft", ["Rolle"] = "lege" };
        await _app.JoinAsync(other, head);

        var answer = await sorter.PostFormAsync(path, fields);

        Assert.EndsWith("gjort=opptatt", answer.Response.Headers.Location!.OriginalString, StringComparison.Ordinal);
        Assert.Equal(QuestionState.Joined, (await _app.QuestionAsync(other)).State);
    }

    public void Dispose() => _app.Dispose();

    /// <summary>Joins one with another, with something happening after both were read and before it is saved.</summary>
    private async Task<bool> JoinAsync(Guid id, Guid other, int sorter, Func<Task> meanwhile)
    {
        await using var scope = _app.Services.CreateAsyncScope();
        var person = SimulatedSite.Person(sorter, PortalApp.Start.UtcDateTime, [StaffRole.TriageEditor]);
        using var opened = await scope.ServiceProvider.GetRequiredService<QuestionDesk>().OpenAsync(id, person, CancellationToken.None);
        var joining = scope.ServiceProvider.GetRequiredService<Joining>();
        await scope.ServiceProvider.GetRequiredService<UngPortal.Platform.Data.PortalDbContext>().QuestionsTogether.Where(question => question.Id == other).LoadAsync();
        await meanwhile();
        return await joining.JoinAsync(opened!, new TriageForm { Alvor = opened!.Question.OwnSeverity, Tema = ["sovn"], Sammen = other }, person, CancellationToken.None);
    }

    /// <summary>Sorted by a colleague, and taken at once.</summary>
    private Task<int> TakeAsync(Guid id, int expert) => _app.ChangeAsync(id, question =>
    {
        question.Triage(Severity.Green, ["sovn"], 1, _app.Clock.GetUtcNow().UtcDateTime);
        question.QueueFor(DeskRows.Nurse);
        question.Claim(expert, _app.Clock.GetUtcNow().UtcDateTime);
    });

    private async Task WithdrawAsync(Guid id)
    {
        await using var scope = _app.Services.CreateAsyncScope();
        Assert.True(await scope.ServiceProvider.GetRequiredService<ThreadReplies>().WithdrawAsync((await _app.QuestionAsync(id)).ThreadId!.Value, CancellationToken.None));
    }
}
