using FluentValidation.AspNetCore;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using UngPortal.Kernel;
using UngPortal.Platform.Access;
using UngPortal.Platform.Data;
using UngPortal.Platform.Localization;

namespace UngPortal.Features.SelfHelpTools.Certifying;

/// <summary>Proposes a tool; from that moment readers see it, as not assessed.</summary>
[ForRoles(StaffRole.Editor, StaffRole.ChiefEditor)]
public sealed class NewModel(PortalDbContext db, ToolDesk desk) : PageModel
{
    [BindProperty(Name = "")]
    public ToolForm Input { get; set; } = new();

    public ToolChoices Choices { get; private set; } = ToolChoices.None;

    public async Task OnGetAsync(CancellationToken cancellationToken) => Choices = await ToolChoices.ReadAsync(db, HttpContext.Language, cancellationToken);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        Choices = await ToolChoices.ReadAsync(db, HttpContext.Language, cancellationToken);
        (await new ToolForm.Validator().ValidateAsync(Input, cancellationToken)).AddToModelState(ModelState);
        Choices.Check(Input, ModelState);
        var slug = Slug.From(Input.Navn ?? "");
        if (ModelState.IsValid && (slug.Length == 0 || Tool.TakenSlugs.Contains(slug) || await IsTakenAsync(slug, cancellationToken)))
        {
            ModelState.AddModelError(nameof(Input.Navn), "ToolForm_NameTaken");
        }

        if (!ModelState.IsValid)
        {
            return Again();
        }

        var tool = db.Tools.Add(Tool.Propose(slug, Input.WriteTo(ToolFacts.Empty), desk.Now)).Entity;
        try
        {
            await desk.KeepAsync(tool, "tool-propose", tool.Name, HttpContext.Staff, cancellationToken);
        }
        catch (DbUpdateException) when (db.Tools.AsNoTracking().Any(other => other.Slug == slug))
        {
            ModelState.AddModelError(nameof(Input.Navn), "ToolForm_NameTaken");
            return Again();
        }

        return LocalRedirect($"~/admin/verktoy/{tool.Id}?gjort=true");
    }

    private Task<bool> IsTakenAsync(string slug, CancellationToken cancellationToken) => db.Tools.AnyAsync(tool => tool.Slug == slug, cancellationToken);

    private static PageResult Again() => new() { StatusCode = StatusCodes.Status422UnprocessableEntity };
}
