using Microsoft.EntityFrameworkCore;
using UngPortal.Kernel;
using UngPortal.Platform.Access;
using UngPortal.Platform.Audit;
using UngPortal.Platform.Data;
using UngPortal.Platform.Outbox;

namespace UngPortal.Features.Services.Upkeep;

/// <summary>Reads a service for somebody who changes it, and saves what was done with its audit entry.</summary>
public sealed class RegisterDesk(PortalDbContext db, AuditTrail audit)
{
    public DateTime Now => db.Time.GetUtcNow().UtcDateTime;

    public DateOnly Today => OsloTime.DayOf(Now);

    /// <summary>Under what the audit trail knows a service.</summary>
    public static string SubjectOf(string slug) => $"service:{slug}";

    public Task<Service?> FindAsync(int id, CancellationToken cancellationToken) => Whole().FirstOrDefaultAsync(service => service.Id == id, cancellationToken);

    public Task<Service?> FindAsync(string slug, CancellationToken cancellationToken) => Whole().FirstOrDefaultAsync(service => service.Slug == slug, cancellationToken);

    /// <summary>Saves what was done with it. False when a colleague changed it meanwhile: then nothing is saved.</summary>
    /// <param name="service">The changed service.</param>
    /// <param name="person">Who did it; null for its assurer, who has no account.</param>
    /// <param name="action">What was done.</param>
    /// <param name="detail">What more there is to know.</param>
    /// <param name="version">The version that the person saw; null where that doesn't matter.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public Task<bool> SaveAsync(Service service, StaffIdentity? person, string action, string detail, int? version, CancellationToken cancellationToken)
    {
        if (version is { } seen && db.Entry(service).State != EntityState.Added)
        {
            db.Entry(service).Property(one => one.Version).OriginalValue = seen;
        }

        audit.Record(person, action, SubjectOf(service.Slug), detail);
        db.Announce(ServicesChanged.Kind, service.Slug);
        return db.TrySaveAsync(cancellationToken);
    }

    private IQueryable<Service> Whole() => db.Services.Include(service => service.Channels).Include(service => service.Location).Include(service => service.Areas).AsSplitQuery();
}
