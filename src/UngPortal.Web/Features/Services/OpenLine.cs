using NodaTime;
using NodaTime.Extensions;
using NodaTime.Text;
using UngPortal.Kernel;

namespace UngPortal.Features.Services;

/// <summary>The live line of a channel as the key of a text and what goes into it; the words themselves stand in the resources.</summary>
public sealed record OpenLine(string Key, IReadOnlyList<string> Args)
{
    public const string Always = "Open_Always";
    public const string ClosesAt = "Open_ClosesAt";
    public const string ClosesOn = "Open_ClosesOn";
    public const string Now = "Open_Now";
    public const string OpensAt = "Open_OpensAt";
    public const string OpensOn = "Open_OpensOn";
    public const string OpensOnDate = "Open_OpensOnDate";
    public const string Closed = "Open_Closed";
    public const string Unknown = "Open_Unknown";

    private static readonly LocalTimePattern Clock = LocalTimePattern.CreateWithInvariantCulture("HH:mm");

    /// <summary>A weekday's name says which day only within the coming six days.</summary>
    private const int DaysWithAName = 6;

    public bool IsSameAs(OpenLine other) => Key == other.Key && Args.SequenceEqual(other.Args);

    public static OpenLine Of(OpeningState state, Instant now, Language language)
    {
        var today = now.InZone(OsloTime.Zone).Date;
        return state switch
        {
            OpeningState.AlwaysOpen => Line(Always),
            OpeningState.Open open => Until(open.ClosesAt, now, today, language),
            OpeningState.Closed { OpensNext: { } opens } => From(opens.LocalDateTime, today, language),
            OpeningState.Closed => Line(Closed),
            _ => Line(Unknown),
        };
    }

    /// <summary>A line that does not begin a sentence.</summary>
    public static string Inside(string line) => char.ToLowerInvariant(line[0]) + line[1..];

    private static OpenLine Until(ZonedDateTime closes, Instant now, LocalDate today, Language language)
    {
        // What closes at midnight closes on the day that ends there: "24:00", not "00:00" of the next.
        var atMidnight = closes.TimeOfDay == LocalTime.Midnight;
        var time = atMidnight ? "24:00" : Clock.Format(closes.TimeOfDay);
        var day = atMidnight ? closes.Date.PlusDays(-1) : closes.Date;
        return closes.ToInstant() - now <= Duration.FromDays(1) ? Line(ClosesAt, time)
            : Period.DaysBetween(today, day) <= DaysWithAName ? Line(ClosesOn, Weekday(day, language), time)
            : Line(Now);
    }

    private static OpenLine From(LocalDateTime opens, LocalDate today, Language language)
    {
        var time = Clock.Format(opens.TimeOfDay);
        return Period.DaysBetween(today, opens.Date) switch
        {
            0 => Line(OpensAt, time),
            <= DaysWithAName => Line(OpensOn, Weekday(opens.Date, language), time),
            _ => Line(OpensOnDate, opens.Date.ToDateTimeUnspecified().ToString("m", language.Culture), time),
        };
    }

    private static string Weekday(LocalDate date, Language language) =>
        language.Culture.DateTimeFormat.GetAbbreviatedDayName(date.DayOfWeek.ToDayOfWeek()).TrimEnd('.');

    private static OpenLine Line(string key, params string[] args) => new(key, args);
}
