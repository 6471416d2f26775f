using Microsoft.AspNetCore.SignalR;
using UngPortal.Platform.Outbox;

namespace UngPortal.Features.Questions.Live;

/// <summary>Tells the pages that are open on this node. Every node reads the outbox, which holds only what is committed, so each tells its own.</summary>
public sealed class DeskPush(IHubContext<DeskHub> hub) : IOutboxHandler
{
    public OutboxTurn Turn => OutboxTurn.People;

    public async Task HandleAsync(IReadOnlyList<OutboxMessage> messages, CancellationToken cancellationToken)
    {
        var changed = messages.Where(message => message.Kind == QuestionChanged.Kind).Select(message => Guid.Parse(message.Key)).Distinct().ToList();
        if (changed.Count == 0)
        {
            return;
        }

        await hub.Clients.Group(DeskHub.DeskKind).SendAsync(DeskHub.Changed, DeskHub.DeskKind, null, cancellationToken);
        foreach (var question in changed)
        {
            await hub.Clients.Group(DeskHub.GroupOf(question)).SendAsync(DeskHub.Changed, DeskHub.QuestionKind, question, cancellationToken);
        }
    }
}
