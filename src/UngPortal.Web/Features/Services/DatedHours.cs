using System.Globalization;
using System.Text.RegularExpressions;

namespace UngPortal.Features.Services;

/// <summary>Opening hours, taken apart into those of every week and the exceptions on dated days, which stand last and so decide.</summary>
/// <param name="Regular">Those of every week; empty when nobody knows them.</param>
/// <param name="Exceptions">A rule each, such as <c>2026 Dec 24-2026 Dec 26 off</c>.</param>
public sealed partial record DatedHours(string Regular, IReadOnlyList<DatedHours.Exception> Exceptions)
{
    public static DatedHours Of(string? hours)
    {
        var rules = (hours ?? "").Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var dated = rules.Select(rule => (Rule: rule, Read: Dated().Match(rule))).Where(pair => pair.Read.Success).ToList();
        return new(string.Join("; ", rules.Except(dated.Select(pair => pair.Rule))), [.. dated.Select(pair => new Exception(Day(pair.Read.Groups["from"]), Day(pair.Read.Groups["to"].Success ? pair.Read.Groups["to"] : pair.Read.Groups["from"]), pair.Read.Groups["rest"].Value))]);
    }

    /// <summary>All of it as the register keeps it; null when nothing is known.</summary>
    public string? Text => Regular.Length == 0 ? null : string.Join("; ", Exceptions.Select(exception => exception.ToString()).Prepend(Regular));

    public DatedHours With(Exception exception) => this with { Exceptions = [.. Exceptions.Where(other => other != exception), exception] };

    public DatedHours Without(Exception exception) => this with { Exceptions = [.. Exceptions.Where(other => other != exception)] };

    /// <summary>Without those that are over.</summary>
    public DatedHours Since(DateOnly today) => this with { Exceptions = [.. Exceptions.Where(exception => exception.To >= today)] };

    private static DateOnly Day(Capture text) => DateOnly.ParseExact(text.Value, "yyyy MMM d", CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^(?<from>20[2-9][0-9] [A-Z][a-z]{2} [0-9]{1,2})(?:-(?<to>20[2-9][0-9] [A-Z][a-z]{2} [0-9]{1,2}))? (?<rest>off|[0-9:,-]+)\z", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 2_000)]
    private static partial Regex Dated();

    /// <summary>Some days on which other hours hold.</summary>
    /// <param name="From">The first day.</param>
    /// <param name="To">The last day.</param>
    /// <param name="Hours">Spans such as <c>10:00-12:00,14:00-16:00</c>, or <see cref="Closed"/>.</param>
    public sealed record Exception(DateOnly From, DateOnly To, string Hours)
    {
        public const string Closed = "off";

        public bool IsClosed => Hours == Closed;

        public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{From:yyyy MMM d}-{To:yyyy MMM d} {Hours}");
    }
}
