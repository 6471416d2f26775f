using System.Globalization;
using NodaTime;

namespace UngPortal.Features.ServiceImports.Schedules;

/// <summary>Says pieces of weeks in the syntax of opening hours.</summary>
internal static class WeekText
{
    private const int Midnight = 24 * 60;
    private static readonly string[] Codes = ["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"];

    public static string Of(IReadOnlyList<WeekPiece> pieces, LocalDate today)
    {
        var stretches = Stretches(pieces, today);
        if (stretches is [var only] && (only.To is null || only.To >= today.PlusYears(1).PlusDays(-1)))
        {
            return Rules(only.Week, "");
        }

        if (Yearly(stretches, today) is { } year)
        {
            return year;
        }

        // What is said of some days only holds on no others.
        var rules = stretches.Where(stretch => stretch.Week.Any(day => day.Length > 0)).Select(stretch => Rules(stretch.Week, Dates(stretch.From, stretch.To)));
        return "off; " + string.Join("; ", rules);
    }

    /// <summary>The days from today on, cut where something changes; a last day of null is the end of time.</summary>
    private static List<(LocalDate From, LocalDate? To, string[] Week)> Stretches(IReadOnlyList<WeekPiece> pieces, LocalDate today)
    {
        var starts = pieces.SelectMany(piece => new[] { piece.From, piece.To?.PlusDays(1) }).OfType<LocalDate>().Where(date => date > today).Append(today).Distinct().Order().ToList();
        List<(LocalDate From, LocalDate? To, string[] Week)> all = [];
        for (var at = 0; at < starts.Count; at++)
        {
            var week = WeekOf(pieces.Where(piece => piece.HoldsOn(starts[at])));
            LocalDate? last = at + 1 < starts.Count ? starts[at + 1].PlusDays(-1) : null;
            if (all.Count > 0 && all[^1].Week.SequenceEqual(week))
            {
                all[^1] = all[^1] with { To = last };
            }
            else
            {
                all.Add((starts[at], last, week));
            }
        }

        // After the last day that is spoken of there is nothing to say.
        if (all.Count > 1 && all[^1] is { To: null } end && end.Week.All(day => day.Length == 0))
        {
            all.RemoveAt(all.Count - 1);
        }

        return all;
    }

    /// <summary>Seasons that come back every year; null when the days of the year after next year’s beginning don’t say the same as those before.</summary>
    private static string? Yearly(List<(LocalDate From, LocalDate? To, string[] Week)> stretches, LocalDate today)
    {
        var year = today.Year + 1;
        var (first, last) = (new LocalDate(year, 1, 1), new LocalDate(year, 12, 31));
        string[]? WeekOn(LocalDate date) => stretches.FirstOrDefault(stretch => stretch.From <= date && (stretch.To is null || date <= stretch.To)).Week;
        for (var date = today; date < first; date = date.PlusDays(1))
        {
            if (WeekOn(date) is not { } now || WeekOn(new LocalDate(year, date.Month, Math.Min(date.Day, CalendarSystem.Iso.GetDaysInMonth(year, date.Month)))) is not { } then || !now.SequenceEqual(then))
            {
                return null;
            }
        }

        var parts = stretches.Where(stretch => stretch.From <= last && (stretch.To is null || stretch.To >= first))
            .Select(stretch => (From: LocalDate.Max(stretch.From, first), To: stretch.To is { } to ? LocalDate.Min(to, last) : last, stretch.Week)).ToList();
        if (parts.Count == 0 || parts[0].From != first || parts[^1].To != last)
        {
            return null;
        }

        var usual = parts.GroupBy(part => string.Join('|', part.Week)).OrderByDescending(same => same.Sum(part => Period.DaysBetween(part.From, part.To))).First().Key;
        var seasons = parts.Where(part => string.Join('|', part.Week) != usual).Select(part => Rules(part.Week, string.Create(CultureInfo.InvariantCulture, $"{part.From:MMM d}-{part.To:MMM d} ")));
        return string.Join("; ", seasons.Prepend(Rules(usual.Split('|'), "")));
    }

    private static string[] WeekOf(IEnumerable<WeekPiece> pieces)
    {
        var all = pieces.ToList();
        return [.. Enumerable.Range(1, 7).Select(day => string.Join(',', all.Where(piece => piece.Days.Contains((IsoDayOfWeek)day)).Select(piece => (piece.Opens, piece.Closes)).Distinct().Order().Select(span => Span(span.Opens, span.Closes))))];
    }

    /// <summary>A span of minutes after midnight, in the syntax of opening hours.</summary>
    public static string Span(int opens, int closes) => $"{Clock(opens)}-{Clock(closes > Midnight ? closes - Midnight : closes)}";

    /// <summary>One rule for all days that are alike; a season closes its other days first.</summary>
    private static string Rules(string[] week, string season)
    {
        if (season.Length == 0 && week.All(day => day == "00:00-24:00"))
        {
            return "24/7";
        }

        var open = week.Select((hours, at) => (Hours: hours, At: at)).Where(day => day.Hours.Length > 0).GroupBy(day => day.Hours).Select(same => (Days: same.Select(day => day.At).ToList(), Hours: same.Key)).ToList();
        var rules = open.Select(group => $"{season}{(group.Days.Count == 7 ? "" : Days(group.Days) + " ")}{group.Hours}");
        var closed = season.Length > 0 && open.Sum(group => group.Days.Count) < 7 ? [season + "off"] : Array.Empty<string>();
        return open.Count == 0 ? season + "off" : string.Join("; ", closed.Concat(rules));
    }

    private static string Days(List<int> days)
    {
        List<string> words = [];
        for (var at = 0; at < days.Count; at++)
        {
            var end = at;
            while (end + 1 < days.Count && days[end + 1] == days[end] + 1)
            {
                end++;
            }

            words.Add(end > at + 1 ? $"{Codes[days[at]]}-{Codes[days[end]]}" : string.Join(',', days[at..(end + 1)].Select(day => Codes[day])));
            at = end;
        }

        return string.Join(',', words);
    }

    private static string Dates(LocalDate from, LocalDate? to) => to is { } last
        ? string.Create(CultureInfo.InvariantCulture, $"{from:yyyy MMM d}-{last:yyyy MMM d} ")
        : string.Create(CultureInfo.InvariantCulture, $"{from:yyyy MMM d}-2099 Dec 31 ");

    private static string Clock(int minutes) => string.Create(CultureInfo.InvariantCulture, $"{minutes / 60:00}:{minutes % 60:00}");
}
