using System.ComponentModel.DataAnnotations;
using FluentValidation.AspNetCore;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using UngPortal.Features.Publications;
using UngPortal.Features.Topics;
using UngPortal.Kernel;
using UngPortal.Platform.Access;
using UngPortal.Platform.Data;

namespace UngPortal.Features.Publishing.Editing;

[ForRoles(StaffRole.Editor, StaffRole.ChiefEditor, StaffRole.Expert, StaffRole.ExpertReviewer, StaffRole.Clinician, StaffRole.SafeguardingOfficer)]
[RequestFormLimits(ValueCountLimit = 400)]
public sealed class EditorModel(PortalDbContext db, DraftDesk desk, DraftRendering rendering, DraftPreviews previews, CatalogueCopy catalogue, TimeProvider time) : PageModel
{
    [BindProperty(Name = "")]
    public DraftForm Input { get; set; } = new();

    public Draft Draft { get; private set; } = null!;

    public IReadOnlySet<DraftStep> Steps { get; private set; } = new HashSet<DraftStep>();

    public IReadOnlyList<DraftProblem> Problems { get; private set; } = [];

    public TopicTree Topics { get; private set; } = null!;

    /// <summary>What a colleague saved meanwhile; null while nobody did.</summary>
    public DraftForm? Theirs { get; private set; }

    public IReadOnlyList<DraftDesk.Remark> Comments { get; private set; } = [];

    public DraftPreview? Preview { get; private set; }

    public string Language => Input.Sprak ?? "nb";

    public async Task<IActionResult> OnGetAsync(int id, [StringLength(8)] string? sprak, CancellationToken cancellationToken)
    {
        if (!await OpenAsync(id, cancellationToken))
        {
            return NotFound();
        }

        Input = DraftForm.Of(Draft, sprak is "nn" or "en" ? sprak : "nb");
        return Page();
    }

    /// <summary>Saves and keeps a revision.</summary>
    public async Task<IActionResult> OnPostAsync(int id, CancellationToken cancellationToken) => await SaveAsync(id, true, cancellationToken) switch
    {
        StatusCodes.Status200OK => LocalRedirect($"/admin/innhold/{id}?sprak={Language}&lagret=1"),
        StatusCodes.Status404NotFound => NotFound(),
        _ => Page(),
    };

    /// <summary>Saves for the script while somebody writes: no revision, and never over a colleague's words.</summary>
    public async Task<IActionResult> OnPostAutosaveAsync(int id, CancellationToken cancellationToken)
    {
        var status = await SaveAsync(id, false, cancellationToken);
        return new JsonResult(new { versjon = Draft?.Version ?? 0 }) { StatusCode = status };
    }

    /// <summary>The preview without script: saved first, so that nothing is lost on the way.</summary>
    public async Task<IActionResult> OnPostPreviewAsync(int id, CancellationToken cancellationToken)
    {
        var status = await SaveAsync(id, false, cancellationToken);
        if (status == StatusCodes.Status404NotFound)
        {
            return NotFound();
        }

        Input.Versjon = status == StatusCodes.Status200OK ? Draft.Version : Input.Versjon;
        ModelState.Remove(nameof(DraftForm.Versjon));
        Preview = await previews.OfAsync(Draft, Input, cancellationToken);
        return Page();
    }

    private async Task<int> SaveAsync(int id, bool keepsRevision, CancellationToken cancellationToken)
    {
        if (!await OpenAsync(id, cancellationToken))
        {
            return StatusCodes.Status404NotFound;
        }

        if (!Steps.Contains(DraftStep.Write))
        {
            return Refuse("Editor_NotOpen", StatusCodes.Status409Conflict);
        }

        (await new DraftForm.Validator(Topics.All.Select(topic => topic.Slug).ToHashSet(StringComparer.Ordinal)).ValidateAsync(Input, cancellationToken)).AddToModelState(ModelState);
        if (!ModelState.IsValid)
        {
            return Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        }

        return Input.Versjon == Draft.Version && await TryKeepAsync(keepsRevision, cancellationToken) ? StatusCodes.Status200OK : await ShowConflictAsync(id, cancellationToken);
    }

    private async Task<bool> TryKeepAsync(bool keepsRevision, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow().UtcDateTime;
        Draft.Write(Input.ApplyTo(Draft.Content, Draft.LatestRevision), HttpContext.Staff, now);
        if (keepsRevision)
        {
            Draft.KeepRevision(HttpContext.Staff, now, (Input.Notat ?? "").Trim());
        }

        try
        {
            await db.SaveChangesAsync(cancellationToken);
            return true;
        }
        catch (DbUpdateConcurrencyException)
        {
            return false;
        }
    }

    /// <summary>Both texts on one page: what this person wrote is still in the form, what the colleague saved stands beside it.</summary>
    private async Task<int> ShowConflictAsync(int id, CancellationToken cancellationToken)
    {
        db.ChangeTracker.Clear();
        await OpenAsync(id, cancellationToken);
        Theirs = DraftForm.Of(Draft, Language);
        Input.Versjon = Draft.Version;
        return Refuse("Editor_Conflict", StatusCodes.Status409Conflict);
    }

    private int Refuse(string key, int status)
    {
        ModelState.Remove(nameof(DraftForm.Versjon));
        ModelState.AddModelError("", key);
        return Response.StatusCode = status;
    }

    private async Task<bool> OpenAsync(int id, CancellationToken cancellationToken)
    {
        if (await desk.FindAsync(id, HttpContext.Staff, cancellationToken) is not { } draft)
        {
            return false;
        }

        (Draft, Steps) = (draft, DraftDesk.StepsOf(draft, HttpContext.Staff));
        Problems = rendering.ProblemsOf(draft);
        Topics = (await catalogue.ReadAsync(cancellationToken)).Topics;
        Comments = await desk.RemarksOnAsync(id, cancellationToken);
        return true;
    }
}
