namespace UngPortal.Kernel;

/// <summary>What opening hours say of a week in one season of the year.</summary>
/// <param name="Weekdays">The spans of Monday to Sunday: minutes after midnight, an end after 1440 is on the next day.</param>
/// <param name="Holidays">The spans of the same days when they are public holidays.</param>
public sealed record OpeningWeek(IReadOnlyList<IReadOnlyList<(int From, int To)>> Weekdays, IReadOnlyList<IReadOnlyList<(int From, int To)>> Holidays);
