using UngPortal.Features.Publications;
using UngPortal.Platform.Access;
using UngPortal.Platform.Audit;
using UngPortal.Platform.Data;

namespace UngPortal.Features.Publishing.Editing;

/// <summary>Takes a step of the workflow that the person may take, with its entry in the audit trail.</summary>
public sealed class StepTaking(PortalDbContext db, DraftSwap swap, AuditTrail audit, TimeProvider time)
{
    /// <summary>One save, all or nothing.</summary>
    /// <param name="draft">The draft, tracked.</param>
    /// <param name="step">What is done.</param>
    /// <param name="person">Who does it.</param>
    /// <param name="at">When a scheduled text goes out, UTC.</param>
    /// <param name="reason">Why a text is sent back.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public async Task TakeAsync(Draft draft, DraftStep step, StaffIdentity person, DateTime? at, string reason, CancellationToken cancellationToken)
    {
        if (step == DraftStep.Publish)
        {
            await swap.PublishAsync(draft, person, cancellationToken);
            return;
        }

        Apply(draft, step, person, at, reason);
        audit.Record(person, $"draft-{step.ToString().ToLowerInvariant()}", Publication.KeyOf(draft.Kind, draft.Slug), $"draft {draft.Id}, revision {draft.LatestRevision}", draft.OrganisationId);
        await db.SaveChangesAsync(cancellationToken);
    }

    private void Apply(Draft draft, DraftStep step, StaffIdentity person, DateTime? at, string reason)
    {
        var now = time.GetUtcNow().UtcDateTime;
        switch (step)
        {
            case DraftStep.Submit:
                draft.Submit(person, now);
                break;
            case DraftStep.ApproveAsEditor:
                draft.ApproveAsEditor(person);
                break;
            case DraftStep.ApproveAsProfessional:
                draft.ApproveAsProfessional(person);
                break;
            case DraftStep.ApproveAsSafeguarding:
                draft.ApproveAsSafeguarding(person);
                break;
            case DraftStep.Schedule:
                draft.Schedule(at!.Value, now);
                break;
            case DraftStep.Unschedule:
                draft.Unschedule();
                break;
            case DraftStep.Discard:
                draft.Discard();
                break;
            case DraftStep.SendBack:
                draft.SendBack();
                db.DraftComments.Add(new DraftComment { DraftId = draft.Id, ById = person.Id, At = now, Text = reason, IsReason = true });
                break;
        }
    }
}
