using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using UngPortal.Platform.Data;

namespace UngPortal.Features.Services.Counting;

/// <summary>The numbers of the last days together.</summary>
/// <param name="Visits">How often the service's page was read.</param>
/// <param name="Onward">How often somebody went on from one of its links.</param>
public sealed record RecentVisits(int Visits, int Onward)
{
    public const int Days = 30;

    /// <summary>Numbers smaller than this aren't told. Source: product/insight.md, "cells under 5 hidden".</summary>
    public const int Least = 5;

    public static readonly RecentVisits None = new(0, 0);

    /// <summary>A number in words that tells nothing of few people.</summary>
    public static string Shown(int number, IStringLocalizer texts) => number < Least ? texts["Register_Few", Least] : number.ToString(System.Globalization.CultureInfo.CurrentCulture);

    /// <summary>The numbers of the services, by their ids; those without any are left out.</summary>
    public static async Task<IReadOnlyDictionary<int, RecentVisits>> OfAsync(PortalDbContext db, IReadOnlyCollection<int> services, DateOnly today, CancellationToken cancellationToken)
    {
        var (ids, after) = (services.ToList(), today.AddDays(-Days));
        return await db.ServiceDays.Where(one => ids.Contains(one.ServiceId) && one.Day > after).GroupBy(one => one.ServiceId)
            .Select(group => new { group.Key, Visits = group.Sum(one => one.Visits), Onward = group.Sum(one => one.Onward) })
            .ToDictionaryAsync(group => group.Key, group => new RecentVisits(group.Visits, group.Onward), cancellationToken);
    }
}
