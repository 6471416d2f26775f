using System.ComponentModel.DataAnnotations;
using FluentValidation.AspNetCore;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using UngPortal.Kernel;
using UngPortal.Platform.Access;

namespace UngPortal.Features.SelfHelpTools.Certifying;

/// <summary>One half of an assessment: taken by one person, written bit by bit, finished once.</summary>
[ForRoles(StaffRole.Editor, StaffRole.ChiefEditor, StaffRole.ToolAssessor)]
public sealed class AssessModel(ToolDesk desk, AssessmentDesk keeping) : PageModel
{
    [BindProperty(Name = "")]
    public AssessForm Input { get; set; } = new();

    public ToolDossier Dossier { get; private set; } = null!;

    public AssessmentPart Part { get; private set; }

    public IReadOnlyList<Criterion> Criteria { get; private set; } = [];

    /// <summary>The half; null while nobody has taken it.</summary>
    public Assessment? Half { get; private set; }

    public bool MayTake => Half is null && HttpContext.Staff.Is(StaffRole.ToolAssessor) && !Dossier.Open!.HasScored(HttpContext.Staff.Id);

    public bool MayWrite => Half is { DoneAt: null } && Half.AssessorId == HttpContext.Staff.Id;

    public async Task<IActionResult> OnGetAsync(int id, [StringLength(Slug.MaxLength)] string part, bool gjort, CancellationToken cancellationToken)
    {
        if (!await ReadAsync(id, part, cancellationToken))
        {
            return NotFound();
        }

        Input = Half is null ? new() : AssessForm.Of(Half, Criteria);
        ViewData["Flash"] = gjort ? "ToolDesk_Done" : null;
        return Page();
    }

    /// <summary>Takes the half; nobody has both.</summary>
    public async Task<IActionResult> OnPostTakeAsync(int id, [StringLength(Slug.MaxLength)] string part, CancellationToken cancellationToken) =>
        !await ReadAsync(id, part, cancellationToken) ? NotFound()
        : !MayTake ? Refuse("Assess_NotYours", StatusCodes.Status422UnprocessableEntity)
        : await keeping.TakeAsync(Dossier, Part, HttpContext.Staff, cancellationToken) ? Back() : await OvertakenAsync(id, part, cancellationToken);

    public async Task<IActionResult> OnPostAsync(int id, [StringLength(Slug.MaxLength)] string part, bool ferdig, CancellationToken cancellationToken)
    {
        if (!await ReadAsync(id, part, cancellationToken))
        {
            return NotFound();
        }

        if (!MayWrite)
        {
            return Refuse("Assess_NotYours", StatusCodes.Status422UnprocessableEntity);
        }

        (await new AssessForm.Validator(Criteria.ToDictionary(one => one.Key), ferdig).ValidateAsync(Input, cancellationToken)).AddToModelState(ModelState);
        if (!ModelState.IsValid)
        {
            return new PageResult { StatusCode = StatusCodes.Status422UnprocessableEntity };
        }

        return Input.Versjon == Half!.Version && await keeping.WriteAsync(Dossier, Half, Input.ToScores(Criteria), ferdig, HttpContext.Staff, cancellationToken)
            ? Back() : await OvertakenAsync(id, part, cancellationToken);
    }

    private LocalRedirectResult Back() => LocalRedirect($"~/admin/verktoy/{Dossier.Tool.Id}/vurdering/{AssessmentParts.WordOf(Part)}?gjort=true");

    private async Task<PageResult> OvertakenAsync(int id, string part, CancellationToken cancellationToken)
    {
        await ReadAsync(id, part, cancellationToken);
        return Refuse("ToolDesk_Overtaken", StatusCodes.Status409Conflict);
    }

    private PageResult Refuse(string key, int status)
    {
        Input.Versjon = Half?.Version ?? 0;
        ModelState.AddModelError("", key);
        return new PageResult { StatusCode = status };
    }

    private async Task<bool> ReadAsync(int id, string part, CancellationToken cancellationToken)
    {
        if (AssessmentParts.Of(part) is not { } found || await desk.OpenAsync(id, cancellationToken) is not { Open: not null } dossier)
        {
            return false;
        }

        (Dossier, Part, Half) = (dossier, found, dossier.Open.Of(found));
        Criteria = [.. dossier.Criteria!.Of(found)];
        return true;
    }
}
