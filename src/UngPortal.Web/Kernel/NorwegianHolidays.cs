using NodaTime;

namespace UngPortal.Kernel;

/// <summary>The twelve public holidays of Norway, by rule: the act of 24 February 1995 and the act of 26 April 1947.</summary>
public static class NorwegianHolidays
{
    /// <summary>Days from Easter Sunday: Maundy Thursday, Good Friday, Easter Sunday and Monday, Ascension Day, Whit Sunday and Monday.</summary>
    private static readonly int[] EasterOffsets = [-3, -2, 0, 1, 39, 49, 50];

    private static readonly AnnualDate[] FixedDates = [new(1, 1), new(5, 1), new(5, 17), new(12, 25), new(12, 26)];

    /// <summary>Whether the date is a public holiday; an ordinary Sunday, 24 and 31 December are not.</summary>
    public static bool IsHoliday(LocalDate date) =>
        Array.Exists(FixedDates, fixedDate => fixedDate.Month == date.Month && fixedDate.Day == date.Day)
        || EasterOffsets.Contains(Period.DaysBetween(EasterSunday(date.Year), date));

    /// <summary>The year's holidays in order; fewer than twelve when two fall on one day.</summary>
    public static IReadOnlyList<LocalDate> In(int year) =>
        [.. FixedDates.Select(date => date.InYear(year))
            .Concat(EasterOffsets.Select(days => EasterSunday(year).PlusDays(days)))
            .Distinct()
            .Order()];

    /// <summary>Easter Sunday by the anonymous Gregorian algorithm.</summary>
    public static LocalDate EasterSunday(int year)
    {
        var golden = year % 19;
        var (century, yearOfCentury) = Math.DivRem(year, 100);
        var skippedLeaps = century - (century / 4) - ((century - ((century + 8) / 25) + 1) / 3);
        var epact = ((19 * golden) + skippedLeaps + 15) % 30;
        var weekday = (32 + (2 * (century % 4)) + (2 * (yearOfCentury / 4)) - epact - (yearOfCentury % 4)) % 7;
        var correction = (golden + (11 * epact) + (22 * weekday)) / 451;
        var (month, day) = Math.DivRem(epact + weekday - (7 * correction) + 114, 31);
        return new LocalDate(year, month, day + 1);
    }
}
