using Microsoft.EntityFrameworkCore;
using UngPortal.Features.Accounts;
using UngPortal.Features.Organisations;
using UngPortal.Features.Publications;
using UngPortal.Features.Topics;
using UngPortal.Kernel;
using UngPortal.Platform.Access;
using UngPortal.Platform.Audit;
using UngPortal.Platform.Data;

namespace UngPortal.Features.Publishing;

/// <summary>Puts an approved draft in the place of what is live: pages, index, feed and sitemap follow from the outbox row in the same save.</summary>
public sealed class DraftSwap(PortalDbContext db, DraftRendering rendering, AuditTrail audit, TimeProvider time)
{
    /// <summary>Publishes; the caller's draft must be tracked. One save, all or nothing.</summary>
    /// <exception cref="DbUpdateConcurrencyException">Somebody else was at it: nothing has happened.</exception>
    public async Task PublishAsync(Draft draft, StaffIdentity? by, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow().UtcDateTime;
        var live = await db.Publications.Include(publication => publication.Texts).Include(publication => publication.Topics)
            .FirstOrDefaultAsync(publication => publication.Kind == draft.Kind && publication.Slug == draft.Slug, cancellationToken);
        var isNew = live is null;
        live ??= db.Publications.Add(new Publication { Kind = draft.Kind, Slug = draft.Slug }).Entity;

        var topicIds = await db.Topics.Where(topic => draft.Content.Topics.Contains(topic.Slug)).ToDictionaryAsync(topic => topic.Slug, topic => topic.Id, StringComparer.Ordinal, cancellationToken);
        var finished = rendering.Finish(draft);
        var today = OsloTime.DayOf(now);
        live.Revise(
            finished with
            {
                PublishedAt = isNew ? now : live.PublishedAt,
                TopicSlugs = [.. finished.TopicSlugs.Where(topicIds.ContainsKey)],
                Facts = finished.Facts with
                {
                    Owner = await db.Organisations.Where(one => one.Id == draft.OrganisationId).Select(one => one.Name).FirstAsync(cancellationToken),
                    ReviewedBy = await ReviewerAsync(draft, cancellationToken),
                    LastReviewedAt = today,
                    ReviewDueAt = ReviewDates.Draw(today, draft.Content.Topics),
                },
            },
            topicIds,
            now);
        live.BelongTo(draft.OrganisationId);
        // The key of something new is made by the database; until then the tracker's own stands for it, and the save puts the real one in both places.
        draft.BecomeLive(db.Entry(live).Property(one => one.Id).CurrentValue);
        db.AnnounceContent(live.Key);
        audit.Record(by, "published", live.Key, $"draft {draft.Id}, revision {draft.LatestRevision}", draft.OrganisationId);
        await db.SaveChangesAsync(cancellationToken);
    }

    private async Task<PublicationFacts.Reviewer?> ReviewerAsync(Draft draft, CancellationToken cancellationToken)
    {
        if (draft.ProfessionalId is not { } id)
        {
            return null;
        }

        var seat = await db.Memberships.Where(seat => seat.StaffId == id && seat.EndedAt == null && DraftDesk.Professionals.Contains(seat.Role))
            .Join(db.Organisations, seat => seat.OrganisationId, organisation => organisation.Id, (seat, organisation) => new { seat.Role, organisation.Name })
            .OrderBy(seat => seat.Role).FirstOrDefaultAsync(cancellationToken);
        var name = await db.Staff.Where(person => person.Id == id).Select(person => person.DisplayName).FirstAsync(cancellationToken);
        return new PublicationFacts.Reviewer(name, "", seat?.Name ?? "");
    }
}
