using System.Text.RegularExpressions;
using NodaTime;
using UngPortal.Kernel;

namespace UngPortal.Features.Services;

/// <summary>A service as pages show it at one moment, in one language.</summary>
public sealed record ServiceCard(
    string Slug, string Name, string Description, string DescriptionLanguage, bool IsEmergency, bool IsOpen, OpenLine Line, IReadOnlyList<string> Topics, string? Website, IReadOnlyList<ServiceCard.Way> Ways)
{
    /// <summary>The name without its own number, where the number stands beside it.</summary>
    public string ShortName => Phone is { } phone ? Name.Replace(phone.Display.Replace(' ', '\u00A0'), "", StringComparison.Ordinal).Trim() : Name;

    public Way? Phone => Ways.FirstOrDefault(way => way.Kind == ChannelKind.Phone);

    /// <summary>A channel with its own live line.</summary>
    public sealed record Way(ChannelKind Kind, string Href, string Display, bool IsOpen, OpenLine Line);
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
    private static string Unbroken(string name) => NumberGap().Replace(name, "\u00A0");

    private static ServiceCard CardOf(HelpNowEntry entry, Language language, Instant now)
    {
        var ways = entry.Channels.Select(channel =>
        {
            var state = channel.StateAt(now);
            return new ServiceCard.Way(channel.Kind, channel.Href(), channel.DisplayAddress, state.IsOpen, OpenLine.Of(state, now, language));
        }).ToList();
        var told = ways.Find(way => way.IsOpen) ?? ways.Find(way => way.Line.Key != OpenLine.Unknown) ?? ways[0];
        return new ServiceCard(
            entry.Slug, Unbroken(entry.Name.In(language)), entry.Description.In(language), entry.Description.LanguageOf(language),
            entry.Kind == ServiceKind.Emergency, told.IsOpen, told.Line, entry.Topics, entry.Website, ways);
    }

    [GeneratedRegex("(?<=[0-9]) (?=[0-9])", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 2_000)]
    private static partial Regex NumberGap();
}
