using NodaTime;
using UngPortal.Kernel;

namespace UngPortal.Tests.Kernel;

/// <summary>Walks through a stretch of days in Oslo minute by minute, by the time zone database of the machine, not NodaTime's.</summary>
internal sealed class MinuteWalk
{
    private readonly DateTime _firstDay;
    private readonly int _days;
    private readonly Instant _start;

    // For each minute of UTC, the minute of local time that the wall clock shows, as if it never ran backwards.
    private readonly int[] _clock;

    public MinuteWalk(DateTime firstDay, int days)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Oslo");
        (_firstDay, _days) = (firstDay, days);
        var start = TimeZoneInfo.ConvertTimeToUtc(firstDay, zone);
        _start = Instant.FromDateTimeUtc(start);
        _clock = new int[days * 1440];
        var latest = 0;
        for (var hour = 0; hour < days * 24; hour++)
        {
            // Changes happen on the hour.
            var offset = (int)(TimeZoneInfo.ConvertTimeFromUtc(start.AddHours(hour), zone) - firstDay.AddHours(hour)).TotalMinutes;
            for (var minute = hour * 60; minute < (hour + 1) * 60; minute++)
            {
                _clock[minute] = latest = Math.Max(latest, minute + offset);
            }
        }
    }

    private int Minutes => _clock.Length;

    /// <summary>Fails unless the kernel says the same as the rules at each minute, and each change it tells of is one.</summary>
    public void Compare(MadeUpRule[] rules)
    {
        var text = string.Join("; ", rules.Select(rule => rule.Text));
        Assert.True(OpeningHours.TryParse(text, out var hours, out var error), $"{text} {error}");
        var open = Open(rules);
        var minute = 0;
        while (minute < Minutes)
        {
            var state = hours.StateAt(_start + Duration.FromMinutes(minute));
            var change = state switch
            {
                OpeningState.Open until => MinuteOf(until.ClosesAt),
                OpeningState.Closed { OpensNext: { } opens } => MinuteOf(opens),
                OpeningState.Closed => minute + (OpeningHours.DaysAhead * 1440),
                // Nothing closes within 360 days, and more is not said.
                _ => minute + (360 * 1440),
            };
            Assert.True(change > minute, text);
            var end = Math.Min(change, Minutes);
            Assert.False(open.AsSpan(minute, end - minute).Contains(!state.IsOpen), $"{text} from minute {minute}: {state}");
            var isChange = state is OpeningState.Open or OpeningState.Closed { OpensNext: not null };
            Assert.True(change >= Minutes || !isChange || open[change] != state.IsOpen, $"{text} at minute {change}: no change");
            if (isChange)
            {
                Assert.Equal(state, hours.StateAt(_start + Duration.FromMinutes(minute + ((end - minute) / 2))));
            }

            minute = end;
        }
    }

    private int MinuteOf(ZonedDateTime time) => (int)(time.ToInstant() - _start).TotalMinutes;

    private bool[] Open(MadeUpRule[] rules)
    {
        var local = new bool[Minutes + 4320];
        for (var day = -1; day < _days + 1; day++)
        {
            foreach (var (from, to) in Array.FindLast(rules, rule => rule.IsFor(_firstDay.AddDays(day)))?.Spans ?? [])
            {
                for (var minute = Math.Max(0, (day * 1440) + from); minute < (day * 1440) + to; minute++)
                {
                    local[minute] = true;
                }
            }
        }

        return Array.ConvertAll(_clock, minute => local[minute]);
    }
}
