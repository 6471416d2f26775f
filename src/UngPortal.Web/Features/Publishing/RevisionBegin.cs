using Microsoft.EntityFrameworkCore;
using UngPortal.Features.Accounts;
using UngPortal.Features.Organisations;
using UngPortal.Features.Publications;
using UngPortal.Features.Topics;
using UngPortal.Platform.Access;
using UngPortal.Platform.Audit;
using UngPortal.Platform.Data;

namespace UngPortal.Features.Publishing;

/// <summary>Begins a new revision of what is live. There is never more than one open draft of a text: the database holds that.</summary>
public sealed class RevisionBegin(PortalDbContext db, DraftDesk desk, CatalogueCopy copy, AuditTrail audit, TimeProvider time)
{
    /// <summary>What is live, as the beginning of a revision.</summary>
    public async Task<DraftContent> ContentOfAsync(Publication live, CancellationToken cancellationToken)
    {
        var topics = (await copy.ReadAsync(cancellationToken)).Topics;
        return DraftContent.Of(live, live.Topics.Select(topic => topics.Find(topic.TopicId)).OfType<Topic>().OrderBy(topic => topic.Position).Select(topic => topic.Slug));
    }

    /// <summary>The new draft's number, or what is known of the open draft that is there already.</summary>
    public async Task<(int? Begun, OpenDraft? Open)> BeginAsync(Publication live, DraftContent content, StaffIdentity person, CancellationToken cancellationToken)
    {
        if (await OpenAsync(live, person, cancellationToken) is { } open)
        {
            return (null, open);
        }

        var house = live.OwnerId ?? person.OrganisationsAs(PublishingFeature.Writers)[0];
        var draft = db.Drafts.Add(Draft.Begin(live.Kind, live.Slug, house, content, person, time.GetUtcNow().UtcDateTime, live.Id)).Entity;
        audit.Record(person, "draft-begun", live.Key, organisationId: house);
        try
        {
            await db.SaveChangesAsync(cancellationToken);
            return (draft.Id, null);
        }
        catch (DbUpdateException) when (Others(live).Any())
        {
            // Somebody else was faster by less than a moment.
            db.ChangeTracker.Clear();
            return (null, await OpenAsync(live, person, cancellationToken));
        }
    }

    private IQueryable<Draft> Others(Publication live) =>
        db.Drafts.AsNoTracking().Where(draft => draft.Kind == live.Kind && draft.Slug == live.Slug && draft.State < DraftState.Published);

    private async Task<OpenDraft?> OpenAsync(Publication live, StaffIdentity person, CancellationToken cancellationToken)
    {
        if (await Others(live).FirstOrDefaultAsync(cancellationToken) is not { } draft)
        {
            return null;
        }

        var name = await db.Staff.Where(one => one.Id == draft.ChangedById).Select(one => one.DisplayName).FirstOrDefaultAsync(cancellationToken) ?? "–";
        var house = await db.Organisations.Where(one => one.Id == draft.OrganisationId).Select(one => one.Name).FirstAsync(cancellationToken);
        return new OpenDraft(draft.Id, draft.Title, name, house, draft.ChangedAt, await desk.For(person).AnyAsync(mine => mine.Id == draft.Id, cancellationToken), draft.ChangedById == person.Id);
    }
}
