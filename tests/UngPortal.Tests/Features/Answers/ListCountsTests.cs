using UngPortal.Features.Answers;
using UngPortal.Platform.Outbox;

namespace UngPortal.Tests.Features.Answers;

/// <summary>How long the count of a list is kept.</summary>
public sealed class ListCountsTests
{
    private static readonly AnswerFilter Filter = new() { Role = "jurist" };

    private readonly ListCounts _counts = new();
    private int _asked;

    [Fact]
    public async Task SameList_UntilAnAnswerChanges_IsCountedOnce()
    {
        Assert.Equal(1, await CountAsync(Filter));
        Assert.Equal(1, await CountAsync(new AnswerFilter { Role = "jurist" }));
        Assert.Equal(2, await CountAsync(Filter with { Year = 2026 }));

        await ChangeAsync("something-else");
        Assert.Equal(1, await CountAsync(Filter));

        await ChangeAsync(AnswerChanged.Kind);
        Assert.Equal(3, await CountAsync(Filter));
    }

    [Fact]
    public async Task ChangeWhileCounting_IsNotKept()
    {
        var old = await _counts.OfAsync(Filter, async () =>
        {
            await ChangeAsync(AnswerChanged.Kind);
            return 41;
        });

        Assert.Equal(41, old);
        Assert.Equal(1, await CountAsync(Filter));
    }

    private Task<int> CountAsync(AnswerFilter filter) => _counts.OfAsync(filter, () => Task.FromResult(++_asked));

    private Task ChangeAsync(string kind) => _counts.HandleAsync([new OutboxMessage { Kind = kind, Key = "", CreatedAt = new DateTime(2026, 11, 23, 0, 0, 0, DateTimeKind.Utc) }], CancellationToken.None);
}
