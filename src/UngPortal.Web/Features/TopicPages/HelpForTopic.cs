using UngPortal.Features.Services;
using UngPortal.Features.Topics;

namespace UngPortal.Features.TopicPages;

/// <summary>Whom to talk to about a topic: its own helpers, then those of the topics below it; those of the topics above fill up when they are too few.</summary>
/// <remarks>Emergency numbers are never among them: they stand in the crisis box and under "Få hjelp nå".</remarks>
public static class HelpForTopic
{
    public const int Fewest = 2;
    public const int Most = 3;

    /// <summary>Topics whose page begins with the crisis box.</summary>
    private static readonly HashSet<string> Sensitive = new(StringComparer.Ordinal)
    {
        "alkohol", "cannabis", "overgrep", "rusmidler", "selvskading", "sorg-og-krise", "spiseforstyrrelser", "vold",
    };

    /// <summary>Of the sensitive ones, those where the danger may be another person.</summary>
    private static readonly HashSet<string> Violent = new(StringComparer.Ordinal) { "overgrep", "vold" };

    public static bool IsSensitive(Topic topic) => Sensitive.Contains(topic.Slug);

    public static bool IsViolent(Topic topic) => Violent.Contains(topic.Slug);

    /// <param name="topic">The topic of the page.</param>
    /// <param name="tree">The tree it stands in.</param>
    /// <param name="cards">All services, in the order of the register.</param>
    public static IReadOnlyList<ServiceCard> Of(Topic topic, TopicTree tree, IReadOnlyList<ServiceCard> cards)
    {
        var upwards = tree.PathOf(topic).Select(above => above.Slug).Reverse().ToList();
        var below = tree.All.Where(other => other != topic && other.IsWithin(topic)).Select(other => other.Slug).ToHashSet(StringComparer.Ordinal);
        var near = Nearest(cards.Where(card => card.Topics.Any(slug => slug == topic.Slug || below.Contains(slug)))).Take(Most).ToList();
        if (near.Count < Fewest)
        {
            near.AddRange(Nearest(cards.Where(card => card.Topics.Any(upwards.Contains))).Where(card => !near.Contains(card)).Take(Fewest - near.Count));
        }

        return [.. near.OrderBy(card => card.IsOpen ? 0 : 1)];

        // One who helps with few topics knows more about each of them.
        IEnumerable<ServiceCard> Nearest(IEnumerable<ServiceCard> among) => among
            .Where(card => !card.IsEmergency)
            .OrderBy(StepsTo).ThenBy(card => card.IsOpen ? 0 : card.IsUnknown ? 2 : 1)
            .ThenByDescending(card => card.Topics.Count(below.Contains)).ThenBy(card => card.Topics.Count);

        int StepsTo(ServiceCard card) => card.Topics.Contains(topic.Slug) ? 0 : card.Topics.Any(below.Contains) ? 1 : upwards.FindIndex(card.Topics.Contains) + 1;
    }
}
