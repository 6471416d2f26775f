using UngPortal.Features.Topics;
using UngPortal.Kernel;

namespace UngPortal.Features.SelfHelpTools;

/// <summary>The tools of a topic and of those below it: with a badge first, then its own, at most three.</summary>
public sealed class ToolsForTopic(ToolCopy copy, TimeProvider time)
{
    public const int Most = 3;

    public async ValueTask<IReadOnlyList<ToolCard>> OfAsync(Topic topic, TopicTree tree, Language language, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow().UtcDateTime;
        return
        [
            .. (await copy.ReadAsync(cancellationToken))
                .Where(tool => tool.Facts.Topics.Any(slug => tree.Find(slug) is { } own && own.IsWithin(topic)))
                .OrderBy(tool => tool.BadgeAt(now) is null).ThenBy(tool => !tool.Facts.Topics.Contains(topic.Slug))
                .Take(Most).Select(tool => ToolCard.Of(tool, language, now)),
        ];
    }
}
