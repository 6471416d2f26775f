using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using NodaTime;
using UngPortal.Kernel;

namespace UngPortal.Features.Services;

public static partial class ServiceCards
{
    // Nobody opens or closes within a minute, and nearly every page shows a card or more.
    private static readonly ConditionalWeakTable<HelpNowSnapshot, ConcurrentDictionary<string, Made>> Kept = [];

    /// <summary>The cards of all services: emergency numbers first, then the open ones.</summary>
    public static IReadOnlyList<ServiceCard> Cards(this HelpNowSnapshot snapshot, Language language, TimeProvider time)
    {
        var now = time.GetUtcNow();
        var minute = now.UtcTicks - (now.UtcTicks % TimeSpan.TicksPerMinute);
        var kept = Kept.GetOrCreateValue(snapshot);
        if (kept.TryGetValue(language.Code, out var made) && made.Minute == minute)
        {
            return made.Cards;
        }

        var cards = CardsOf(snapshot, language, Instant.FromUnixTimeTicks(minute - DateTimeOffset.UnixEpoch.Ticks));
        kept[language.Code] = new Made(minute, cards);
        return cards;
    }

    /// <summary>Keeps a number in a name on one line.</summary>
    public static string Unbroken(string name) => NumberGap().Replace(name, "\u00A0");

    private static IReadOnlyList<ServiceCard> CardsOf(HelpNowSnapshot snapshot, Language language, Instant now) => [.. snapshot.InOrder(now).Select(entry => CardOf(entry, language, now))];

    /// <summary>The card of one service.</summary>
    public static ServiceCard CardOf(HelpNowEntry entry, Language language, Instant now)
    {
        var channels = entry.Channels.Select(channel => (State: entry.StateOf(channel, now), Channel: channel)).ToList();
        List<ServiceCard.Way> ways = [.. channels.Select(pair => new ServiceCard.Way(
            pair.Channel.Kind, pair.Channel.Href(), pair.Channel.DisplayAddress, pair.State.IsOpen, OpenLine.Of(pair.State, now, language)))];
        var told = ways[channels.IndexOf(channels.MinBy(pair => Wait(pair.State, now)))];
        return new ServiceCard(
            entry.Slug, Unbroken(entry.Name.In(language)), entry.Description.In(language), entry.Description.LanguageOf(language),
            entry.Kind, told, entry.Topics, entry.Website, [.. ways.OrderBy(way => way.IsOpen ? 0 : way.IsClosed ? 2 : 1)])
        {
            Alert = entry.Alert is { Count: > 0 } alert ? alert.In(language) : null,
            Ages = (entry.AgeFrom, entry.AgeTo),
            AlertLanguage = entry.Alert?.LanguageOf(language) ?? "",
            UnconfirmedSince = entry.FreshnessAt(now) >= Freshness.Noted ? entry.Assured : null,
        };
    }

    /// <summary>How long until somebody answers: the channel that the card speaks of is the one with the shortest wait.</summary>
    private static Duration Wait(OpeningState state, Instant now) => state switch
    {
        { IsOpen: true } => Duration.Zero,
        OpeningState.Closed { OpensNext: { } opens } => opens.ToInstant() - now,
        OpeningState.Closed => Duration.FromDays(OpeningHours.DaysAhead + 1),
        _ => Duration.MaxValue,
    };

    private sealed record Made(long Minute, IReadOnlyList<ServiceCard> Cards);

    [GeneratedRegex("(?<=[0-9]) (?=[0-9])", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 2_000)]
    private static partial Regex NumberGap();
}
