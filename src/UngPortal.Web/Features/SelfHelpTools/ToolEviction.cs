using UngPortal.Features.MediaLibrary;
using UngPortal.Platform.Caching;
using UngPortal.Platform.Outbox;

namespace UngPortal.Features.SelfHelpTools;

/// <summary>Marks the pages that show tools for rendering anew when one has changed; the copy has been let go before.</summary>
public sealed class ToolEviction(PageCache cache) : IOutboxHandler
{
    /// <summary>The tag of every page with a tool on it.</summary>
    public const string Tag = "tools";

    public OutboxTurn Turn => OutboxTurn.Pages;

    public Task HandleAsync(IReadOnlyList<OutboxMessage> messages, CancellationToken cancellationToken)
    {
        if (messages.Any(message => message.Kind is ToolsChanged.Kind or MediaChanged.Kind))
        {
            cache.EvictByTag(Tag);
        }

        return Task.CompletedTask;
    }
}
