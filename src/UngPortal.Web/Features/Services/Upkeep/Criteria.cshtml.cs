using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using UngPortal.Kernel;
using UngPortal.Platform.Access;

namespace UngPortal.Features.Services.Upkeep;

/// <summary>Whether a service is what all in the register must be.</summary>
[ForRoles(StaffRole.ServiceAssurer, StaffRole.Editor, StaffRole.ChiefEditor)]
public sealed class CriteriaModel(RegisterDesk desk) : PageModel
{
    [BindProperty(Name = "Krav")]
    public List<ListingCriterion> Met { get; set; } = [];

    [BindProperty(Name = "Notat"), StringLength(4_000)]
    public string? Note { get; set; }

    [BindProperty(Name = "Versjon")]
    public int Version { get; set; }

    public Service Service { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync([FromRoute] int id, CancellationToken cancellationToken)
    {
        if (await desk.FindAsync(id, cancellationToken) is not { } found)
        {
            return NotFound();
        }

        (Service, Met, Note, Version) = (found, [.. found.CriteriaMet], found.CriteriaNote, found.Version);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync([FromRoute] int id, CancellationToken cancellationToken)
    {
        if (await desk.FindAsync(id, cancellationToken) is not { } found)
        {
            return NotFound();
        }

        Service = found;
        var note = Note?.ReplaceLineEndings("\n").Trim() ?? "";
        if (!Met.TrueForAll(Enum.IsDefined))
        {
            ModelState.AddModelError("Krav", "Register_CriterionWrong");
        }

        if (note.Length > Service.CriteriaNoteMaxLength)
        {
            ModelState.AddModelError("Notat", "Register_NoteLong");
        }
        else if (note.Length == 0 && Met.Distinct().Count() < Enum.GetValues<ListingCriterion>().Length)
        {
            ModelState.AddModelError("Notat", "Register_NoteMissing");
        }

        if (!ModelState.IsValid)
        {
            return Again(StatusCodes.Status422UnprocessableEntity);
        }

        found.Judge(Met, note, desk.Today);
        if (await desk.SaveAsync(found, HttpContext.Staff, "service-judged", string.Join(", ", found.CriteriaMet), Version, cancellationToken))
        {
            return LocalRedirect($"~/admin/tjenester/{id}?lagret=true");
        }

        Service = (await desk.FindAsync(id, cancellationToken))!;
        Version = Service.Version;
        ModelState.Clear();
        ModelState.AddModelError("", "Register_ConflictKept");
        return Again(StatusCodes.Status409Conflict);
    }

    private PageResult Again(int status)
    {
        Response.StatusCode = status;
        return Page();
    }
}
