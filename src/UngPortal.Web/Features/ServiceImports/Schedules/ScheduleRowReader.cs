using System.Globalization;
using System.Text.RegularExpressions;
using NodaTime;
using NodaTime.Text;
using UngPortal.Kernel;

namespace UngPortal.Features.ServiceImports.Schedules;

/// <summary>Reads one schedule of HSDS. A rule is never unrolled: what our opening hours cannot say is refused.</summary>
public static partial class ScheduleRowReader
{
    private const int Midnight = 24 * 60;
    private static readonly string[] Codes = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];
    private static readonly LocalDatePattern[] DatePatterns = [LocalDatePattern.Iso, LocalDatePattern.CreateWithInvariantCulture("yyyyMMdd")];
    private static readonly IReadOnlyList<IsoDayOfWeek> EveryDay = [.. Enumerable.Range(1, 7).Select(day => (IsoDayOfWeek)day)];

    /// <summary>What it says; neither a piece nor a fault for one that says no times.</summary>
    public static (WeekPiece? Piece, ImportFault? Fault) Read(ScheduleRow row)
    {
        if (RuleFault(row) is { } fault)
        {
            return (null, fault);
        }

        if (row.OpensAt.Length == 0 && row.ClosesAt.Length == 0)
        {
            return (null, null);
        }

        if (row.OpensAt.Length == 0 || row.ClosesAt.Length == 0)
        {
            return (null, ImportFault.Of(ImportFaultKind.HalfTime, row.OpensAt.Length == 0 ? "opens_at" : "closes_at", row.OpensAt + row.ClosesAt));
        }

        if (DateOf(row.ValidFrom, row.DtStart) is not { IsRead: true } from || DateOf(row.ValidTo, row.Until) is not { IsRead: true } to || from.Date > to.Date)
        {
            return (null, ImportFault.Of(ImportFaultKind.BadValidity, row.ValidFrom.Length + row.ValidTo.Length > 0 ? "valid_from" : "dtstart", $"{row.ValidFrom}{row.DtStart}/{row.ValidTo}{row.Until}"));
        }

        if (DaysOf(row, from.Date) is not { } days)
        {
            return (null, ImportFault.Of(ImportFaultKind.BadByDay, "byday", row.Byday));
        }

        return TimeOf(row.OpensAt) is not { Minutes: < Midnight } opens ? (null, ImportFault.Of(ImportFaultKind.BadTime, "opens_at", row.OpensAt))
            : TimeOf(row.ClosesAt) is not { } closes ? (null, ImportFault.Of(ImportFaultKind.BadTime, "closes_at", row.ClosesAt))
            : closes.Minutes <= opens.Minutes ? (null, ImportFault.Of(ImportFaultKind.ClosesFirst, "closes_at", $"{row.OpensAt}–{row.ClosesAt}"))
            : Whole(new(from.Date, to.Date, days, opens.Minutes, closes.Minutes >= Midnight - 1 ? Midnight : closes.Minutes), opens.Offset, closes.Offset);
    }

    /// <summary>A date with or without a time after it; null when there is none or it is wrong.</summary>
    public static LocalDate? DateOf(string text)
    {
        var day = text.Split('T')[0];
        var read = DatePatterns.Select(pattern => pattern.Parse(day)).FirstOrDefault(result => result.Success);
        return read is null || read.Value.Year is < 1900 or > 2099 ? null : read.Value;
    }

    private static ImportFault? RuleFault(ScheduleRow row) =>
        row.Freq is not "" && !row.Freq.Equals("WEEKLY", StringComparison.OrdinalIgnoreCase) && !row.Freq.Equals("DAILY", StringComparison.OrdinalIgnoreCase) ? ImportFault.Of(ImportFaultKind.BadFrequency, "freq", row.Freq)
        : row.Interval is not ("" or "1") ? ImportFault.Of(ImportFaultKind.BadInterval, "interval", row.Interval)
        : row.Count.Length > 0 ? ImportFault.Of(ImportFaultKind.BadCount, "count", row.Count)
        : row.OtherParts.Length > 0 ? ImportFault.Of(ImportFaultKind.BadByRule, row.OtherField, row.OtherParts)
        : row.Timezone is not ("" or "1" or "2" or "+01:00" or "+02:00" or "CET" or "CEST" or "Europe/Oslo") && TimeOf(row.OpensAt) is { Offset: null } ? ImportFault.Of(ImportFaultKind.OtherClock, "timezone", row.Timezone)
        : null;

    /// <summary>The later of two names for a first day, or the last day: HSDS has both, and a rule’s own comes second.</summary>
    private static (bool IsRead, LocalDate? Date) DateOf(string said, string rule)
    {
        var text = said.Length > 0 ? said : rule;
        if (text.Length == 0)
        {
            return (true, null);
        }

        return DateOf(text) is { } date ? (true, date) : (false, null);
    }

    private static IReadOnlyList<IsoDayOfWeek>? DaysOf(ScheduleRow row, LocalDate? from)
    {
        if (row.Byday.Length == 0)
        {
            return row.Freq.Equals("DAILY", StringComparison.OrdinalIgnoreCase) ? EveryDay : row.DtStart.Length > 0 && from is { } first ? [first.DayOfWeek] : null;
        }

        var found = row.Byday.Split([',', ' '], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(code => Array.IndexOf(Codes, code.ToUpperInvariant()) + 1).ToList();
        return found.Count is 0 or > 14 || found.Contains(0) ? null : [.. found.Distinct().Order().Select(day => (IsoDayOfWeek)day)];
    }

    /// <summary>The piece, if its distance from UTC is Oslo’s on every day on which it holds: other hours would move with the clocks.</summary>
    private static (WeekPiece? Piece, ImportFault? Fault) Whole(WeekPiece piece, int? offset, int? other)
    {
        if (offset != other)
        {
            return (null, new(ImportFaultKind.OtherClock, "", "opens_at"));
        }

        var isAlways = piece is { Opens: 0, Closes: Midnight, Days.Count: 7, From: null, To: null };
        return offset is null || isAlways || IsOslo(piece, offset.Value) ? (piece, null) : (null, ImportFault.Of(ImportFaultKind.OtherClock, "opens_at", TimeSpan.FromMinutes(offset.Value).ToString("c", CultureInfo.InvariantCulture)));
    }

    private static bool IsOslo(WeekPiece piece, int minutes)
    {
        if (piece is not { From: { } from, To: { } to })
        {
            return false;
        }

        // Whoever writes the offset of a day on which the clocks change takes that of its noon, or that of the moment itself.
        bool Holds(LocalTime at) => OsloTime.Zone.GetZoneIntervals(OsloTime.FirstInstantOf(from.At(at)), OsloTime.FirstInstantOf(to.At(at)).PlusTicks(1)).All(interval => interval.WallOffset.Seconds == minutes * 60);
        return Holds(LocalTime.Noon) || Holds(LocalTime.FromMinutesSinceMidnight(piece.Opens));
    }

    private static (int Minutes, int? Offset)? TimeOf(string text)
    {
        if (Time().Match(text) is not { Success: true } match)
        {
            return null;
        }

        int Number(string group) => int.Parse(match.Groups[group].ValueSpan, CultureInfo.InvariantCulture);
        var minutes = (Number("hour") * 60) + Number("minute");
        int? offset = match.Groups["zulu"].Success ? 0 : match.Groups["sign"].Success ? ((Number("zoneHour") * 60) + Number("zoneMinute")) * (match.Groups["sign"].Value == "-" ? -1 : 1) : null;
        return Number("minute") > 59 || minutes > Midnight ? null : (minutes, offset);
    }

    [GeneratedRegex(@"\A(?<hour>[0-9]{1,2}):(?<minute>[0-9]{2})(?::[0-9]{2}(?:\.0+)?)?(?:(?<zulu>[Zz])|(?<sign>[+-])(?<zoneHour>[0-9]{2}):?(?<zoneMinute>[0-9]{2}))?\z", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 2_000)]
    private static partial Regex Time();
}
