namespace UngPortal.Tests.Kernel;

/// <summary>Makes up rules, the same ones each time.</summary>
internal sealed class MadeUpRules(uint seed, DateTime firstDay, int days)
{
    private static readonly int[] Times = [0, 60, 90, 120, 135, 150, 165, 179, 180, 210, 360, 540, 720, 735, 900, 1080, 1320, 1380, 1439, 1440];

    private uint _state = seed;

    public MadeUpRule[] Next() => [.. Enumerable.Range(0, 1 + Number(5)).Select(_ => MakeRule())];

    private MadeUpRule MakeRule()
    {
        var weekdays = Enumerable.Range(0, 7).Where(_ => Number(2) == 0).ToArray();
        var onHolidays = Number(3) == 0;
        var season = Number(4) == 0 ? (From: 1 + Number(12), To: 1 + Number(12), Day: 1 + Number(28)) : default;
        var from = firstDay.AddDays(Number(days));
        var once = Number(5) == 0 ? (from, from.AddDays(Number(40))) : default;
        var spans = Number(6) == 0 ? [] : Enumerable.Range(0, 1 + Number(3)).Select(_ => MakeSpan()).ToArray();
        return new MadeUpRule(weekdays, onHolidays, season, once, spans);
    }

    private (int From, int To) MakeSpan()
    {
        var from = Times[Number(Times.Length - 1)];
        var to = Times[1 + Number(Times.Length - 1)];
        return (from, to > from ? to : to == from ? from + 1 : to + 1440);
    }

    // The low bits of a linear congruential sequence are poor: the high ones are taken.
    private int Number(int below)
    {
        _state = unchecked((_state * 1664525) + 1013904223);
        return (int)((_state >> 16) % (uint)below);
    }
}
