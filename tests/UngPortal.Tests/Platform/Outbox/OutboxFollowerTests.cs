using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using UngPortal.Platform.Outbox;
using UngPortal.Testing;

namespace UngPortal.Tests.Platform.Outbox;

/// <summary>Each row is handed on, and what was handled is left alone, in whatever order the rows are committed and whichever handler fails.</summary>
public sealed class OutboxFollowerTests : IDisposable
{
    private readonly PortalApp _app = new PortalApp().WithoutWorkers();
    private readonly Listener _listener = new();

    [Fact]
    public async Task CatchUp_ARowCommittedAfterAHigherNumber_IsHandedOnOnce()
    {
        using var follower = Follow();
        await WriteAsync(1_000);
        await follower.CatchUpAsync(CancellationToken.None);
        await WriteAsync(1_003);
        await follower.CatchUpAsync(CancellationToken.None);
        _app.Clock.Advance(TimeSpan.FromSeconds(50));
        await WriteAsync(1_002);
        await follower.CatchUpAsync(CancellationToken.None);
        await follower.CatchUpAsync(CancellationToken.None);

        Assert.Equal([1_000, 1_003, 1_002], _listener.Heard);
    }

    [Fact]
    public async Task CatchUp_AMinuteAfterTheStart_StillHearsWhatCameLateAndThenOnlyWhatIsNew()
    {
        await WriteAsync(1_000);
        using var follower = Follow();
        await follower.CatchUpAsync(CancellationToken.None);
        _app.Clock.Advance(TimeSpan.FromSeconds(59));
        await WriteAsync(999);
        await follower.CatchUpAsync(CancellationToken.None);
        _app.Clock.Advance(TimeSpan.FromMinutes(10));
        await follower.CatchUpAsync(CancellationToken.None);
        await WriteAsync(1_001);
        await follower.CatchUpAsync(CancellationToken.None);
        await follower.CatchUpAsync(CancellationToken.None);

        Assert.Equal([1_000, 999, 1_001], _listener.Heard);
    }

    [Fact]
    public async Task CatchUp_WithOldRowsAndALongQuietStart_LeavesTheOldOnesAlone()
    {
        await WriteAsync(1_000);
        _app.Clock.Advance(TimeSpan.FromMinutes(5));
        using var follower = Follow();
        await follower.CatchUpAsync(CancellationToken.None);
        _app.Clock.Advance(TimeSpan.FromMinutes(5));
        await follower.CatchUpAsync(CancellationToken.None);
        await WriteAsync(1_001);
        await follower.CatchUpAsync(CancellationToken.None);

        Assert.Equal([1_001], _listener.Heard);
    }

    [Fact]
    public async Task CatchUp_WithManyBehindAGap_HandsEachOnOnceAndInOrder()
    {
        using var follower = Follow();
        var numbers = Enumerable.Range(0, 1_200).Select(i => 2_000L + (2 * i)).ToList();
        foreach (var number in numbers)
        {
            await WriteAsync(number);
        }

        await follower.CatchUpAsync(CancellationToken.None);
        await WriteAsync(2_001);
        await follower.CatchUpAsync(CancellationToken.None);

        Assert.Equal([.. numbers, 2_001], _listener.Heard);
    }

    [Fact]
    public async Task CatchUp_WithAHandlerThatFails_KeepsNothingFromTheOthers_AndHandsItsRowsOnAgain()
    {
        var (before, failing) = (new Listener(), new Listener { Fails = true });
        using var follower = Follow(before, failing, _listener);
        await WriteAsync(1_000);
        await Assert.ThrowsAsync<InvalidOperationException>(() => follower.CatchUpAsync(CancellationToken.None));
        await Assert.ThrowsAsync<InvalidOperationException>(() => follower.CatchUpAsync(CancellationToken.None));
        await WriteAsync(1_001, "another");
        await Assert.ThrowsAsync<InvalidOperationException>(() => follower.CatchUpAsync(CancellationToken.None));

        Assert.Equal([1_000, 1_001], before.Heard);
        Assert.Equal([1_000, 1_001], _listener.Heard);

        failing.Fails = false;
        await WriteAsync(1_002);
        await follower.CatchUpAsync(CancellationToken.None);
        await follower.CatchUpAsync(CancellationToken.None);

        Assert.Equal([1_000, 1_001, 1_002], before.Heard);
        Assert.Equal([1_001, 1_002], failing.Heard);
        Assert.Equal([1_000, 1_001, 1_001, 1_002], _listener.Heard);
    }

    [Fact]
    public async Task CatchUp_WithTwoHandlersThatFail_GivesEachItsOwn()
    {
        var failing = new Listener { Fails = true };
        using var follower = Follow(failing, _listener);
        await WriteAsync(1_000);
        await Assert.ThrowsAsync<InvalidOperationException>(() => follower.CatchUpAsync(CancellationToken.None));
        _listener.Fails = true;
        await WriteAsync(1_001, "another");
        await Assert.ThrowsAsync<InvalidOperationException>(() => follower.CatchUpAsync(CancellationToken.None));
        (failing.Fails, _listener.Fails) = (false, false);
        await follower.CatchUpAsync(CancellationToken.None);

        Assert.Equal([1_000, 1_001], failing.Heard);
        Assert.Equal([1_000, 1_000, 1_001], _listener.Heard);
    }

    public void Dispose() => _app.Dispose();

    private OutboxFollower Follow(params Listener[] handlers) => new(_app.Services.GetRequiredService<IServiceScopeFactory>(), handlers.Length == 0 ? [_listener] : handlers, _app.Clock, NullLogger<OutboxFollower>.Instance);

    private Task<int> WriteAsync(long number, string key = "one") => _app.InDatabaseAsync(db => db.Database.ExecuteSqlAsync(
        $"INSERT INTO Outbox (Id, Kind, Key, CreatedAt) VALUES ({number}, 'heard', {key}, {_app.Clock.GetUtcNow().UtcDateTime})"));

    private sealed class Listener : IOutboxHandler
    {
        public List<long> Heard { get; } = [];

        public bool Fails { get; set; }

        public Task HandleAsync(IReadOnlyList<OutboxMessage> messages, CancellationToken cancellationToken)
        {
            if (Fails)
            {
                throw new InvalidOperationException("The handler fails.");
            }

            Heard.AddRange(messages.Where(message => message.Kind == "heard").Select(message => message.Id));
            return Task.CompletedTask;
        }
    }
}
