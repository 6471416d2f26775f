using UngPortal.Platform.Caching;
using UngPortal.Platform.Outbox;

namespace UngPortal.Features.Answers;

/// <summary>Marks pages for rendering anew when answers have changed: all lists, and each page that shows one of them.</summary>
public sealed class AnswerEviction(PageCache cache) : IOutboxHandler
{
    /// <summary>The tag of every page that lists answers by date or by readers.</summary>
    public const string ListTag = "answers";

    public OutboxTurn Turn => OutboxTurn.Pages;

    public Task HandleAsync(IReadOnlyList<OutboxMessage> messages, CancellationToken cancellationToken)
    {
        var changed = messages.Where(message => message.Kind == AnswerChanged.Kind).Select(message => message.Key).Distinct(StringComparer.Ordinal).ToList();
        if (changed.Count > 0)
        {
            cache.EvictByTag(ListTag);
            changed.ForEach(cache.EvictByTag);
        }

        return Task.CompletedTask;
    }
}
