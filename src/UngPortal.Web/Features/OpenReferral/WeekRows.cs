using NodaTime;
using UngPortal.Kernel;

namespace UngPortal.Features.OpenReferral;

/// <summary>Writes opening hours as rows that come back weekly, for this year and the next.</summary>
/// <remarks>
/// HSDS wants each time with its distance from UTC, so a row holds until the clocks change, or until a season ends. It has no word for a day's end and none for hours
/// past midnight: the day ends 23:59, as its guidance has it, and what goes on is a row of the day after.
/// </remarks>
public static class WeekRows
{
    private const int Midnight = 24 * 60;
    private const int DayEnd = Midnight - 1;
    private static readonly IReadOnlyList<IsoDayOfWeek> EveryDay = [.. Enumerable.Range(1, 7).Select(day => (IsoDayOfWeek)day)];

    /// <summary>The rows that hold today or later; empty when it never opens.</summary>
    public static IReadOnlyList<WeekRow> Of(OpeningHours hours, LocalDate today) =>
        hours.IsAlwaysOpen ? [new(null, null, 0, EveryDay, 0, DayEnd)] : [.. Stretches(hours, today).SelectMany(Rows).Where(row => row.To >= today)];

    private static IEnumerable<(OpeningWeek Week, int Offset, LocalDate From, LocalDate To)> Stretches(OpeningHours hours, LocalDate today)
    {
        var (first, end) = (new LocalDate(today.Year, 1, 1), new LocalDate(today.Year + 2, 1, 1));
        var (from, known) = (first, KeyOf(hours, first));
        for (var date = first.PlusDays(1); date <= end; date = date.PlusDays(1))
        {
            if (date < end && KeyOf(hours, date) == known)
            {
                continue;
            }

            yield return (hours.WeekAt(from), known.Offset, from, date.PlusDays(-1));
            (from, known) = (date, KeyOf(hours, date));
        }
    }

    private static (string Season, int Offset) KeyOf(OpeningHours hours, LocalDate date) =>
        (hours.SeasonOf(date), OsloTime.Zone.GetUtcOffset(OsloTime.FirstInstantOf(date.At(LocalTime.Noon))).Seconds / 3600);

    private static IEnumerable<WeekRow> Rows((OpeningWeek Week, int Offset, LocalDate From, LocalDate To) stretch) =>
        from part in stretch.Week.Weekdays.SelectMany((spans, at) => spans.SelectMany(span => Parts(at, span)))
        group part.Day by (part.Shift, part.Opens, part.Closes) into same
        orderby same.Min(), same.Key.Opens, same.Key.Shift
        select new WeekRow(stretch.From.PlusDays(same.Key.Shift), stretch.To.PlusDays(same.Key.Shift), stretch.Offset, [.. same.Distinct().Order()], same.Key.Opens, same.Key.Closes);

    private static IEnumerable<(int Shift, IsoDayOfWeek Day, int Opens, int Closes)> Parts(int at, (int From, int To) span)
    {
        yield return (0, EveryDay[at], span.From, Math.Min(span.To, DayEnd));
        if (span.To > Midnight)
        {
            yield return (1, EveryDay[(at + 1) % 7], 0, Math.Min(span.To - Midnight, DayEnd));
        }
    }
}
