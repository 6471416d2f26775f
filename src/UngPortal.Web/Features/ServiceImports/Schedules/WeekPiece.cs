using NodaTime;

namespace UngPortal.Features.ServiceImports.Schedules;

/// <summary>The same hours on some days of the week, for as long as they are valid.</summary>
/// <param name="From">The first day; null when it was never said.</param>
/// <param name="To">The last day; null when it was never said.</param>
/// <param name="Days">The days.</param>
/// <param name="Opens">Minutes after midnight.</param>
/// <param name="Closes">Minutes after midnight; after 1440 it is on the next day.</param>
public sealed record WeekPiece(LocalDate? From, LocalDate? To, IReadOnlyList<IsoDayOfWeek> Days, int Opens, int Closes)
{
    public bool HoldsOn(LocalDate date) => (From is null || From <= date) && (To is null || date <= To);
}
