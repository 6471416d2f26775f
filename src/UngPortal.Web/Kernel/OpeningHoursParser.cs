using NodaTime;

namespace UngPortal.Kernel;

/// <summary>Reads one opening_hours text from left to right and stops at the first thing it does not know.</summary>
internal sealed class OpeningHoursParser
{
    private static readonly string[] Weekdays = ["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"];

    private readonly OpeningHoursScanner _scan;

    private OpeningHoursParser(string text) => _scan = new OpeningHoursScanner(text);

    /// <summary>The rules in order, at least one; null with an error.</summary>
    public static IReadOnlyList<OpeningRule>? Parse(string text, out OpeningHoursError? error)
    {
        var parser = new OpeningHoursParser(text);
        var rules = parser.Rules();
        error = parser._scan.Error;
        return error is null ? rules : null;
    }

    private List<OpeningRule> Rules()
    {
        List<OpeningRule> rules = [];
        do
        {
            rules.Add(Rule());
        }
        while (_scan.Error is null && _scan.Take(";") && !_scan.IsAtEnd);

        if (!_scan.IsAtEnd)
        {
            _scan.Fail("Expected ';' or the end.");
        }

        return rules;
    }

    private OpeningRule Rule()
    {
        if (_scan.Take("24/7"))
        {
            return new OpeningRule([], [], false, [new(0, OpeningRule.Midnight)]);
        }

        List<OpeningRule.Season> seasons = [];
        if (OpeningSeasonReader.IsAt(_scan))
        {
            List(() => seasons.Add(new OpeningSeasonReader(_scan).Read()));
        }

        List<IsoDayOfWeek> weekdays = [];
        var onHolidays = false;
        if (_scan.IsAtAny(Weekdays) || _scan.IsAt("PH"))
        {
            List(() => onHolidays |= Days(weekdays));
        }

        List<OpeningRule.Span> spans = [];
        if (!_scan.Take("off") && !_scan.Take("closed"))
        {
            List(() => spans.Add(Span()));
        }

        return new OpeningRule(seasons, weekdays, onHolidays, [.. spans.OrderBy(span => span.From)]);
    }

    private void List(Action item)
    {
        do
        {
            item();
        }
        while (_scan.Error is null && _scan.Take(","));
    }

    /// <summary>Adds a weekday or a range of them; true when it is PH instead.</summary>
    private bool Days(List<IsoDayOfWeek> weekdays)
    {
        if (_scan.Take("PH"))
        {
            return true;
        }

        if (_scan.TakeAny(Weekdays, "Expected a weekday (Mo, Tu, We, Th, Fr, Sa, Su) or PH.") is { } first)
        {
            var last = _scan.Take("-") ? _scan.TakeAny(Weekdays, "Expected the last weekday of the range.") ?? first : first;
            weekdays.AddRange(Enumerable.Range(first, ((last - first + 7) % 7) + 1).Select(day => (IsoDayOfWeek)((day % 7) + 1)));
        }

        return false;
    }

    private OpeningRule.Span Span()
    {
        var start = _scan.At;
        var from = _scan.TakeTime();
        if (!_scan.Take("-"))
        {
            _scan.Fail("Expected '-' and a closing time.");
        }

        var to = _scan.TakeTime();
        if (from % OpeningRule.Midnight == to % OpeningRule.Midnight && to - from != OpeningRule.Midnight)
        {
            _scan.FailAt(start, "A span must have a length; around the clock is 24/7 or 00:00-24:00.");
        }
        else if (from == OpeningRule.Midnight)
        {
            _scan.FailAt(start, "A span begins before 24:00.");
        }

        return new OpeningRule.Span(from, to > from ? to : to + OpeningRule.Midnight);
    }
}
