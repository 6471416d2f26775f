using NodaTime;
using UngPortal.Features.Api.Register;
using UngPortal.Kernel;

namespace UngPortal.Features.Api.Asking;

/// <summary>Tells who is open at one moment; thousands of services share some tens of texts of hours, and each is asked once.</summary>
internal sealed class OpenNow(Instant now)
{
    private readonly Dictionary<OpeningHours, bool> _known = new(ReferenceEqualityComparer.Instance);

    private readonly DateOnly _today = OsloTime.DayOf(now.ToDateTimeUtc());

    public bool Is(RegisterEntry entry) => !(entry.StaleFrom <= _today) && entry.Hours.Any(IsOpen);

    private bool IsOpen(OpeningHours hours) => _known.TryGetValue(hours, out var open) ? open : _known[hours] = hours.StateAt(now).IsOpen;
}
