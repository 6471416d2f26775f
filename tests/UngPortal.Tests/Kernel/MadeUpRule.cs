using System.Globalization;

namespace UngPortal.Tests.Kernel;

/// <summary>A rule of made-up opening hours that knows by itself on which days it is: it shares no code with the kernel.</summary>
/// <param name="Days">0 is Sunday.</param>
/// <param name="OnHolidays">Whether it is for public holidays too.</param>
/// <param name="Season">From a day of a month to the end of another; default for the whole year.</param>
/// <param name="Once">One stretch of days in one time only; default for none.</param>
/// <param name="Spans">Minutes after midnight.</param>
internal sealed record MadeUpRule(int[] Days, bool OnHolidays, (int From, int To, int Day) Season, (DateTime From, DateTime To) Once, (int From, int To)[] Spans)
{
    private static readonly string[] Weekdays = ["Su", "Mo", "Tu", "We", "Th", "Fr", "Sa"];
    private static readonly int[] FromEaster = [-3, -2, 0, 1, 39, 49, 50];
    private static readonly HashSet<(int Month, int Day)> Fixed = [(1, 1), (5, 1), (5, 17), (12, 25), (12, 26)];

    public string Text => string.Join(' ', ((string[])[SeasonText, DaysText, SpansText]).Where(part => part.Length > 0));

    private string SeasonText => Once != default ? string.Create(CultureInfo.InvariantCulture, $"{Once.From:yyyy MMM d}-{Once.To:yyyy MMM d}")
        : Season == default ? "" : $"{Month(Season.From)} {Season.Day}-{Month(Season.To)}";

    private string DaysText => string.Join(',', Days.Select(day => Weekdays[day]).Concat(OnHolidays ? ["PH"] : []));

    private string SpansText => Spans.Length == 0 ? "off" : string.Join(',', Spans.Select(span => $"{Clock(span.From)}-{Clock(span.To > 1440 ? span.To - 1440 : span.To)}"));

    public bool IsFor(DateTime date)
    {
        var today = (date.Month * 31) + date.Day;
        var (from, to) = ((Season.From * 31) + Season.Day, (Season.To * 31) + 31);
        var inSeason = Once != default ? date >= Once.From && date <= Once.To
            : Season == default || (from <= to ? today >= from && today <= to : today >= from || today <= to);
        return inSeason && ((Days.Length == 0 && !OnHolidays) || Days.Contains((int)date.DayOfWeek) || (OnHolidays && IsHoliday(date)));
    }

    private static bool IsHoliday(DateTime date) => Fixed.Contains((date.Month, date.Day)) || FromEaster.Contains((date - Easter(date.Year)).Days);

    /// <summary>Gauss's rule for 1900 to 2099, with its two exceptions.</summary>
    private static DateTime Easter(int year)
    {
        var d = ((19 * (year % 19)) + 24) % 30;
        var e = ((2 * (year % 4)) + (4 * (year % 7)) + (6 * d) + 5) % 7;
        var late = (d == 29 && e == 6) || (d == 28 && e == 6 && year % 19 > 10);
        return new DateTime(year, 3, 22, 0, 0, 0, DateTimeKind.Unspecified).AddDays(d + e - (late ? 7 : 0));
    }

    private static string Month(int month) => CultureInfo.InvariantCulture.DateTimeFormat.GetAbbreviatedMonthName(month);

    private static string Clock(int minutes) => $"{minutes / 60:00}:{minutes % 60:00}";
}
