using UngPortal.Platform.Access;
using UngPortal.Platform.Data;

namespace UngPortal.Features.SelfHelpTools.Certifying;

/// <summary>Keeps what is done with the halves of an assessment. False when somebody else was first.</summary>
public sealed class AssessmentDesk(PortalDbContext db, ToolDesk desk)
{
    public Task<bool> TakeAsync(ToolDossier dossier, AssessmentPart part, StaffIdentity person, CancellationToken cancellationToken)
    {
        dossier.Open!.Take(part, person.Id);
        // So that of two who take at the same moment only one is let through.
        db.Entry(dossier.Open).Property(one => one.BegunAt).IsModified = true;
        return desk.KeepAsync(dossier.Tool, "tool-assessment-taken", part.ToString(), person, cancellationToken);
    }

    public Task<bool> WriteAsync(ToolDossier dossier, Assessment half, IReadOnlyList<CriterionScore> scores, bool isFinished, StaffIdentity person, CancellationToken cancellationToken)
    {
        half.Write(person.Id, scores);
        if (isFinished)
        {
            half.Finish(person.Id, dossier.Criteria!, desk.Now);
        }

        return desk.KeepAsync(dossier.Tool, isFinished ? "tool-assessment-done" : "tool-assessment-saved", half.Part.ToString(), person, cancellationToken);
    }
}
