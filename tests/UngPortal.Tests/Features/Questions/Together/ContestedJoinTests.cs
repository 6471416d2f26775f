using Microsoft.Extensions.DependencyInjection;
using UngPortal.Features.Questions;
using UngPortal.Features.Questions.Desk;
using UngPortal.Kernel;
using UngPortal.Testing;
using UngPortal.Testing.Simulation;
using UngPortal.Tests.Data;
using UngPortal.Tests.Features.Publishing;

namespace UngPortal.Tests.Features.Questions.Together;

/// <summary>Two editors at the same questions at the same moment: nobody meets an error page.</summary>
public sealed class ContestedJoinTests : IDisposable
{
    private const string Text = "Hvorfor blir jeg så trøtt etter skolen hver eneste dag om vinteren?";

    private readonly ContestedSite _app = new();

    [Fact]
    public async Task V2_3_4_Join_ThatSqlServerGivesUpForAnother_SaysThatSomebodyWasFirst()
    {
        var (head, other) = (await _app.QueuedAsync(text: Text), await _app.AskedAsync(Text));
        using var sorter = await _app.SignInAsAsync(StaffRole.TriageEditor);
        var path = $"/admin/sporsmal/sortering/{other}";
        var fields = new Dictionary<string, string>((await sorter.PageAsync(path)).Form(path)) { ["Sammen"] = $"{head}" };
        _app.Next.Before(50, () => throw ServerProblem.Of(ServerProblem.Deadlock), "UPDATE", "Questions");

        var answer = await sorter.PostFormAsync(path, fields);

        Assert.EndsWith("gjort=opptatt", answer.Response.Headers.Location?.OriginalString, StringComparison.Ordinal);
        Assert.Equal((QuestionState.Queued, QuestionState.Received), ((await _app.QuestionAsync(head)).State, (await _app.QuestionAsync(other)).State));
        Assert.Contains("Noen", (await sorter.PageAsync(answer.Response.Headers.Location!.OriginalString)).TextOf(".flash, [role=status]"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task V2_3_4_Open_WhileAnotherJoinsIt_ReadsThemAll()
    {
        var (head, other, third) = (await _app.QueuedAsync(text: Text), await _app.AskedAsync(Text), await _app.AskedAsync(Text));
        await _app.JoinAsync(other, head);
        var officer = SimulatedSite.Person(await _app.HireAsync(roles: [StaffRole.SafeguardingOfficer]), PortalApp.Start.UtcDateTime, [StaffRole.SafeguardingOfficer]);
        await using var scope = _app.Services.CreateAsyncScope();
        var desk = scope.ServiceProvider.GetRequiredService<QuestionDesk>();
        _app.Next.Before(1, () => _app.JoinAsync(third, head), "SELECT", "QuestionThreads");

        using var opened = await desk.OpenAsync(head, officer, CancellationToken.None);

        Assert.Equal(new[] { other, third }.Order(), opened!.Joined.Select(one => one.Question.Id).Order());
        Assert.True(await desk.DoAsync(opened.Question, officer, "question-held", question => question.HoldForSafeguarding(desk.Now), CancellationToken.None));
        Assert.Equal((QuestionState.Received, QuestionState.Received), ((await _app.QuestionAsync(other)).State, (await _app.QuestionAsync(third)).State));
    }

    public void Dispose() => _app.Dispose();
}
