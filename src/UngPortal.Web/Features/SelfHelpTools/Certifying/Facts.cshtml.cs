using FluentValidation.AspNetCore;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using UngPortal.Kernel;
using UngPortal.Platform.Access;
using UngPortal.Platform.Data;
using UngPortal.Platform.Localization;

namespace UngPortal.Features.SelfHelpTools.Certifying;

/// <summary>What is known about a tool, to put right. A new main version, owner or privacy policy makes a review due.</summary>
[ForRoles(StaffRole.Editor, StaffRole.ChiefEditor)]
public sealed class FactsModel(PortalDbContext db, ToolDesk desk) : PageModel
{
    [BindProperty(Name = "")]
    public ToolForm Input { get; set; } = new();

    public Tool Tool { get; private set; } = null!;

    public ToolChoices Choices { get; private set; } = ToolChoices.None;

    public async Task<IActionResult> OnGetAsync(int id, CancellationToken cancellationToken)
    {
        if (!await ReadAsync(id, cancellationToken))
        {
            return NotFound();
        }

        Input = ToolForm.Of(Tool);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(int id, CancellationToken cancellationToken)
    {
        if (!await ReadAsync(id, cancellationToken))
        {
            return NotFound();
        }

        (await new ToolForm.Validator().ValidateAsync(Input, cancellationToken)).AddToModelState(ModelState);
        Choices.Check(Input, ModelState);
        if (!ModelState.IsValid)
        {
            return new PageResult { StatusCode = StatusCodes.Status422UnprocessableEntity };
        }

        if (Input.Versjon != Tool.Version || !await KeepAsync(cancellationToken))
        {
            await ReadAsync(id, cancellationToken);
            Input.Versjon = Tool.Version;
            ModelState.AddModelError("", "ToolDesk_Overtaken");
            return new PageResult { StatusCode = StatusCodes.Status409Conflict };
        }

        return LocalRedirect($"~/admin/verktoy/{id}?gjort=true");
    }

    private Task<bool> KeepAsync(CancellationToken cancellationToken)
    {
        var cause = Tool.Revise(Input.WriteTo(Tool.Facts), desk.Now);
        return desk.KeepAsync(Tool, "tool-revise", cause?.ToString() ?? "", HttpContext.Staff, cancellationToken);
    }

    private async Task<bool> ReadAsync(int id, CancellationToken cancellationToken)
    {
        Choices = await ToolChoices.ReadAsync(db, HttpContext.Language, cancellationToken);
        return (Tool = (await desk.OpenAsync(id, cancellationToken))?.Tool!) is not null;
    }
}
