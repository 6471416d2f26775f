using UngPortal.Kernel;

namespace UngPortal.Features.Services;

/// <summary>A service as pages show it at one moment, in one language.</summary>
public sealed record ServiceCard(
    string Slug, string Name, string Description, string DescriptionLanguage, ServiceKind Kind, ServiceCard.Way Told, IReadOnlyList<string> Topics, string? Website, IReadOnlyList<ServiceCard.Way> Ways)
{
    /// <summary>The day when the facts were last right for sure, where that is too long ago not to say it.</summary>
    public DateOnly? UnconfirmedSince { get; init; }

    /// <summary>What is otherwise than usual for a short time; null when nothing is.</summary>
    public string? Alert { get; init; }

    /// <summary>The language that the alert is written in.</summary>
    public string AlertLanguage { get; init; } = "";

    /// <summary>The municipality of a local service: many have the same name.</summary>
    public string? Town { get; init; }

    /// <summary>How far away it is as the crow flies; null when nobody asked from a place, or has told where it is.</summary>
    public double? Kilometres { get; init; }

    /// <summary>The youngest and the oldest it is for; null when nobody has told, or when there is no limit.</summary>
    public (int? From, int? To) Ages { get; init; }

    /// <summary>Whether it is a day's journey away for somebody who has no car.</summary>
    public bool IsFar => Kilometres > Distances.Far;

    public bool IsLocal => Kind == ServiceKind.Local;

    /// <summary>The name, and the place where the name doesn't say it.</summary>
    public string PlacedName => Town is null || Name.Contains(Town, StringComparison.OrdinalIgnoreCase) ? Name : $"{Name}, {Town}";

    public bool IsEmergency => Kind == ServiceKind.Emergency;

    /// <summary>Whether somebody answers now on any channel.</summary>
    public bool IsOpen => Told.IsOpen;

    /// <summary>Whether nobody knows when somebody answers.</summary>
    public bool IsUnknown => Told.IsUnknown;

    /// <summary>Whether one line is not true of all its channels, so that each needs its own.</summary>
    public bool IsMixed => Ways.Any(way => way.Kind != ChannelKind.Web && !way.Line.IsSameAs(Told.Line));

    /// <summary>Whether one may still come today, or may now.</summary>
    public bool IsOpenToday => Ways.Any(way => way.Kind == ChannelKind.Visit && (way.IsOpen || way.Line.Key == OpenLine.OpensAt));

    /// <summary>The name without its own number, where the number stands beside it.</summary>
    public string ShortName => Phone is { } phone ? Name.Replace(phone.Display.Replace(' ', '\u00A0'), "", StringComparison.Ordinal).Trim() : Name;

    public Way? Phone => Ways.FirstOrDefault(way => way.Kind == ChannelKind.Phone);

    /// <summary>Whether nothing is known that keeps anybody of the age out.</summary>
    public bool IsFor(AgeBand age) => (Ages.From ?? 0) <= age.To && (Ages.To ?? int.MaxValue) >= age.From;

    /// <summary>A channel with its own live line.</summary>
    public sealed record Way(ChannelKind Kind, string Href, string Display, bool IsOpen, OpenLine Line)
    {
        public bool IsUnknown => Line.Key == OpenLine.Unknown;

        /// <summary>Whether nobody answers there now; a website never closes.</summary>
        public bool IsClosed => !IsOpen && !IsUnknown && Kind != ChannelKind.Web;
    }
}
