using UngPortal.Features.Services;
using UngPortal.Platform.Caching;
using UngPortal.Platform.Outbox;

namespace UngPortal.Features.Publications;

/// <summary>Lets the catalogue go and marks pages for rendering anew when content or services have changed. Cards of one thing stand on many pages, so all of them share one tag.</summary>
public sealed class ContentEviction(PageCache cache, CatalogueCopy catalogue) : IOutboxHandler
{
    public const string Tag = "content";

    public OutboxTurn Turn => OutboxTurn.Pages;

    public Task HandleAsync(IReadOnlyList<OutboxMessage> messages, CancellationToken cancellationToken)
    {
        if (messages.Any(message => message.Kind is PublicationChanged.Kind or ServicesChanged.Kind))
        {
            catalogue.Forget();
            cache.EvictByTag(Tag);
        }

        return Task.CompletedTask;
    }
}
