using NodaTime;
using NodaTime.TimeZones;

namespace UngPortal.Kernel;

/// <summary>The zone in which opening hours, slots and reminders are local time (product/principles.md, "Time").</summary>
public static class OsloTime
{
    /// <summary>Europe/Oslo from the tz database that NodaTime carries.</summary>
    public static readonly DateTimeZone Zone = DateTimeZoneProviders.Tzdb["Europe/Oslo"];

    private static readonly ZoneLocalMappingResolver Resolver =
        Resolvers.CreateMappingResolver(Resolvers.ReturnEarlier, Resolvers.ReturnStartOfIntervalAfter);

    /// <summary>When a wall clock first shows the time: the first of two on the night the clocks go back, the moment of the jump for a time that is skipped.</summary>
    public static Instant FirstInstantOf(LocalDateTime local) => Zone.ResolveLocal(local, Resolver).ToInstant();

    /// <summary>The day on the wall calendar at a moment in UTC.</summary>
    public static DateOnly DayOf(DateTime utc) => Instant.FromDateTimeUtc(utc).InZone(Zone).Date.ToDateOnly();

    /// <summary>The moment in UTC when a day begins on the wall clock.</summary>
    public static DateTime StartOf(DateOnly day) => LocalDate.FromDateOnly(day).AtStartOfDayInZone(Zone).ToDateTimeUtc();
}
