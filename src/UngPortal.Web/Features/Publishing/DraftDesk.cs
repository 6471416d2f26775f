using Microsoft.EntityFrameworkCore;
using UngPortal.Features.Accounts;
using UngPortal.Kernel;
using UngPortal.Platform.Access;
using UngPortal.Platform.Data;

namespace UngPortal.Features.Publishing;

/// <summary>Who sees which drafts and may do what with them. Source: product/content.md, "Workflow".</summary>
public sealed class DraftDesk(PortalDbContext db)
{
    /// <summary>Those who have something to do with drafts.</summary>
    public static readonly StaffRole[] Readers =
        [StaffRole.Editor, StaffRole.ChiefEditor, StaffRole.Expert, StaffRole.ExpertReviewer, StaffRole.Clinician, StaffRole.SafeguardingOfficer];

    /// <summary>Those whose reading is a professional's.</summary>
    public static readonly StaffRole[] Professionals = [StaffRole.Expert, StaffRole.ExpertReviewer, StaffRole.Clinician];

    /// <summary>The drafts a person may open: the own organisation's, those that wait for a professional or safeguarding eye, and all for a chief editor.</summary>
    public IQueryable<Draft> For(StaffIdentity person)
    {
        if (person.Is(StaffRole.ChiefEditor))
        {
            return db.Drafts;
        }

        var own = person.OrganisationsAs(StaffRole.Editor);
        var reviews = person.Is(Professionals) || person.Is(StaffRole.SafeguardingOfficer);
        return db.Drafts.Where(draft => own.Contains(draft.OrganisationId) || (reviews && draft.State == DraftState.InProfessionalReview));
    }

    /// <summary>What the person may do with the draft as it is now.</summary>
    public static IReadOnlySet<DraftStep> StepsOf(Draft draft, StaffIdentity person)
    {
        var steps = new HashSet<DraftStep>();
        var isWriter = person.Is(StaffRole.ChiefEditor) || person.OrganisationsAs(StaffRole.Editor).Contains(draft.OrganisationId);
        var isOther = !draft.AuthorIds.Contains(person.Id);
        void Allow(bool allowed, DraftStep step) => _ = allowed && steps.Add(step);

        switch (draft.State)
        {
            case DraftState.Draft:
                Allow(isWriter, DraftStep.Write);
                Allow(isWriter, DraftStep.Submit);
                Allow(isWriter, DraftStep.Discard);
                break;
            case DraftState.InEditorialReview:
                Allow(isWriter && isOther, DraftStep.ApproveAsEditor);
                Allow(isWriter, DraftStep.SendBack);
                break;
            case DraftState.InProfessionalReview:
                Allow(person.Is(Professionals) && isOther && draft.ProfessionalId is null && person.Id != draft.EditorId && person.Id != draft.SafeguardingId, DraftStep.ApproveAsProfessional);
                Allow(
                    person.Is(StaffRole.SafeguardingOfficer) && isOther && draft.NeedsSafeguarding && draft.SafeguardingId is null && person.Id != draft.EditorId && person.Id != draft.ProfessionalId,
                    DraftStep.ApproveAsSafeguarding);
                Allow(isWriter || person.Is(Professionals) || person.Is(StaffRole.SafeguardingOfficer), DraftStep.SendBack);
                break;
            case DraftState.Approved:
                Allow(isWriter, DraftStep.Publish);
                Allow(isWriter, DraftStep.Schedule);
                Allow(isWriter, DraftStep.SendBack);
                break;
            case DraftState.Scheduled:
                Allow(isWriter, DraftStep.Unschedule);
                Allow(isWriter, DraftStep.SendBack);
                break;
        }

        return steps;
    }

    /// <summary>The draft when the person may open it, tracked; null is answered with 404.</summary>
    public Task<Draft?> FindAsync(int id, StaffIdentity person, CancellationToken cancellationToken) => For(person).FirstOrDefaultAsync(draft => draft.Id == id, cancellationToken);

    /// <summary>What colleagues have said about a draft, the oldest first.</summary>
    public async Task<IReadOnlyList<DraftRemark>> RemarksOnAsync(int id, CancellationToken cancellationToken)
    {
        var comments = await db.DraftComments.AsNoTracking().Where(comment => comment.DraftId == id).OrderBy(comment => comment.At).ThenBy(comment => comment.Id).ToListAsync(cancellationToken);
        var ids = comments.SelectMany(comment => new[] { comment.ById, comment.ResolvedById, comment.ReopenedById }).OfType<int>().Distinct().ToList();
        var names = await db.Staff.Where(person => ids.Contains(person.Id)).ToDictionaryAsync(person => person.Id, person => person.DisplayName, cancellationToken);
        string? NameOf(int? personId) => personId is { } one ? names.GetValueOrDefault(one) : null;
        return [.. comments.Select(comment => new DraftRemark(comment, NameOf(comment.ById) ?? "–", NameOf(comment.ResolvedById), NameOf(comment.ReopenedById)))];
    }
}
