using System.Globalization;
using NodaTime;
using UngPortal.Kernel;

namespace UngPortal.Features.Shared;

/// <summary>Writes moments as people at a desk in Norway read them.</summary>
public static class OsloText
{
    extension(DateTime utc)
    {
        /// <summary>Day and minute on the wall clock, in a language's manner.</summary>
        public string ToOslo(CultureInfo culture) => Instant.FromDateTimeUtc(utc).InZone(OsloTime.Zone).LocalDateTime.ToDateTimeUnspecified().ToString("g", culture);

        /// <summary>The day in Norway, in a language's manner.</summary>
        public string ToOsloDay(CultureInfo culture) => OsloTime.DayOf(utc).ToString("d", culture);
    }
}
