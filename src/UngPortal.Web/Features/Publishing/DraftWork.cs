using Microsoft.EntityFrameworkCore;
using UngPortal.Platform.Access;

namespace UngPortal.Features.Publishing;

/// <summary>What waits for a person at the desk: texts to approve, and own texts that came back or are approved.</summary>
public sealed class DraftWork(DraftDesk desk) : IMyWork
{
    private const int Most = 30;

    public async Task<IReadOnlyList<WorkItem>> ForAsync(StaffIdentity person, CancellationToken cancellationToken)
    {
        if (!person.Is(DraftDesk.Readers))
        {
            return [];
        }

        var open = await desk.For(person).AsNoTracking().Where(draft => draft.State != DraftState.Published && draft.State != DraftState.Discarded)
            .OrderBy(draft => draft.ChangedAt).Take(Most * 4).ToListAsync(cancellationToken);
        return [.. open.Select(draft => (draft, key: KeyOf(draft, person))).Where(pair => pair.key is not null).Take(Most)
            .Select(pair => new WorkItem(pair.key!, pair.draft.Title, $"/admin/innhold/{pair.draft.Id}", pair.draft.ScheduledFor))];
    }

    private static string? KeyOf(Draft draft, StaffIdentity person)
    {
        var steps = DraftDesk.StepsOf(draft, person);
        return steps switch
        {
            _ when steps.Contains(DraftStep.ApproveAsEditor) => "Work_Edit",
            _ when steps.Contains(DraftStep.ApproveAsProfessional) => "Work_Review",
            _ when steps.Contains(DraftStep.ApproveAsSafeguarding) => "Work_Safeguard",
            _ when steps.Contains(DraftStep.Publish) && draft.AuthorIds.Contains(person.Id) => "Work_Publish",
            _ when steps.Contains(DraftStep.Write) && draft.AuthorIds.Contains(person.Id) => "Work_Write",
            _ => null,
        };
    }
}
