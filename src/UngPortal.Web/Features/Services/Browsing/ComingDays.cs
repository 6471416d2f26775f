using System.Globalization;
using NodaTime;
using UngPortal.Kernel;

namespace UngPortal.Features.Services.Browsing;

/// <summary>When somebody answers on each of the coming days, holidays and seasons counted in.</summary>
public sealed record ComingDays(IReadOnlyList<ComingDays.Day> Days)
{
    public const int Ahead = 7;

    private const int Hour = 60;
    private const int Midnight = 24 * Hour;

    /// <summary>From the day on, with a span that begins late and ends past midnight on the day when it begins.</summary>
    public static ComingDays Of(OpeningHours hours, LocalDate first, int days = Ahead) => new([.. Enumerable.Range(0, days).Select(first.PlusDays).Select(date => new Day(date, [.. hours.SpansOn(date).Select(Written)]))]);

    private static string Written((int From, int To) span) => span is (0, Midnight) ? Day.AllDay : $"{Clock(span.From)}–{Clock(span.To)}";

    private static string Clock(int minutes)
    {
        var ofDay = minutes > Midnight ? minutes - Midnight : minutes;
        return string.Create(CultureInfo.InvariantCulture, $"{ofDay / Hour:00}:{ofDay % Hour:00}");
    }

    /// <summary>A date and its spans; none when it is closed.</summary>
    public sealed record Day(LocalDate Date, IReadOnlyList<string> Spans)
    {
        /// <summary>Stands for a whole day; no clock time.</summary>
        public const string AllDay = "";
    }
}
