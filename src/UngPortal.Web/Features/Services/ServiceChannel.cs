using NodaTime;
using UngPortal.Kernel;

namespace UngPortal.Features.Services;

/// <summary>One way to reach a service, with its own hours.</summary>
public sealed class ServiceChannel
{
    public const int AddressMaxLength = 300;
    public const int DisplayAddressMaxLength = 240;

    public int Id { get; private set; }

    public int ServiceId { get; private set; }

    /// <summary>The order within the service; the first is the one to try first.</summary>
    public required int Position { get; init; }

    public required ChannelKind Kind { get; init; }

    /// <summary>What is dialled (<c>116111</c>, <c>+4722400040</c>), opened (an https address) or gone to (street and post place).</summary>
    public required string Address { get; init; }

    /// <summary>How it is written: <c>116 111</c>, <c>22 40 00 40</c>, <c>soschat.no</c>.</summary>
    public required string DisplayAddress { get; init; }

    /// <summary>In the syntax of <see cref="OpeningHours"/>; null when nobody knows.</summary>
    public required string? Hours { get; init; }

    /// <summary>The address of a link: <c>tel:</c>, <c>sms:</c> or https; a map for a place.</summary>
    public string Href => HrefOf(Kind, Address);

    public static string HrefOf(ChannelKind kind, string address) => kind switch
    {
        ChannelKind.Phone => "tel:" + address,
        ChannelKind.Sms => "sms:" + address,
        ChannelKind.Visit => "https://www.openstreetmap.org/search?query=" + Uri.EscapeDataString(address),
        _ => address,
    };

    public OpeningState StateAt(Instant now) => OpeningState.Of(OpeningHours.ParseOrNull(Hours), now);

    /// <summary>The same way to reach it, with other hours.</summary>
    public ServiceChannel WithHours(string? hours) => new() { Position = Position, Kind = Kind, Address = Address, DisplayAddress = DisplayAddress, Hours = hours };

    public bool IsSameAs(ServiceChannel other) =>
        (Position, Kind, Address, DisplayAddress, Hours) == (other.Position, other.Kind, other.Address, other.DisplayAddress, other.Hours);
}
