using FluentValidation.AspNetCore;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using UngPortal.Kernel;
using UngPortal.Platform.Access;

namespace UngPortal.Features.SelfHelpTools.Certifying;

/// <summary>The panel's decision, written down by somebody who has scored nothing.</summary>
[ForRoles(StaffRole.ChiefEditor)]
public sealed class DecisionModel(ToolDesk desk) : PageModel
{
    [BindProperty(Name = "")]
    public DecisionForm Input { get; set; } = new();

    public ToolDossier Dossier { get; private set; } = null!;

    /// <summary>What keeps the tool from being approved.</summary>
    public IReadOnlyList<ApprovalProblem> Problems { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(int id, CancellationToken cancellationToken) => await ReadAsync(id, cancellationToken) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(int id, CancellationToken cancellationToken)
    {
        if (!await ReadAsync(id, cancellationToken))
        {
            return NotFound();
        }

        (await new DecisionForm.Validator().ValidateAsync(Input, cancellationToken)).AddToModelState(ModelState);
        foreach (var problem in Problems.Where(problem => Input.Vedtak == DecisionForm.Yes || problem == ApprovalProblem.NotIndependent))
        {
            ModelState.AddModelError("", "ApprovalProblem_" + problem);
        }

        if (!ModelState.IsValid)
        {
            return new PageResult { StatusCode = StatusCodes.Status422UnprocessableEntity };
        }

        if (!await DecideAsync(cancellationToken))
        {
            ModelState.AddModelError("", "ToolDesk_Overtaken");
            return new PageResult { StatusCode = StatusCodes.Status409Conflict };
        }

        return LocalRedirect($"~/admin/verktoy/{id}?gjort=true");
    }

    private Task<bool> DecideAsync(CancellationToken cancellationToken)
    {
        var (tool, person) = (Dossier.Tool, HttpContext.Staff);
        if (Input.Vedtak == DecisionForm.Yes)
        {
            tool.Approve(Dossier.Open!, Dossier.Criteria!, person.Id, Input.Konklusjon.ToText(), desk.Now);
            return desk.KeepAsync(tool, "tool-approve", $"criteria {Dossier.Criteria!.Number}; {Input.Grunn?.Trim()}", person, cancellationToken);
        }

        tool.Reject(Dossier.Open!, person.Id, desk.Now);
        return desk.KeepAsync(tool, "tool-reject", Input.Grunn!.Trim(), person, cancellationToken);
    }

    private async Task<bool> ReadAsync(int id, CancellationToken cancellationToken)
    {
        if (await desk.OpenAsync(id, cancellationToken) is not { Open: not null, Tool.State: ToolState.PanelDecision } dossier)
        {
            return false;
        }

        (Dossier, Problems) = (dossier, dossier.Open.ProblemsFor(dossier.Tool, dossier.Criteria!, HttpContext.Staff.Id));
        return true;
    }
}
