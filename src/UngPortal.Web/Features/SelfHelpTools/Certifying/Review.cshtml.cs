using System.ComponentModel.DataAnnotations;
using FluentValidation;
using FluentValidation.AspNetCore;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using UngPortal.Kernel;
using UngPortal.Platform.Access;

namespace UngPortal.Features.SelfHelpTools.Certifying;

/// <summary>A second person reads a half that is done, and answers each criterion too.</summary>
[ForRoles(StaffRole.Editor, StaffRole.ChiefEditor, StaffRole.ToolAssessor)]
public sealed class ReviewModel(ToolDesk desk) : PageModel
{
    [BindProperty(Name = "")]
    public Form Input { get; set; } = new();

    public ToolDossier Dossier { get; private set; } = null!;

    public Assessment Half { get; private set; } = null!;

    public IReadOnlyList<Criterion> Criteria { get; private set; } = [];

    public bool MayReview => Half.ReviewedAt is null && Half.AssessorId != HttpContext.Staff.Id && HttpContext.Staff.Is(StaffRole.ToolAssessor);

    public async Task<IActionResult> OnGetAsync(int id, [StringLength(Slug.MaxLength)] string part, CancellationToken cancellationToken) => await ReadAsync(id, part, cancellationToken) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(int id, [StringLength(Slug.MaxLength)] string part, CancellationToken cancellationToken)
    {
        if (!await ReadAsync(id, part, cancellationToken))
        {
            return NotFound();
        }

        (await new Form.Validator(Criteria).ValidateAsync(Input, cancellationToken)).AddToModelState(ModelState);
        if (!MayReview)
        {
            ModelState.AddModelError("", "Assess_NotYours");
        }

        if (!ModelState.IsValid)
        {
            return new PageResult { StatusCode = StatusCodes.Status422UnprocessableEntity };
        }

        Half.Review(HttpContext.Staff.Id, Dossier.Criteria!, Criteria.Zip(Input.Poeng).ToDictionary(pair => pair.First.Key, pair => pair.Second!.Value), desk.Now);
        if (!await desk.KeepAsync(Dossier.Tool, "tool-assessment-reviewed", Half.Part.ToString(), HttpContext.Staff, cancellationToken))
        {
            await ReadAsync(id, part, cancellationToken);
            ModelState.AddModelError("", "ToolDesk_Overtaken");
            return new PageResult { StatusCode = StatusCodes.Status409Conflict };
        }

        return LocalRedirect($"~/admin/verktoy/{id}?gjort=true");
    }

    private async Task<bool> ReadAsync(int id, string part, CancellationToken cancellationToken)
    {
        if (AssessmentParts.Of(part) is not { } found || await desk.OpenAsync(id, cancellationToken) is not { Open: not null } dossier || dossier.Open.Of(found) is not { DoneAt: not null } half)
        {
            return false;
        }

        (Dossier, Half) = (dossier, half);
        Criteria = [.. dossier.Criteria!.Of(found)];
        return true;
    }

    /// <summary>Points in the order of the criteria.</summary>
    public sealed class Form
    {
        public List<int?> Poeng { get; init; } = [];

        public sealed class Validator : AbstractValidator<Form>
        {
            public Validator(IReadOnlyList<Criterion> criteria) =>
                RuleFor(form => form.Poeng).Must(points => points.Count == criteria.Count && criteria.Zip(points).All(pair => CriterionScore.IsAnswer(pair.First, pair.Second))).WithMessage("Assess_AllPoints");
        }
    }
}
