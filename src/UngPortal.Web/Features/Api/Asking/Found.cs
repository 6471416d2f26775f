using NodaTime;
using UngPortal.Features.Api.Register;

namespace UngPortal.Features.Api.Asking;

/// <summary>What was found, in order, and how far away each is: rounded, as nothing is known more closely.</summary>
internal static class Found
{
    /// <summary>The nearest first where somebody asked from a point; else in the register's order.</summary>
    public static IReadOnlyList<(T Item, double? Kilometres)> Of<T>(IEnumerable<T> all, Func<T, RegisterEntry> entryOf, Finding finding, Instant now)
    {
        var open = new OpenNow(now);
        List<(T Item, double? Kilometres)> found = [];
        foreach (var item in all)
        {
            if (finding.Takes(entryOf(item), open, out var kilometres))
            {
                found.Add((item, kilometres));
            }
        }

        return finding.Near is null ? found : [.. found.OrderBy(one => one.Kilometres).Select(one => (one.Item, (double?)Math.Round(one.Kilometres!.Value, 1)))];
    }

    /// <summary>The items of a page; none behind the last one.</summary>
    public static IReadOnlyList<T> Page<T>(this IReadOnlyList<T> all, int number, int size) => [.. all.Skip((int)Math.Min((number - 1L) * size, int.MaxValue)).Take(size)];
}
