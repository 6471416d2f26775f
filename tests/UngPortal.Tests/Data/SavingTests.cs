using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using UngPortal.Features.Questions;
using UngPortal.Platform.Data;
using UngPortal.Testing;

namespace UngPortal.Tests.Data;

/// <summary>Two save at the same moment: one is told so, whatever the database says. What is a fault of ours is never called that.</summary>
public sealed class SavingTests : IDisposable
{
    private readonly ContestedSite _app = new();

    [Theory]
    [InlineData(1, true)]
    [InlineData(50, false)]
    public async Task V2_3_4_TrySave_ThatSqlServerGivesUpForAnother_IsTriedAgain_AndThenAConflict(int times, bool isKept)
    {
        var id = await _app.AskedAsync();

        var outcome = await HoldAsync(id, ServerProblem.Deadlock, times);

        Assert.Equal((isKept, isKept ? QuestionState.SafeguardingHold : QuestionState.Received), (outcome, (await _app.QuestionAsync(id)).State));
    }

    [Theory]
    [InlineData(ServerProblem.DuplicateKey)]
    [InlineData(ServerProblem.DuplicateInIndex)]
    public async Task V2_3_4_TrySave_WithAKeyThatIsTaken_WhenTheRowHasMovedOn_IsAConflict(int number)
    {
        var id = await _app.AskedAsync();

        var outcome = await HoldAsync(id, number, times: 1, () => _app.InDatabaseAsync(db => db.Questions.Where(question => question.Id == id).ExecuteUpdateAsync(row => row.SetProperty(question => question.Version, 9))));

        Assert.Equal((false, QuestionState.Received), (outcome, (await _app.QuestionAsync(id)).State));
    }

    [Theory]
    [InlineData(ServerProblem.DuplicateKey)]
    [InlineData(ServerProblem.DuplicateInIndex)]
    public async Task TrySave_WithAKeyThatIsTaken_WhenNobodyElseWasThere_IsAFault(int number)
    {
        var id = await _app.AskedAsync();

        await Assert.ThrowsAsync<DbUpdateException>(() => HoldAsync(id, number, times: 1));

        Assert.Equal(QuestionState.Received, (await _app.QuestionAsync(id)).State);
    }

    public void Dispose() => _app.Dispose();

    /// <summary>Saves a change while somebody else does something, and the server refuses it so many times.</summary>
    private async Task<bool> HoldAsync(Guid id, int number, int times, Func<Task>? meanwhile = null)
    {
        await using var scope = _app.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PortalDbContext>();
        (await db.Questions.SingleAsync(question => question.Id == id)).HoldForSafeguarding(PortalApp.Start.UtcDateTime);
        await (meanwhile?.Invoke() ?? Task.CompletedTask);
        _app.Next.Before(times, () => throw ServerProblem.Of(number), "UPDATE", "Questions");
        var isKept = await db.TrySaveAsync(CancellationToken.None);
        Assert.Equal(isKept, db.ChangeTracker.Entries().Any());
        return isKept;
    }
}
