using NodaTime;

namespace UngPortal.Kernel;

/// <summary>One rule between two semicolons: the days it is for, and when it is open on them; no spans means closed.</summary>
internal sealed record OpeningRule(
    IReadOnlyList<OpeningRule.Season> Seasons,
    IReadOnlyList<IsoDayOfWeek> Weekdays,
    bool OnHolidays,
    IReadOnlyList<OpeningRule.Span> Spans)
{
    /// <summary>Minutes in a day.</summary>
    public const int Midnight = 24 * 60;

    /// <summary>Open around the clock on each of its days.</summary>
    public bool IsAllDay => Spans is [{ From: 0, To: Midnight }];

    /// <summary>Whether it is for every day there is.</summary>
    public bool IsForEveryDay => Seasons.Count == 0 && IsForEveryWeekday;

    private bool IsForEveryWeekday => (Weekdays.Count == 0 && !OnHolidays) || Weekdays.Distinct().Count() == 7;

    /// <summary>Whether the rule is for the date.</summary>
    public bool Matches(LocalDate date) => IsInSeason(date) && (IsFor(date.DayOfWeek) || (OnHolidays && NorwegianHolidays.IsHoliday(date)));

    /// <summary>Whether the rule is for such a day in the date's season.</summary>
    public bool Matches(LocalDate date, IsoDayOfWeek weekday, bool isHoliday) => IsInSeason(date) && (IsFor(weekday) || (OnHolidays && isHoliday));

    /// <summary>Whether the rule is for the date's part of the year.</summary>
    public bool IsInSeason(LocalDate date) => Seasons.Count == 0 || Seasons.Any(season => season.Contains(date));

    private bool IsFor(IsoDayOfWeek weekday) => IsForEveryWeekday || Weekdays.Contains(weekday);

    /// <summary>A stretch of every year, both ends included, as month × 100 + day, which may run over the new year; or, where <paramref name="Years"/> says so, of one time only, as year × 10 000 more.</summary>
    public readonly record struct Season(int From, int To, bool Years = false)
    {
        /// <summary>Whether the date falls in it.</summary>
        public bool Contains(LocalDate date)
        {
            var day = (Years ? date.Year * 10_000 : 0) + (date.Month * 100) + date.Day;
            return From <= To ? From <= day && day <= To : From <= day || day <= To;
        }
    }

    /// <summary>Minutes after midnight; an end after <see cref="Midnight"/> is on the next day.</summary>
    public readonly record struct Span(int From, int To);
}
