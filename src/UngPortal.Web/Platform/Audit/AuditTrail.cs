using UngPortal.Platform.Access;
using UngPortal.Platform.Data;

namespace UngPortal.Platform.Audit;

/// <summary>Where everything that must be accounted for is written down: with the change itself, in one transaction.</summary>
public sealed class AuditTrail(PortalDbContext db, AuditKey key)
{
    /// <summary>Adds an entry to the change that is about to be saved.</summary>
    /// <param name="actor">Who did it; null for the site itself or somebody unknown.</param>
    /// <param name="action">What was done, e.g. <c>role-granted</c>.</param>
    /// <param name="subject">To which thing, e.g. <c>staff:17</c>.</param>
    /// <param name="detail">What more there is to know; never what a young person wrote.</param>
    /// <param name="organisationId">The organisation whose matter it is.</param>
    public void Record(StaffIdentity? actor, string action, string subject, string detail = "", int? organisationId = null)
    {
        var now = db.Time.GetUtcNow().UtcDateTime;
        var at = new DateTime(now.Ticks - (now.Ticks % TimeSpan.TicksPerMillisecond), DateTimeKind.Utc);
        var cut = detail.Length > AuditEntry.DetailMaxLength ? detail[..AuditEntry.DetailMaxLength] : detail;
        var name = actor?.Name ?? "";
        db.Add(new AuditEntry
        {
            At = at,
            ActorId = actor?.Id,
            ActorName = name,
            OrganisationId = organisationId,
            Action = action,
            Subject = subject,
            Detail = cut,
            Mac = key.Sign(at, actor?.Id, name, organisationId, action, subject, cut),
        });
    }
}
