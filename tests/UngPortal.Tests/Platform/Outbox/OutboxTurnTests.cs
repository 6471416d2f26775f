using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using UngPortal.Features.Questions.Live;
using UngPortal.Features.Search.Indexing;
using UngPortal.Platform.Caching;
using UngPortal.Platform.Outbox;
using UngPortal.Testing;

namespace UngPortal.Tests.Platform.Outbox;

/// <summary>Copies change before the pages that are made of them are let go: else a page could be made of the old in between, and stay.</summary>
public sealed class OutboxTurnTests(PortalApp app) : IClassFixture<PortalApp>
{
    [Fact]
    public async Task CatchUp_HandsRowsOn_TurnByTurn_HoweverHandlersAreRegistered()
    {
        using var site = new PortalApp().WithoutWorkers();
        var heard = new List<string>();
        using var follower = new OutboxFollower(
            site.Services.GetRequiredService<IServiceScopeFactory>(),
            [new Noting(heard, "people", OutboxTurn.People), new Noting(heard, "first page", OutboxTurn.Pages), new Noting(heard, "first copy", OutboxTurn.Copies), new Noting(heard, "second page", OutboxTurn.Pages), new Noting(heard, "second copy", OutboxTurn.Copies)],
            site.Clock,
            NullLogger<OutboxFollower>.Instance);
        await site.InDatabaseAsync(db =>
        {
            db.Announce("test", "one");
            return db.SaveChangesAsync();
        });

        await follower.CatchUpAsync(CancellationToken.None);

        Assert.Equal(["first copy", "second copy", "first page", "second page", "people"], heard);
    }

    [Fact]
    public void Handlers_ThatLetPagesGo_ComeAfterTheCopies_AndPeopleLast()
    {
        foreach (var handler in app.Services.GetServices<IOutboxHandler>())
        {
            var other = handler switch { DeskPush => OutboxTurn.People, SearchIndexer => OutboxTurn.Slow, _ => OutboxTurn.Copies };
            var letsPagesGo = handler.GetType().GetConstructors().SelectMany(made => made.GetParameters()).Any(given => given.ParameterType == typeof(PageCache));
            Assert.Equal((handler.GetType(), letsPagesGo ? OutboxTurn.Pages : other), (handler.GetType(), handler.Turn));
        }

        Assert.Contains(app.Services.GetServices<IOutboxHandler>(), handler => handler.Turn == OutboxTurn.Pages);
    }

    private sealed class Noting(List<string> heard, string name, OutboxTurn turn) : IOutboxHandler
    {
        public OutboxTurn Turn => turn;

        public Task HandleAsync(IReadOnlyList<OutboxMessage> messages, CancellationToken cancellationToken)
        {
            if (messages.Any(message => message.Kind == "test"))
            {
                heard.Add(name);
            }

            return Task.CompletedTask;
        }
    }
}
