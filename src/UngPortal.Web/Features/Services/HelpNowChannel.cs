using NodaTime;
using UngPortal.Kernel;

namespace UngPortal.Features.Services;

/// <summary>A way to reach somebody, as the copy keeps it.</summary>
public sealed record HelpNowChannel(ChannelKind Kind, string Address, string DisplayAddress, string? Hours)
{
    public OpeningState StateAt(Instant now) => OpeningState.Of(OpeningHours.ParseOrNull(Hours), now);

    /// <summary>The address of a link: <c>tel:</c>, <c>sms:</c> or https.</summary>
    public string Href() => ServiceChannel.HrefOf(Kind, Address);
}
