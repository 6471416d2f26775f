using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using UngPortal.Features.Publications;
using UngPortal.Kernel;
using UngPortal.Platform.Access;
using UngPortal.Platform.Audit;
using UngPortal.Platform.Data;

namespace UngPortal.Features.Publishing.Editing;

/// <summary>Takes one step of the workflow; who may take it is asked anew at this moment.</summary>
[ForRoles(StaffRole.Editor, StaffRole.ChiefEditor, StaffRole.Expert, StaffRole.ExpertReviewer, StaffRole.Clinician, StaffRole.SafeguardingOfficer)]
public sealed class StepModel(PortalDbContext db, DraftDesk desk, DraftRendering rendering, DraftSwap swap, AuditTrail audit, TimeProvider time) : PageModel
{
    private const int FieldMaxLength = 20_000;

    [BindProperty(Name = "Steg")]
    public DraftStep Step { get; set; }

    [BindProperty(Name = "Versjon")]
    public int Version { get; set; }

    [BindProperty(Name = "Grunn"), StringLength(FieldMaxLength)]
    public string? Reason { get; set; }

    /// <summary>Oslo time as a browser's date field writes it.</summary>
    [BindProperty(Name = "Nar"), StringLength(40)]
    public string? When { get; set; }

    public Draft Draft { get; private set; } = null!;

    public async Task<IActionResult> OnPostAsync(int id, CancellationToken cancellationToken)
    {
        var person = HttpContext.Staff;
        if (await desk.FindAsync(id, person, cancellationToken) is not { } draft)
        {
            return NotFound();
        }

        Draft = draft;
        if (ProblemOf(draft, person) is { } problem)
        {
            return Refuse(problem.Key, problem.Status);
        }

        try
        {
            await TakeAsync(draft, person, cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            return Refuse("Steps_Changed", StatusCodes.Status409Conflict);
        }

        return LocalRedirect(draft.IsOpen || draft.State == DraftState.Published ? $"/admin/innhold/{id}?gjort=1" : "/admin/innhold");
    }

    private (string Key, int Status)? ProblemOf(Draft draft, StaffIdentity person) => Step switch
    {
        _ when draft.Version != Version => ("Steps_Changed", StatusCodes.Status409Conflict),
        _ when !DraftDesk.StepsOf(draft, person).Contains(Step) => ("Steps_NotYours", StatusCodes.Status403Forbidden),
        DraftStep.Submit when rendering.ProblemsOf(draft).Count > 0 => ("Steps_Mend", StatusCodes.Status422UnprocessableEntity),
        DraftStep.SendBack when (Reason ?? "").Trim().Length is 0 or > Draft.ReasonMaxLength => ("Steps_Reason_Write", StatusCodes.Status422UnprocessableEntity),
        DraftStep.Schedule when WhenUtc() is not { } at || at <= time.GetUtcNow().UtcDateTime => ("Steps_When_Write", StatusCodes.Status422UnprocessableEntity),
        _ => null,
    };

    private async Task TakeAsync(Draft draft, StaffIdentity person, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow().UtcDateTime;
        if (Step == DraftStep.Publish)
        {
            await swap.PublishAsync(draft, person, cancellationToken);
            return;
        }

        Apply(draft, person, now);
        audit.Record(person, $"draft-{Step.ToString().ToLowerInvariant()}", Publication.KeyOf(draft.Kind, draft.Slug), $"draft {draft.Id}, revision {draft.LatestRevision}", draft.OrganisationId);
        await db.SaveChangesAsync(cancellationToken);
    }

    private void Apply(Draft draft, StaffIdentity person, DateTime now)
    {
        switch (Step)
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
                draft.Schedule(WhenUtc()!.Value, now);
                break;
            case DraftStep.Unschedule:
                draft.Unschedule();
                break;
            case DraftStep.Discard:
                draft.Discard();
                break;
            case DraftStep.SendBack:
                draft.SendBack();
                db.DraftComments.Add(new DraftComment { DraftId = draft.Id, ById = person.Id, At = now, Text = Reason!.Trim(), IsReason = true });
                break;
        }
    }

    /// <summary>A time that the clocks skip or show twice is its first moment on the wall.</summary>
    private DateTime? WhenUtc() => DateTime.TryParseExact(When, "yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var local)
        ? OsloTime.FirstInstantOf(LocalDateTime.FromDateTime(local)).ToDateTimeUtc()
        : null;

    private PageResult Refuse(string key, int status)
    {
        ModelState.AddModelError("", key);
        Response.StatusCode = status;
        return Page();
    }
}
