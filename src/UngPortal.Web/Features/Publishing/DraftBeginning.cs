using Microsoft.EntityFrameworkCore;
using UngPortal.Features.Publications;
using UngPortal.Platform.Access;
using UngPortal.Platform.Audit;
using UngPortal.Platform.Data;

namespace UngPortal.Features.Publishing;

/// <summary>Begins a new revision of what is live, or leads to the one that somebody has begun: there is never more than one.</summary>
public sealed class DraftBeginning(PortalDbContext db, AuditTrail audit, TimeProvider time)
{
    /// <summary>The id of the open draft.</summary>
    public async Task<int> OnAsync(Publication live, DraftContent content, StaffIdentity person, CancellationToken cancellationToken)
    {
        var open = await db.Drafts.Where(draft => draft.Kind == live.Kind && draft.Slug == live.Slug && draft.State != DraftState.Published && draft.State != DraftState.Discarded)
            .Select(draft => (int?)draft.Id).FirstOrDefaultAsync(cancellationToken);
        if (open is { } known)
        {
            return known;
        }

        var house = live.OwnerId ?? person.OrganisationsAs(PublishingFeature.Writers)[0];
        var draft = db.Drafts.Add(Draft.Begin(live.Kind, live.Slug, house, content, person, time.GetUtcNow().UtcDateTime, live.Id)).Entity;
        audit.Record(person, "draft-begun", live.Key, organisationId: house);
        await db.SaveChangesAsync(cancellationToken);
        return draft.Id;
    }
}
