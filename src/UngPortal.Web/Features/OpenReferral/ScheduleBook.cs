using System.Collections.Concurrent;
using NodaTime;
using UngPortal.Kernel;

namespace UngPortal.Features.OpenReferral;

/// <summary>Keeps the rows of each text of opening hours for the day: thousands of services share some tens of texts.</summary>
public sealed class ScheduleBook
{
    private ConcurrentDictionary<string, IReadOnlyList<WeekRow>> _rows = new(StringComparer.Ordinal);
    private LocalDate _today;

    /// <summary>The rows that hold on the day or later.</summary>
    public IReadOnlyList<WeekRow> RowsOf(OpeningHours hours, LocalDate today)
    {
        if (_today != today)
        {
            (_rows, _today) = (new(StringComparer.Ordinal), today);
        }

        return _rows.GetOrAdd(hours.ToString(), (_, known) => WeekRows.Of(known, today), hours);
    }
}
