using System.ComponentModel.DataAnnotations;
using FluentValidation.AspNetCore;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using UngPortal.Kernel;
using UngPortal.Platform.Access;
using UngPortal.Platform.Data;
using UngPortal.Platform.Localization;

namespace UngPortal.Features.Publishing.Editing;

[ForRoles(StaffRole.Editor, StaffRole.ChiefEditor, StaffRole.Expert, StaffRole.ExpertReviewer, StaffRole.Clinician, StaffRole.SafeguardingOfficer)]
[RequestFormLimits(ValueCountLimit = 400)]
public sealed class EditorModel(PortalDbContext db, DraftDesk desk, DraftSaving saving, EditorReader reader, DraftPreviews previews) : PageModel
{
    [BindProperty(Name = "")]
    public DraftForm Input { get; set; } = new();

    [BindProperty(Name = "")]
    public PickerForm Words { get; set; } = new();

    public EditorView View { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(int id, [StringLength(8)] string? sprak, CancellationToken cancellationToken)
    {
        if (await desk.FindAsync(id, HttpContext.Staff, cancellationToken) is not { } draft)
        {
            return NotFound();
        }

        Input = DraftForm.Of(draft, sprak is "nn" or "en" ? sprak : "nb");
        await ShowAsync(draft, cancellationToken);
        View = View.MayWrite ? View : View with { Preview = await previews.OfAsync(draft, Input, cancellationToken) };
        return Page();
    }

    /// <summary>Saves and keeps a revision.</summary>
    public async Task<IActionResult> OnPostAsync(int id, CancellationToken cancellationToken) =>
        await SaveAsync(id, keepsRevision: true, cancellationToken) ?? LocalRedirect($"/admin/innhold/{id}?sprak={View.Language}&lagret=1");

    /// <summary>The preview without script: saved first, so that nothing is lost on the way.</summary>
    public async Task<IActionResult> OnPostPreviewAsync(int id, CancellationToken cancellationToken)
    {
        var refused = await SaveAsync(id, keepsRevision: false, cancellationToken);
        if (refused is NotFoundResult)
        {
            return refused;
        }

        View = View with { Preview = await previews.OfAsync(View.Draft, Input, cancellationToken) };
        return Page();
    }

    /// <summary>A press in one of the pickers: the page again with everything that was typed, nothing saved.</summary>
    public async Task<IActionResult> OnPostChooseAsync(int id, CancellationToken cancellationToken)
    {
        if (await desk.FindAsync(id, HttpContext.Staff, cancellationToken) is not { } draft)
        {
            return NotFound();
        }

        Words.ApplyTo(Input);
        return await ShowAsync(draft, cancellationToken);
    }

    /// <summary>Null when it is saved; else the answer that says why not, with everything that was typed.</summary>
    private async Task<IActionResult?> SaveAsync(int id, bool keepsRevision, CancellationToken cancellationToken)
    {
        if (await desk.FindAsync(id, HttpContext.Staff, cancellationToken) is not { } draft)
        {
            return NotFound();
        }

        var (outcome, faults) = ModelState.IsValid ? await saving.SaveAsync(draft, Input, HttpContext.Staff, keepsRevision, cancellationToken) : (DraftSaving.Outcome.Invalid, null);
        faults?.AddToModelState(ModelState);
        if (outcome is DraftSaving.Outcome.NotOpen or DraftSaving.Outcome.Overtaken)
        {
            ModelState.AddModelError("", outcome == DraftSaving.Outcome.NotOpen ? "Editor_NotOpen" : "Editor_Conflict");
            db.ChangeTracker.Clear();
            draft = (await desk.FindAsync(id, HttpContext.Staff, cancellationToken))!;
        }

        Input.Versjon = outcome is DraftSaving.Outcome.Saved or DraftSaving.Outcome.Overtaken ? draft.Version : Input.Versjon;
        await ShowAsync(draft, cancellationToken);
        View = View with { Theirs = outcome == DraftSaving.Outcome.Overtaken ? DraftForm.Of(draft, View.Language) : null };
        Response.StatusCode = outcome switch
        {
            DraftSaving.Outcome.Saved => StatusCodes.Status200OK,
            DraftSaving.Outcome.Invalid => StatusCodes.Status422UnprocessableEntity,
            _ => StatusCodes.Status409Conflict,
        };
        return outcome == DraftSaving.Outcome.Saved ? null : Page();
    }

    private async Task<PageResult> ShowAsync(Draft draft, CancellationToken cancellationToken)
    {
        View = await reader.ViewAsync(draft, Input, Words, HttpContext.Staff, HttpContext.Language, cancellationToken);
        return Page();
    }
}
