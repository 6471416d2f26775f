using NodaTime;

namespace UngPortal.Kernel;

/// <summary>Whether something is open at one moment, and until when: one of the four nested records.</summary>
public abstract record OpeningState
{
    private OpeningState()
    {
    }

    /// <summary>Whether somebody answers now; false when nobody knows.</summary>
    public bool IsOpen => this is AlwaysOpen or Open;

    /// <summary>The state by the hours; hours that are not known are never shown as open.</summary>
    public static OpeningState Of(OpeningHours? hours, Instant now) => hours is null ? new Unknown() : hours.StateAt(now);

    /// <summary>Open around the clock, with no closing time within a year.</summary>
    public sealed record AlwaysOpen : OpeningState;

    /// <summary>Open until the moment, in Oslo's local time; spans that meet count as one.</summary>
    public sealed record Open(ZonedDateTime ClosesAt) : OpeningState;

    /// <summary>Closed until the moment, in Oslo's local time; null when nothing opens within <see cref="OpeningHours.DaysAhead"/> days.</summary>
    public sealed record Closed(ZonedDateTime? OpensNext) : OpeningState;

    /// <summary>The hours are not known.</summary>
    public sealed record Unknown : OpeningState;
}
