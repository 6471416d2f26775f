using NodaTime;
using UngPortal.Kernel;

namespace UngPortal.Features.Services;

/// <summary>A service, as the copy keeps it.</summary>
public sealed record HelpNowEntry(
    string Slug,
    ServiceKind Kind,
    int Position,
    LocalizedText Name,
    LocalizedText Description,
    string? Website,
    IReadOnlyList<string> Topics,
    IReadOnlyList<HelpNowChannel> Channels,
    LocalizedText? InText = null,
    DateOnly? Assured = null,
    string? Source = null,
    DateOnly? TakenIn = null,
    IReadOnlyList<string>? Languages = null,
    IReadOnlyList<string>? Told = null,
    LocalizedText? Confidentiality = null,
    LocalizedText? Alert = null,
    int? AgeFrom = null,
    int? AgeTo = null,
    LocalizedText? Cost = null,
    string? RunBy = null)
{
    public static HelpNowEntry Of(Service service) => new(
        service.Slug,
        service.Kind,
        service.Position,
        service.Name,
        service.Description,
        service.Website,
        service.Topics,
        [.. service.Channels.OrderBy(channel => channel.Position)
            .Select(channel => new HelpNowChannel(channel.Kind, channel.Address, channel.DisplayAddress, channel.Hours))],
        service.InText,
        service.Assured,
        service.Source,
        service.TakenIn,
        service.Languages,
        service.Told,
        service.Confidentiality,
        service.Alert,
        service.AgeFrom,
        service.AgeTo,
        service.Cost,
        service.RunBy);

    /// <summary>Whether somebody answers now on any channel.</summary>
    public bool IsOpenAt(Instant now) => Channels.Any(channel => StateOf(channel, now).IsOpen);

    /// <summary>What can be said of a channel: nothing once its facts have gone stale.</summary>
    public OpeningState StateOf(HelpNowChannel channel, Instant now) => FreshnessAt(now) == Freshness.Stale ? new OpeningState.Unknown() : channel.StateAt(now);

    /// <summary>How fresh the facts are; the built-in numbers are always fresh.</summary>
    public Freshness FreshnessAt(Instant now) => Assured is { } assured ? AssuranceLadder.On(OsloTime.DayOf(now.ToDateTimeUtc()), Kind, assured, TakenIn) : Freshness.Fresh;
}
