using System.Globalization;
using NodaTime;
using UngPortal.Kernel;

namespace UngPortal.Features.ServiceImports.Schedules;

/// <summary>Lays days with other hours over those of the week. What is over already is left out.</summary>
public static class HolidayReader
{
    private static readonly string[] Yes = ["true", "yes", "y", "t", "1"];

    /// <summary>The hours with the days; hours that nobody has told stay unknown.</summary>
    /// <param name="hours">The hours of the week, if they are known.</param>
    /// <param name="rows">The days.</param>
    /// <param name="today">The day.</param>
    /// <param name="at">Which row is wrong.</param>
    public static (string? Hours, ImportFault? Fault) Onto(string? hours, IReadOnlyList<HolidayRow> rows, LocalDate today, out int at)
    {
        at = 0;
        if (hours is null)
        {
            return (null, null);
        }

        List<string> rules = [hours];
        for (; at < rows.Count; at++)
        {
            var (rule, fault) = Rule(rows[at], today);
            if (fault is not null)
            {
                return (null, fault);
            }

            rules.AddRange(rule is null ? [] : [rule]);
        }

        at = 0;
        var text = string.Join("; ", rules.Distinct());
        return OpeningHours.TryParse(text, out _, out _) ? (text, null) : (null, new(ImportFaultKind.TooManyHours));
    }

    private static (string? Rule, ImportFault? Fault) Rule(HolidayRow row, LocalDate today)
    {
        if (ScheduleRowReader.DateOf(row.StartDate) is not { } from || ScheduleRowReader.DateOf(row.EndDate.Length > 0 ? row.EndDate : row.StartDate) is not { } to || from > to)
        {
            return (null, ImportFault.Of(ImportFaultKind.BadValidity, "start_date", $"{row.StartDate}/{row.EndDate}"));
        }

        if (to < today)
        {
            return (null, null);
        }

        var days = string.Create(CultureInfo.InvariantCulture, $"{from:yyyy MMM d}-{to:yyyy MMM d} ");
        if (Yes.Contains(row.Closed, StringComparer.OrdinalIgnoreCase))
        {
            return (days + "off", null);
        }

        var week = new ScheduleRow { Freq = "DAILY", OpensAt = row.OpensAt, ClosesAt = row.ClosesAt, ValidFrom = row.StartDate, ValidTo = row.EndDate.Length > 0 ? row.EndDate : row.StartDate };
        var (piece, fault) = ScheduleRowReader.Read(week);
        return fault is not null ? (null, fault)
            : piece is null ? (null, new(ImportFaultKind.HalfTime, "", "opens_at"))
            : (days + WeekText.Span(piece.Opens, piece.Closes), null);
    }
}
