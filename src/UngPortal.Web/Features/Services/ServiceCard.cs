using System.Text.RegularExpressions;
using NodaTime;
using UngPortal.Kernel;

namespace UngPortal.Features.Services;

/// <summary>A service as pages show it at one moment, in one language.</summary>
public sealed record ServiceCard(
    string Slug, string Name, string Description, string DescriptionLanguage, ServiceKind Kind, ServiceCard.Way Told, IReadOnlyList<string> Topics, string? Website, IReadOnlyList<ServiceCard.Way> Ways)
{
    public bool IsEmergency => Kind == ServiceKind.Emergency;

    /// <summary>Whether somebody answers now on any channel.</summary>
    public bool IsOpen => Told.IsOpen;

    /// <summary>Whether nobody knows when somebody answers.</summary>
    public bool IsUnknown => Told.IsUnknown;

    /// <summary>Whether one line is not true of all its channels, so that each needs its own.</summary>
    public bool IsMixed => Ways.Any(way => way.Kind != ChannelKind.Web && !way.Line.IsSameAs(Told.Line));

    /// <summary>The name without its own number, where the number stands beside it.</summary>
    public string ShortName => Phone is { } phone ? Name.Replace(phone.Display.Replace(' ', '\u00A0'), "", StringComparison.Ordinal).Trim() : Name;

    public Way? Phone => Ways.FirstOrDefault(way => way.Kind == ChannelKind.Phone);

    /// <summary>A channel with its own live line.</summary>
    public sealed record Way(ChannelKind Kind, string Href, string Display, bool IsOpen, OpenLine Line)
    {
        public bool IsUnknown => Line.Key == OpenLine.Unknown;

        /// <summary>Whether nobody answers there now; a website never closes.</summary>
        public bool IsClosed => !IsOpen && !IsUnknown && Kind != ChannelKind.Web;
    }
}

public static partial class ServiceCards
{
    /// <summary>The cards of all services: emergency numbers first, then the open ones.</summary>
    public static IReadOnlyList<ServiceCard> Cards(this HelpNowSnapshot snapshot, Language language, TimeProvider time)
    {
        var now = Instant.FromDateTimeOffset(time.GetUtcNow());
        return [.. snapshot.InOrder(now).Select(entry => CardOf(entry, language, now))];
    }

    /// <summary>Keeps a number in a name on one line.</summary>
    public static string Unbroken(string name) => NumberGap().Replace(name, "\u00A0");

    private static ServiceCard CardOf(HelpNowEntry entry, Language language, Instant now)
    {
        var channels = entry.Channels.Select(channel => (State: channel.StateAt(now), Channel: channel)).ToList();
        List<ServiceCard.Way> ways = [.. channels.Select(pair => new ServiceCard.Way(
            pair.Channel.Kind, pair.Channel.Href(), pair.Channel.DisplayAddress, pair.State.IsOpen, OpenLine.Of(pair.State, now, language)))];
        var told = ways[channels.IndexOf(channels.MinBy(pair => Wait(pair.State, now)))];
        return new ServiceCard(
            entry.Slug, Unbroken(entry.Name.In(language)), entry.Description.In(language), entry.Description.LanguageOf(language),
            entry.Kind, told, entry.Topics, entry.Website, [.. ways.OrderBy(way => way.IsOpen ? 0 : way.IsClosed ? 2 : 1)]);
    }

    /// <summary>How long until somebody answers: the channel that the card speaks of is the one with the shortest wait.</summary>
    private static Duration Wait(OpeningState state, Instant now) => state switch
    {
        { IsOpen: true } => Duration.Zero,
        OpeningState.Closed { OpensNext: { } opens } => opens.ToInstant() - now,
        OpeningState.Closed => Duration.FromDays(OpeningHours.DaysAhead + 1),
        _ => Duration.MaxValue,
    };

    [GeneratedRegex("(?<=[0-9]) (?=[0-9])", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 2_000)]
    private static partial Regex NumberGap();
}
