using UngPortal.Features.Services;
using UngPortal.Features.Topics;

namespace UngPortal.Features.Choosing;

/// <summary>Whom the chooser suggests: those who can be reached in the wanted way, who know the topic and are open, before the others.</summary>
public static class Suggestions
{
    /// <summary>More would be one more choice.</summary>
    public const int Most = 3;

    /// <summary>How many of them may be places to go to: one stays for a line that needs no journey.</summary>
    public const int Places = Most - 1;

    /// <param name="cards">All services.</param>
    /// <param name="chosen">What was chosen; who wants to read or to meet somebody, gets those one can talk to.</param>
    /// <param name="tree">The tree the topics stand in.</param>
    /// <param name="most">How many there is room for.</param>
    public static IReadOnlyList<ServiceCard> Of(IEnumerable<ServiceCard> cards, Chosen chosen, TopicTree tree, int most)
    {
        return [.. cards.Where(card => card.Kind == ServiceKind.Helpline && card.Ways.Any(IsWanted) && (chosen.Age is not { } age || card.IsFor(age)))
            .OrderBy(Wait).ThenBy(Strangeness).ThenBy(card => card.Topics.Count).Take(most)];

        bool IsWanted(ServiceCard.Way way) => chosen.Way == Manner.Write ? way.Kind is ChannelKind.Chat or ChannelKind.Sms : way.Kind.IsTalk;

        int Wait(ServiceCard card) => card.Ways.Where(IsWanted).Min(way => way.IsOpen ? 0 : way.IsClosed ? 1 : 2);

        // Who can't say what it is about, is best with those who help with all sorts of things.
        int Strangeness(ServiceCard card) => chosen.About is not { } topic ? -card.Topics.Select(slug => tree.Find(slug)?.RootSlug).Distinct().Count()
            : card.Topics.Any(slug => tree.Find(slug) is { } own && own.IsWithin(topic)) ? 0 : 1;
    }
}
