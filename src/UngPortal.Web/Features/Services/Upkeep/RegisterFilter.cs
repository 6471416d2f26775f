using System.Linq.Expressions;

namespace UngPortal.Features.Services.Upkeep;

/// <summary>What somebody who keeps the register looks for.</summary>
public enum RegisterFilter
{
    All,

    /// <summary>Not confirmed for 90 days or more.</summary>
    Due,

    /// <summary>Not confirmed for so long that readers are told, or that nobody is told any more when it is open.</summary>
    Old,

    /// <summary>With a link or a number that doesn't work.</summary>
    Broken,

    /// <summary>With something that a reader says is wrong.</summary>
    Reported,

    /// <summary>Not judged by the criteria yet.</summary>
    Unjudged,

    /// <summary>Not shown.</summary>
    Hidden,
}

/// <summary>What the words mean to the database.</summary>
public static class RegisterFilters
{
    public static Expression<Func<Service, bool>> Takes(this RegisterFilter filter, DateOnly today, IQueryable<ServiceReport> reports)
    {
        var (due, noted) = (today.AddDays(-AssuranceLadder.DueDays), today.AddDays(-AssuranceLadder.NotedDays));
        return filter switch
        {
            RegisterFilter.Due => service => service.State == ServiceState.Listed && service.Assured <= due,
            RegisterFilter.Old => service => service.State == ServiceState.Listed && service.Assured <= noted,
            RegisterFilter.Broken => service => service.State == ServiceState.Listed && service.LinkFault != null,
            RegisterFilter.Reported => service => reports.Any(report => report.ServiceId == service.Id && report.HandledAt == null),
            RegisterFilter.Unjudged => service => service.State == ServiceState.Listed && service.CriteriaCheckedOn == null,
            RegisterFilter.Hidden => service => service.State == ServiceState.Withdrawn,
            _ => service => true,
        };
    }
}
