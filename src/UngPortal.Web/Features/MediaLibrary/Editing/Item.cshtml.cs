using System.ComponentModel.DataAnnotations;
using FluentValidation.AspNetCore;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using UngPortal.Kernel;
using UngPortal.Platform.Access;
using UngPortal.Platform.Audit;
using UngPortal.Platform.Data;
using UngPortal.Platform.Media.Storing;

namespace UngPortal.Features.MediaLibrary.Editing;

[ForRoles(StaffRole.Editor, StaffRole.ChiefEditor, StaffRole.Expert)]
public sealed class ItemModel(PortalDbContext db, ItemReader reader, ItemRemoval removal, AuditTrail audit) : PageModel
{
    [BindProperty(SupportsGet = true), StringLength(MediaName.StemLength)]
    public string Name { get; set; } = "";

    [BindProperty(Name = "")]
    public MediaForm Input { get; set; } = new();

    [BindProperty(Name = "")]
    public FocusForm Focus { get; set; } = new();

    [BindProperty]
    public int Versjon { get; set; }

    public ItemView View { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(bool lagret, CancellationToken cancellationToken)
    {
        ModelState.Clear();
        if (await reader.FindAsync(Name, cancellationToken) is not { } item)
        {
            return NotFound();
        }

        ViewData["Flash"] = lagret ? "Media_Saved" : null;
        (Input, Focus, Versjon) = (MediaForm.Of(item), FocusForm.Of(item), item.Version);
        return await ShowAsync(item, cancellationToken);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (await reader.FindOwnAsync(Name, HttpContext.Staff, cancellationToken) is not { } item)
        {
            return NotFound();
        }

        (await new MediaForm.Validator().ValidateAsync(Input, cancellationToken)).AddToModelState(ModelState);
        (await new FocusForm.Validator().ValidateAsync(Focus, cancellationToken)).AddToModelState(ModelState);
        if (!ModelState.IsValid)
        {
            return await AgainAsync(item, StatusCodes.Status422UnprocessableEntity, cancellationToken);
        }

        if (item.Version != Versjon)
        {
            return await ConflictAsync(item, cancellationToken);
        }

        Input.PutInto(item);
        Focus.PutInto(item);
        audit.Record(HttpContext.Staff, "media-described", $"media:{item.Name}", organisationId: item.OrganisationId);
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            return await ConflictAsync(item, cancellationToken);
        }

        return LocalRedirect($"~/admin/medier/{item.Name}?lagret=true");
    }

    public async Task<IActionResult> OnPostRemoveAsync(CancellationToken cancellationToken) =>
        await reader.FindOwnAsync(Name, HttpContext.Staff, cancellationToken) is { } item && await removal.RemoveAsync(item, HttpContext.Staff, cancellationToken)
            ? LocalRedirect("~/admin/medier?fjernet=true")
            : NotFound();

    private Task<IActionResult> ConflictAsync(MediaItem item, CancellationToken cancellationToken)
    {
        ModelState.AddModelError("", "Media_Conflict");
        return AgainAsync(item, StatusCodes.Status409Conflict, cancellationToken);
    }

    private Task<IActionResult> AgainAsync(MediaItem item, int status, CancellationToken cancellationToken)
    {
        Response.StatusCode = status;
        return ShowAsync(item, cancellationToken);
    }

    private async Task<IActionResult> ShowAsync(MediaItem item, CancellationToken cancellationToken)
    {
        View = await reader.ViewAsync(item, HttpContext.Staff, cancellationToken);
        return Page();
    }
}
