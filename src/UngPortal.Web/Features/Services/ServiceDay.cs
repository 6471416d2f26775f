namespace UngPortal.Features.Services;

/// <summary>How often a service's page was read on a day, and how often somebody went on from a link of the service; by whom nobody knows.</summary>
public sealed class ServiceDay
{
    /// <summary>How long the numbers are kept: a year can be held against the one before.</summary>
    public const int KeptMonths = 13;

    public required int ServiceId { get; init; }

    public required DateOnly Day { get; init; }

    public int Visits { get; init; }

    /// <summary>Clicks on numbers, chats, websites and maps.</summary>
    public int Onward { get; init; }
}
