using NodaTime;
using UngPortal.Kernel;

namespace UngPortal.Testing.Simulation;

/// <summary>Somebody who answers: when, and what is in hand.</summary>
public sealed class SimulatedExpert
{
    /// <summary>The person's number.</summary>
    public required int Id { get; init; }

    /// <summary>Expert, or a reviewer who also answers.</summary>
    public required StaffRole Role { get; init; }

    /// <summary>The hour in Oslo when work begins.</summary>
    public required int From { get; init; }

    /// <summary>How many hours a day are given to answering.</summary>
    public required int Hours { get; init; }

    /// <summary>Weekdays only, or weekends too.</summary>
    public required bool WorksWeekends { get; init; }

    /// <summary>The question in hand.</summary>
    public Guid? Holding { get; set; }

    /// <summary>When its draft is kept for the first time.</summary>
    public DateTime DraftAt { get; set; }

    /// <summary>When it is written.</summary>
    public DateTime DoneAt { get; set; }

    /// <summary>When it is worth looking again after the queue was empty.</summary>
    public DateTime NextLook { get; set; }

    /// <summary>Whether the person is at work.</summary>
    public bool IsAt(DateTime now)
    {
        var local = Instant.FromDateTimeUtc(now).InZone(OsloTime.Zone);
        return (WorksWeekends || local.DayOfWeek is not (IsoDayOfWeek.Saturday or IsoDayOfWeek.Sunday)) && local.Hour >= From && local.Hour < From + Hours;
    }
}
