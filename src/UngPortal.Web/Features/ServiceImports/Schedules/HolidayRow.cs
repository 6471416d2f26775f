namespace UngPortal.Features.ServiceImports.Schedules;

/// <summary>Days with other hours, as HSDS 1.1 writes them; empty where it says nothing.</summary>
/// <param name="Closed">Whether it is closed.</param>
/// <param name="StartDate">The first day.</param>
/// <param name="EndDate">The last day.</param>
/// <param name="OpensAt">When it opens.</param>
/// <param name="ClosesAt">When it closes.</param>
public sealed record HolidayRow(string Closed, string StartDate, string EndDate, string OpensAt, string ClosesAt);
