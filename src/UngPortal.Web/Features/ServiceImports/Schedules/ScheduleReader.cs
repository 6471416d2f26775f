using NodaTime;
using UngPortal.Kernel;

namespace UngPortal.Features.ServiceImports.Schedules;

/// <summary>Reads the schedules of one way to reach a service back into opening hours. What was written for two years and repeats itself is taken to come back every year.</summary>
public static class ScheduleReader
{
    public const int RowsMost = 80;
    private const int Midnight = 24 * 60;

    /// <summary>The opening hours; null with no fault when the rows say nothing.</summary>
    public static (string? Hours, ImportFault? Fault) Read(IReadOnlyList<ScheduleRow> rows, LocalDate today) => Read(rows, today, out _);

    /// <summary>The opening hours, and which row is wrong where one is.</summary>
    public static (string? Hours, ImportFault? Fault) Read(IReadOnlyList<ScheduleRow> rows, LocalDate today, out int at)
    {
        at = 0;
        if (rows.Count > RowsMost)
        {
            return (null, new(ImportFaultKind.TooManyHours));
        }

        List<WeekPiece> pieces = [];
        for (; at < rows.Count; at++)
        {
            var (piece, fault) = ScheduleRowReader.Read(rows[at]);
            fault ??= piece is null ? null : Overlap(pieces, piece);
            if (fault is not null)
            {
                return (null, fault);
            }

            if (piece is not null)
            {
                pieces.Add(piece);
            }
        }

        at = 0;
        var current = Joined([.. pieces.Where(piece => piece.To is null || piece.To >= today)]);
        if (current.Count == 0)
        {
            return (null, null);
        }

        var text = WeekText.Of(current, today);
        return text.Length <= OpeningHours.MaxLength && OpeningHours.TryParse(text, out _, out _) ? (text, null) : (null, new(ImportFaultKind.TooManyHours));
    }

    /// <summary>Two spans of a day that run into one another: which of them holds is not to be guessed. The same span twice is one, and what goes on from the night before is not looked at.</summary>
    private static ImportFault? Overlap(List<WeekPiece> pieces, WeekPiece piece)
    {
        var other = pieces.Find(one => one.Opens > 0 && piece.Opens > 0 && one.Opens < piece.Closes && piece.Opens < one.Closes && (one.Opens, one.Closes) != (piece.Opens, piece.Closes)
            && one.Days.Intersect(piece.Days).Any() && (one.From is null || piece.To is null || one.From <= piece.To) && (piece.From is null || one.To is null || piece.From <= one.To));
        return other is null ? null : new(ImportFaultKind.Overlap, $"{WeekText.Span(other.Opens, other.Closes)} / {WeekText.Span(piece.Opens, piece.Closes)}", "opens_at");
    }

    /// <summary>Puts what goes on past midnight together again: the day ends in one row, and another holds the rest, a day later.</summary>
    private static List<WeekPiece> Joined(List<WeekPiece> pieces)
    {
        foreach (var evening in pieces.Where(piece => piece is { Closes: Midnight, Opens: > 0 }).ToList())
        {
            var days = evening.Days.Select(day => (IsoDayOfWeek)(((int)day % 7) + 1)).Order().ToList();
            var night = pieces.Find(piece => piece.Opens == 0 && piece.Closes < evening.Opens && piece.From == evening.From?.PlusDays(1) && piece.To == evening.To?.PlusDays(1) && piece.Days.SequenceEqual(days));
            if (night is not null)
            {
                pieces.Remove(night);
                pieces[pieces.IndexOf(evening)] = evening with { Closes = Midnight + night.Closes };
            }
        }

        return pieces;
    }
}
