using NodaTime;

namespace UngPortal.Features.OpenReferral;

/// <summary>A row of a schedule: the same hours on some days of the week.</summary>
/// <param name="From">The first day on which it holds; null for hours that never change.</param>
/// <param name="To">The last one.</param>
/// <param name="Offset">How many hours the wall clock is before UTC.</param>
/// <param name="Days">The days, Monday first.</param>
/// <param name="Opens">Minutes after midnight.</param>
/// <param name="Closes">Minutes after midnight, 1439 for the end of the day.</param>
public sealed record WeekRow(LocalDate? From, LocalDate? To, int Offset, IReadOnlyList<IsoDayOfWeek> Days, int Opens, int Closes);
