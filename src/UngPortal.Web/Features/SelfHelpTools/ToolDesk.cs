using Microsoft.EntityFrameworkCore;
using UngPortal.Kernel;
using UngPortal.Platform.Access;
using UngPortal.Platform.Audit;
using UngPortal.Platform.Data;

namespace UngPortal.Features.SelfHelpTools;

/// <summary>Who does what with tools, and how a change is kept. Tools belong to the whole portal: every organisation's people see all of them.</summary>
public sealed class ToolDesk(PortalDbContext db, AuditTrail audit, TimeProvider time)
{
    public static readonly StaffRole[] Readers = [StaffRole.Editor, StaffRole.ChiefEditor, StaffRole.ToolAssessor];

    public static readonly StaffRole[] Editors = [StaffRole.Editor, StaffRole.ChiefEditor];

    public DateTime Now => time.GetUtcNow().UtcDateTime;

    public DateOnly Today => OsloTime.DayOf(Now);

    public async Task<ToolDossier?> OpenAsync(int id, CancellationToken cancellationToken)
    {
        if (await db.Tools.Include(tool => tool.Screenshots.OrderBy(shot => shot.Position)).FirstOrDefaultAsync(tool => tool.Id == id, cancellationToken) is not { } found)
        {
            return null;
        }

        var certification = await db.Certifications.Include(one => one.Assessments).Where(one => one.ToolId == id).OrderByDescending(one => one.Id).FirstOrDefaultAsync(cancellationToken);
        var criteria = certification is null ? null : await db.CriteriaVersions.SingleAsync(version => version.Id == certification.CriteriaVersionId, cancellationToken);
        return new ToolDossier(found, certification, criteria);
    }

    /// <summary>What the person may do with the tool as it is now.</summary>
    public static IReadOnlyList<ToolStep> StepsOf(ToolDossier dossier, StaffIdentity person)
    {
        var (state, isEditor, isChief) = (dossier.Tool.State, person.Is(Editors), person.Is(StaffRole.ChiefEditor));
        var isOff = state is ToolState.Suspended or ToolState.Withdrawn or ToolState.Rejected;
        return
        [
            .. new (ToolStep Step, bool IsAllowed)[]
            {
                (ToolStep.Screen, isEditor && state == ToolState.Proposed),
                (ToolStep.BeginAssessment, isEditor && state is ToolState.Screening or ToolState.ReviewDue),
                (ToolStep.SendToPanel, isEditor && state == ToolState.Assessment && dossier.Open?.IsScored == true),
                (ToolStep.SendBack, isEditor && state is ToolState.Assessment or ToolState.PanelDecision),
                (ToolStep.Publish, isEditor && state == ToolState.Approved),
                (ToolStep.FallDue, state is ToolState.Approved or ToolState.Published or ToolState.ReviewDue),
                (ToolStep.Suspend, !isOff),
                (ToolStep.LiftSuspension, isChief && state == ToolState.Suspended),
                (ToolStep.TurnDown, isChief && state is ToolState.Proposed or ToolState.Screening),
                (ToolStep.Withdraw, isChief && state is not (ToolState.Withdrawn or ToolState.Rejected)),
                (ToolStep.Reopen, isEditor && state is ToolState.Withdrawn or ToolState.Rejected),
            }.Where(pair => pair.IsAllowed).Select(pair => pair.Step),
        ];
    }

    /// <summary>Takes a step, with its entry in the audit trail. False when somebody else was first.</summary>
    public async Task<bool> TakeAsync(ToolDossier dossier, ToolStep step, ReviewCause? cause, string reason, StaffIdentity person, CancellationToken cancellationToken)
    {
        var (tool, from) = (dossier.Tool, dossier.Tool.State);
        await ApplyAsync(dossier, step, cause, person, cancellationToken);
        var why = string.Join(": ", new[] { cause?.ToString() ?? "", reason }.Where(part => part.Length > 0));
        return await KeepAsync(tool, $"tool-{step.ToString().ToLowerInvariant()}", $"{from} → {tool.State}{(why.Length > 0 ? $"; {why}" : "")}", person, cancellationToken);
    }

    /// <summary>Saves what was done with a tool and lets every node know. False when somebody else was first.</summary>
    public Task<bool> KeepAsync(Tool tool, string action, string detail, StaffIdentity? person, CancellationToken cancellationToken)
    {
        audit.Record(person, action, tool.Key, detail);
        db.AnnounceTool(tool.Slug);
        return db.TrySaveAsync(cancellationToken);
    }

    private async Task ApplyAsync(ToolDossier dossier, ToolStep step, ReviewCause? cause, StaffIdentity person, CancellationToken cancellationToken)
    {
        var (tool, now) = (dossier.Tool, Now);
        switch (step)
        {
            case ToolStep.Screen:
                tool.Screen(now);
                break;
            case ToolStep.BeginAssessment:
                var newest = await db.CriteriaVersions.Where(version => version.PublishedAt != null).OrderByDescending(version => version.Number).FirstAsync(cancellationToken);
                db.Certifications.Add(tool.BeginAssessment(newest, now));
                break;
            case ToolStep.SendToPanel:
                tool.SendToPanel(dossier.Open!, now);
                break;
            case ToolStep.SendBack:
                tool.SendBack(dossier.Open!, person.Id, now);
                break;
            case ToolStep.Publish:
                tool.Publish(dossier.Certification!, dossier.Criteria!, now);
                break;
            case ToolStep.FallDue:
                tool.FallDue(cause!.Value, now);
                break;
            case ToolStep.Suspend:
                tool.Suspend(now);
                break;
            case ToolStep.LiftSuspension:
                tool.LiftSuspension(now);
                break;
            case ToolStep.TurnDown:
                tool.TurnDown(now);
                break;
            case ToolStep.Withdraw:
                tool.Withdraw(now);
                break;
            case ToolStep.Reopen:
                tool.Reopen(now);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(step), step, "No such step.");
        }
    }
}
