using UngPortal.Features.Services;
using UngPortal.Features.Topics;

namespace UngPortal.Features.Choosing;

/// <summary>Whom the chooser suggests: those who can be reached in the wanted way, who know the topic and are open, before the others.</summary>
public static class Suggestions
{
    /// <summary>More would be one more choice.</summary>
    public const int Most = 3;

    /// <param name="cards">All services.</param>
    /// <param name="topic">What it is about; null when nobody can say.</param>
    /// <param name="tree">The tree the topic stands in.</param>
    /// <param name="manner">How help is wanted; for reading and meeting, those one can talk to.</param>
    /// <param name="most">How many there is room for.</param>
    public static IReadOnlyList<ServiceCard> Of(IEnumerable<ServiceCard> cards, Topic? topic, TopicTree tree, Manner manner, int most)
    {
        return [.. cards.Where(card => card.Kind == ServiceKind.Helpline && card.Ways.Any(IsWanted))
            .OrderBy(Wait).ThenBy(Strangeness).ThenBy(card => card.Topics.Count).Take(most)];

        bool IsWanted(ServiceCard.Way way) => manner == Manner.Write ? way.Kind is ChannelKind.Chat or ChannelKind.Sms : way.Kind.IsTalk;

        int Wait(ServiceCard card) => card.Ways.Where(IsWanted).Min(way => way.IsOpen ? 0 : way.IsClosed ? 1 : 2);

        // Who can't say what it is about, is best with those who help with all sorts of things.
        int Strangeness(ServiceCard card) => topic is null ? -card.Topics.Select(slug => tree.Find(slug)?.RootSlug).Distinct().Count()
            : card.Topics.Any(slug => tree.Find(slug) is { } own && own.IsWithin(topic)) ? 0 : 1;
    }
}
