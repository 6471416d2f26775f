using NodaTime;

namespace UngPortal.Kernel;

/// <summary>Reads a stretch of every year (<c>Jun 20-Aug 15</c>) or of one time only (<c>2026 Dec 24-2027 Jan 2</c>).</summary>
internal sealed class OpeningSeasonReader(OpeningHoursScanner scan)
{
    private const int LeapYear = 2024;
    private const int FirstYear = 2020;
    private const int LastYear = 2099;

    private static readonly string[] Months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

    /// <summary>Whether one comes next.</summary>
    public static bool IsAt(OpeningHoursScanner scan) => scan.IsAtYear || scan.IsAtAny(Months);

    /// <summary>The season that comes next; only to be asked where one is.</summary>
    public OpeningRule.Season Read()
    {
        var start = scan.At;
        int? year = scan.IsAtYear ? Year() : null;
        var month = Month("Expected a month (Jan to Dec).");
        var day = Day(year, month);
        var (lastYear, lastMonth, lastDay) = (year, month, day);
        if (scan.Take("-"))
        {
            lastYear = year is not null && scan.IsAtYear ? Year() : year;
            lastMonth = day is not null && scan.IsAtDay ? month : Month("Expected the last month of the season.");
            lastDay = Day(lastYear, lastMonth);
        }

        var season = new OpeningRule.Season(Number(year, month, day ?? 1), Number(lastYear, lastMonth, lastDay ?? 31), year is not null);
        if (season.Years && season.From > season.To)
        {
            scan.FailAt(start, "The last day comes before the first; write its year too.");
        }

        return season;
    }

    private static int Number(int? year, int month, int day) => ((year ?? 0) * 10_000) + (month * 100) + day;

    private int Year()
    {
        var start = scan.At;
        var year = scan.TakeYear();
        if (year is < FirstYear or > LastYear)
        {
            scan.FailAt(start, $"A year goes from {FirstYear} to {LastYear}.");
        }

        return year;
    }

    private int Month(string reason) => (scan.TakeAny(Months, reason) ?? 0) + 1;

    private int? Day(int? year, int month)
    {
        if (!scan.IsAtDay)
        {
            return null;
        }

        var start = scan.At;
        var day = scan.TakeNumber();
        if (day < 1 || day > new YearMonth(year is >= FirstYear and <= LastYear ? year.Value : LeapYear, month).ToDateInterval().Length)
        {
            scan.FailAt(start, "There is no such day in that month.");
        }

        return day;
    }
}
