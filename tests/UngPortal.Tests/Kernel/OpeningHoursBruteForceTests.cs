using System.Globalization;
using NodaTime;
using UngPortal.Kernel;

namespace UngPortal.Tests.Kernel;

/// <summary>Made-up schedules over 260 days with both clock changes and all holidays, held against a walk minute by minute that shares no code with the kernel.</summary>
public sealed class OpeningHoursBruteForceTests
{
    private const int Schedules = 80;
    private const int Days = 260;
    private const int Minutes = Days * 1440;

    private static readonly DateTime FirstDay = new(2026, 10, 1, 0, 0, 0, DateTimeKind.Unspecified);
    private static readonly Instant Start = Instant.FromUtc(2026, 9, 30, 22, 0);
    private static readonly HashSet<string> Holidays =
    [
        "2026-12-25", "2026-12-26", "2027-01-01", "2027-03-25", "2027-03-26", "2027-03-28",
        "2027-03-29", "2027-05-01", "2027-05-06", "2027-05-16", "2027-05-17",
    ];

    private static readonly string[] Weekdays = ["Su", "Mo", "Tu", "We", "Th", "Fr", "Sa"];
    private static readonly int[] Times = [0, 60, 90, 120, 135, 150, 165, 179, 180, 210, 360, 540, 720, 735, 900, 1080, 1320, 1380, 1439, 1440];

    private uint _state = 20261123;

    [Fact]
    public void StateAt_MadeUpSchedules_AgreesWithEveryMinute()
    {
        for (var schedule = 0; schedule < Schedules; schedule++)
        {
            var rules = Enumerable.Range(0, 1 + Next(4)).Select(_ => MakeRule()).ToArray();
            var text = string.Join("; ", rules.Select(rule => rule.Text));
            Assert.True(OpeningHours.TryParse(text, out var hours, out var error), $"{text} {error}");
            Compare(text, hours, Walk(rules));
        }
    }

    private static void Compare(string text, OpeningHours hours, bool[] open)
    {
        var minute = 0;
        while (minute < Minutes)
        {
            var state = hours.StateAt(Start + Duration.FromMinutes(minute));
            var change = state switch
            {
                OpeningState.Open until => MinuteOf(until.ClosesAt),
                OpeningState.Closed { OpensNext: { } opens } => MinuteOf(opens),
                OpeningState.Closed => minute + (OpeningHours.DaysAhead * 1440),
                _ => Minutes,
            };
            Assert.True(change > minute, text);
            var end = Math.Min(change, Minutes);
            Assert.True(Array.TrueForAll(open[minute..end], value => value == state.IsOpen), $"{text} from minute {minute}: {state}");
            Assert.True(change >= Minutes || state is OpeningState.Closed { OpensNext: null } || open[change] != state.IsOpen, $"{text} at minute {change}: no change");
            if (state is not OpeningState.Closed { OpensNext: null })
            {
                Assert.Equal(state, hours.StateAt(Start + Duration.FromMinutes(minute + ((end - minute) / 2))));
            }

            minute = end;
        }
    }

    private static int MinuteOf(ZonedDateTime time) => (int)(time.ToInstant() - Start).TotalMinutes;

    private static bool[] Walk(MadeUpRule[] rules)
    {
        var local = new bool[Minutes + 4320];
        for (var day = -1; day < Days + 1; day++)
        {
            foreach (var (from, to) in Array.FindLast(rules, rule => rule.IsFor(FirstDay.AddDays(day)))?.Spans ?? [])
            {
                for (var minute = Math.Max(0, (day * 1440) + from); minute < (day * 1440) + to; minute++)
                {
                    local[minute] = true;
                }
            }
        }

        // The wall clock, never running backwards: two hours ahead of UTC in summer, one in winter.
        var open = new bool[Minutes];
        var clock = 0;
        for (var minute = 0; minute < Minutes; minute++)
        {
            var utc = FirstDay.AddHours(-2).AddMinutes(minute);
            var isWinter = utc >= new DateTime(2026, 10, 25, 1, 0, 0, DateTimeKind.Unspecified) && utc < new DateTime(2027, 3, 28, 1, 0, 0, DateTimeKind.Unspecified);
            clock = Math.Max(clock, isWinter ? minute - 60 : minute);
            open[minute] = local[clock];
        }

        return open;
    }

    private MadeUpRule MakeRule()
    {
        var days = Enumerable.Range(0, 7).Where(_ => Next(2) == 0).ToArray();
        var onHolidays = Next(3) == 0;
        var season = Next(4) == 0 ? (From: 1 + Next(12), To: 1 + Next(12), Day: 1 + Next(28)) : default;
        var spans = Next(6) == 0 ? [] : Enumerable.Range(0, 1 + Next(3)).Select(_ => MakeSpan()).ToArray();
        return new MadeUpRule(days, onHolidays, season, spans);
    }

    private (int From, int To) MakeSpan()
    {
        var from = Times[Next(Times.Length - 1)];
        var to = Times[1 + Next(Times.Length - 1)];
        return (from, to > from ? to : to == from ? from + 1 : to + 1440);
    }

    // The low bits of a linear congruential sequence are poor: the high ones are taken.
    private int Next(int below)
    {
        _state = unchecked((_state * 1664525) + 1013904223);
        return (int)((_state >> 16) % (uint)below);
    }

    private sealed record MadeUpRule(int[] Days, bool OnHolidays, (int From, int To, int Day) Season, (int From, int To)[] Spans)
    {
        public string Text => string.Join(' ', ((string[])[SeasonText, DaysText, SpansText]).Where(part => part.Length > 0));

        private string SeasonText => Season == default ? "" : $"{Month(Season.From)} {Season.Day}-{Month(Season.To)}";

        private string DaysText => string.Join(',', Days.Select(day => Weekdays[day]).Concat(OnHolidays ? ["PH"] : []));

        private string SpansText => Spans.Length == 0 ? "off" : string.Join(',', Spans.Select(span => $"{Clock(span.From)}-{Clock(span.To > 1440 ? span.To - 1440 : span.To)}"));

        public bool IsFor(DateTime date)
        {
            var today = (date.Month * 31) + date.Day;
            var (from, to) = ((Season.From * 31) + Season.Day, (Season.To * 31) + 31);
            var inSeason = Season == default || (from <= to ? today >= from && today <= to : today >= from || today <= to);
            var isDay = (Days.Length == 0 && !OnHolidays) || Days.Contains((int)date.DayOfWeek)
                || (OnHolidays && Holidays.Contains(date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)));
            return inSeason && isDay;
        }

        private static string Month(int month) => CultureInfo.InvariantCulture.DateTimeFormat.GetAbbreviatedMonthName(month);

        private static string Clock(int minutes) => $"{minutes / 60:00}:{minutes % 60:00}";
    }
}
