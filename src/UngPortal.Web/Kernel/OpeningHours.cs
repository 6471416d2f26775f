using System.Diagnostics.CodeAnalysis;
using NodaTime;

namespace UngPortal.Kernel;

/// <summary>When something is open, in a subset of OpenStreetMap's opening_hours: <c>24/7</c>, <c>Mo-Fr 09:00-21:00; Sa,Su 15:00-21:00; PH off</c>, <c>Jun 20-Aug 15 Mo-Fr 10:00-14:00</c>, and once only <c>2026 Dec 24-2027 Jan 2 off</c>.</summary>
/// <remarks>
/// The last rule that is for a day decides all that begins on that day, as in OpenStreetMap. A span past midnight belongs to the day
/// on which it begins. PH is a Norwegian public holiday. The wall clock is read as if it never ran backwards: of two equal times the
/// first counts, and a time that is skipped is the moment of the jump.
/// </remarks>
public sealed class OpeningHours
{
    /// <summary>The longest text, in characters.</summary>
    public const int MaxLength = 1_000;

    /// <summary>How far ahead the next opening is looked for, in days.</summary>
    public const int DaysAhead = 14;

    private const int DaysWithoutClosing = 360;

    private readonly string _text;
    private readonly IReadOnlyList<OpeningRule> _rules;

    internal OpeningHours(string text, IReadOnlyList<OpeningRule> rules)
    {
        _text = text;
        _rules = rules;
    }

    /// <summary>Whether it says outright that it never closes.</summary>
    public bool IsAlwaysOpen => _rules[^1] is { IsForEveryDay: true, IsAllDay: true };

    /// <summary>Reads the text; on false, <paramref name="error"/> says where and why. Never throws.</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out OpeningHours? hours, [NotNullWhen(false)] out OpeningHoursError? error)
    {
        text ??= "";
        if (text.Length > MaxLength)
        {
            (hours, error) = (null, new OpeningHoursError(MaxLength + 1, $"At most {MaxLength} characters."));
            return false;
        }

        hours = OpeningHoursParser.Parse(text, out error) is { } rules ? new OpeningHours(text.Trim(), rules) : null;
        return hours is not null;
    }

    /// <summary>Reads the text; null when there is none or it cannot be read.</summary>
    public static OpeningHours? ParseOrNull(string? text) => TryParse(text, out var hours, out _) ? hours : null;

    /// <summary>Open or closed at the moment, with the next change; never <see cref="OpeningState.Unknown"/>.</summary>
    public OpeningState StateAt(Instant now)
    {
        if (IsAlwaysOpen)
        {
            return new OpeningState.AlwaysOpen();
        }

        Instant? closes = null;
        foreach (var (from, to) in SpansSince(now.InZone(OsloTime.Zone).Date.PlusDays(-1)))
        {
            if (closes is { } end)
            {
                if (from > end)
                {
                    break;
                }

                closes = Instant.Max(end, to);
            }
            else if (from > now)
            {
                return new OpeningState.Closed(from < now + Duration.FromDays(DaysAhead) ? from.InZone(OsloTime.Zone) : null);
            }
            else if (to > now)
            {
                closes = to;
            }
        }

        return closes switch
        {
            null => new OpeningState.Closed(null),
            { } end when end > now + Duration.FromDays(DaysWithoutClosing) => new OpeningState.AlwaysOpen(),
            { } end => new OpeningState.Open(end.InZone(OsloTime.Zone)),
        };
    }

    /// <summary>When it is open on the date, by the rule that decides that day: minutes after midnight, an end after 1440 is on the next day; empty when it is closed.</summary>
    public IReadOnlyList<(int From, int To)> SpansOn(LocalDate date) => [.. (RuleOf(date)?.Spans ?? []).Select(span => (span.From, span.To))];

    /// <summary>The week as it is in the season of the date, with each day as a common one and as a public holiday.</summary>
    public OpeningWeek WeekAt(LocalDate date)
    {
        IReadOnlyList<IReadOnlyList<(int From, int To)>> Days(bool isHoliday) =>
            [.. Enumerable.Range(1, 7).Select(day => (IReadOnlyList<(int, int)>)[.. (_rules.LastOrDefault(rule => rule.Matches(date, (IsoDayOfWeek)day, isHoliday))?.Spans ?? []).Select(span => (span.From, span.To))])];
        return new(Days(false), Days(true));
    }

    /// <summary>The same for two dates when the same rules are in season on both.</summary>
    public string SeasonOf(LocalDate date) => string.Concat(_rules.Select(rule => rule.IsInSeason(date) ? '1' : '0'));

    /// <summary>The text as written.</summary>
    public override string ToString() => _text;

    private OpeningRule? RuleOf(LocalDate date) => _rules.LastOrDefault(rule => rule.Matches(date));

    private IEnumerable<(Instant From, Instant To)> SpansSince(LocalDate first)
    {
        for (var day = 0; day < DaysWithoutClosing + 3; day++)
        {
            var date = first.PlusDays(day);
            foreach (var span in RuleOf(date)?.Spans ?? [])
            {
                var from = OsloTime.FirstInstantOf(date.AtMidnight().PlusMinutes(span.From));
                var to = OsloTime.FirstInstantOf(date.AtMidnight().PlusMinutes(span.To));
                if (from < to)
                {
                    yield return (from, to);
                }
            }
        }
    }
}
