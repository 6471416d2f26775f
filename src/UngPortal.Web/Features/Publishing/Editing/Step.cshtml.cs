using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using UngPortal.Kernel;
using UngPortal.Platform.Access;

namespace UngPortal.Features.Publishing.Editing;

/// <summary>Takes one step of the workflow; who may take it is asked anew at this moment.</summary>
[ForRoles(StaffRole.Editor, StaffRole.ChiefEditor, StaffRole.Expert, StaffRole.ExpertReviewer, StaffRole.Clinician, StaffRole.SafeguardingOfficer)]
public sealed class StepModel(DraftDesk desk, DraftChecks checks, DraftKeeping keeping, StepTaking taking, TimeProvider time) : PageModel
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

    /// <summary>What must be mended first.</summary>
    public IReadOnlyList<DraftProblem> Problems { get; private set; } = [];

    public async Task<IActionResult> OnPostAsync(int id, CancellationToken cancellationToken)
    {
        var person = HttpContext.Staff;
        if (await desk.FindAsync(id, person, cancellationToken) is not { } draft)
        {
            return NotFound();
        }

        Draft = draft;
        if (await ProblemOfAsync(draft, person, cancellationToken) is { } problem)
        {
            return Refuse(problem.Key, problem.Status);
        }

        try
        {
            await taking.TakeAsync(draft, Step, person, WhenUtc(), (Reason ?? "").Trim(), cancellationToken);
        }
        catch (DbUpdateException failure) when (keeping.IsOvertaken(failure, id, Version))
        {
            return Refuse("Steps_Changed", StatusCodes.Status409Conflict);
        }

        // Who has read it as a professional may not open it any more.
        var mayOpen = draft.State != DraftState.Discarded && await desk.FindAsync(id, person, cancellationToken) is not null;
        return LocalRedirect(mayOpen ? $"/admin/innhold/{id}?gjort=1" : "/admin/innhold?gjort=1");
    }

    private async Task<(string Key, int Status)?> ProblemOfAsync(Draft draft, StaffIdentity person, CancellationToken cancellationToken) => Step switch
    {
        _ when draft.Version != Version => ("Steps_Changed", StatusCodes.Status409Conflict),
        _ when !DraftDesk.StepsOf(draft, person).Contains(Step) => ("Steps_NotYours", StatusCodes.Status403Forbidden),
        DraftStep.Submit when await FindProblemsAsync(draft, cancellationToken) => ("Steps_Mend", StatusCodes.Status422UnprocessableEntity),
        DraftStep.Publish when (await checks.OfAsync(draft, cancellationToken)).Any(problem => problem.TextKey == DraftChecks.PictureGone) => ("Problem_PictureGone", StatusCodes.Status422UnprocessableEntity),
        DraftStep.SendBack when (Reason ?? "").Trim().Length is 0 or > Draft.ReasonMaxLength => ("Steps_Reason_Write", StatusCodes.Status422UnprocessableEntity),
        DraftStep.Schedule when WhenUtc() is not { } at || at <= time.GetUtcNow().UtcDateTime => ("Steps_When_Write", StatusCodes.Status422UnprocessableEntity),
        _ => null,
    };

    private async Task<bool> FindProblemsAsync(Draft draft, CancellationToken cancellationToken) => (Problems = await checks.OfAsync(draft, cancellationToken)).Count > 0;

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
