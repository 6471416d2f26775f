using UngPortal.Features.Services;

namespace UngPortal.Features.OpenReferral;

/// <summary>One of the places that HSDS knows a service in: where one goes, or the address of a chat or a video call.</summary>
/// <param name="LocationId">The place's id.</param>
/// <param name="AtLocationId">The id of the service in that place.</param>
/// <param name="Way">The chat or the like; null for a place that one goes to.</param>
public sealed record ServicePlace(Guid LocationId, Guid AtLocationId, ServicePlace.Channel? Way)
{
    /// <summary>The places of a service, that one goes to first.</summary>
    public static IReadOnlyList<ServicePlace> Of(string slug, bool isSomewhere, IEnumerable<Channel> channels) =>
        [.. isSomewhere ? [Physical(slug)] : Array.Empty<ServicePlace>(), .. channels.Where(IsPlace).Select(way => Virtual(slug, way))];

    public static IReadOnlyList<ServicePlace> Of(Service service) =>
        Of(service.Slug, service.Location is not null, service.Channels.OrderBy(channel => channel.Position).Select(channel => new Channel(channel.Kind, channel.Address, channel.Hours)));

    private static bool IsPlace(Channel channel) => channel.Kind is ChannelKind.Chat or ChannelKind.Video || channel is { Kind: ChannelKind.Web, Hours: not null };

    private static ServicePlace Physical(string slug) => new(OpenReferralId.Of("location", slug), OpenReferralId.Of("service_at_location", slug), null);

    private static ServicePlace Virtual(string slug, Channel way) => new(OpenReferralId.Of("location", KeyOf(slug, way)), OpenReferralId.Of("service_at_location", KeyOf(slug, way)), way);

    // One page may lead to both a chat and a video call.
    private static string[] KeyOf(string slug, Channel way) => way.Kind == ChannelKind.Video ? [slug, "video", way.Address] : [slug, way.Address];

    /// <summary>A way to reach the service.</summary>
    public sealed record Channel(ChannelKind Kind, string Address, string? Hours);
}
