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
    string? Source = null)
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
        service.Source);

    /// <summary>Whether somebody answers now on any channel.</summary>
    public bool IsOpenAt(Instant now) => Channels.Any(channel => channel.StateAt(now).IsOpen);
}
