using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using UngPortal.Features.Answers;
using UngPortal.Features.Questions.Desk;
using UngPortal.Kernel;
using UngPortal.Platform.Access;
using UngPortal.Platform.Markdown;

namespace UngPortal.Features.Questions.Correcting;

/// <summary>Where a public answer is corrected or taken down.</summary>
[ForRoles(StaffRole.Expert, StaffRole.ExpertReviewer, StaffRole.SafeguardingOfficer, StaffRole.Editor, StaffRole.ChiefEditor)]
public sealed class PublicModel(AnswerPublishing publishing, Corrections corrections, MarkdownRenderer markdown) : PageModel
{
    [BindProperty(Name = "")]
    public CorrectForm Input { get; set; } = new();

    public PublishedDraft Shown { get; private set; } = null!;

    /// <summary>Null when no asker reads it with a code any more.</summary>
    public OpenedQuestion? Opened { get; private set; }

    /// <summary>Those that were answered together with the question that is shown.</summary>
    public IReadOnlyList<OpenedQuestion> Joined => Opened is null ? [] : Opened.Question.HeadId is null ? Opened.Joined : [Opened, .. Opened.Joined];

    public bool MayTakeDown => DeskAccess.Has(HttpContext.Staff, DeskAccess.Correctors);

    public async Task<IActionResult> OnGetAsync(int publicId, CancellationToken cancellationToken)
    {
        await ReadAsync(publicId, cancellationToken);
        if (Shown is null)
        {
            return NotFound();
        }

        Input = CorrectForm.Of(AnswerContent.Of(Shown.Draft.Answer, Shown.Draft.Facts), Shown.Version);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(int publicId, CancellationToken cancellationToken)
    {
        await ReadAsync(publicId, cancellationToken);
        if (Shown is null || (Input.Steg == "ned" && !MayTakeDown))
        {
            return StatusCode(StatusCodes.Status404NotFound);
        }

        foreach (var (field, key) in Input.Problems(Shown.Version, isPublic: true, markdown))
        {
            ModelState.AddModelError(field, key);
        }

        if (ModelState.IsValid && await DoAsync(publicId, cancellationToken))
        {
            return LocalRedirect($"~/admin/sporsmal?gjort={(Input.Steg == "ned" ? "nede" : "rettet")}");
        }

        if (ModelState.IsValid)
        {
            ModelState.AddModelError("", "Desk_WasFirst");
        }

        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }

    private Task<bool> DoAsync(int publicId, CancellationToken cancellationToken) => Input.Steg == "ned"
        ? corrections.TakeDownAsync(publicId, Opened, Input, HttpContext.Staff, cancellationToken)
        : corrections.CorrectPublicAsync(publicId, Shown.Draft, Opened, Input, HttpContext.Staff, cancellationToken);

    /// <summary>Editors and second readers may mend every answer, others those that they wrote themselves.</summary>
    private async Task ReadAsync(int publicId, CancellationToken cancellationToken)
    {
        Opened = await corrections.OpenAsync(publicId, HttpContext.Staff, cancellationToken);
        if (Opened is not null)
        {
            Response.RegisterForDispose(Opened);
        }

        if (MayTakeDown || Opened is not null)
        {
            Shown = (await publishing.DraftOfAsync(publicId, cancellationToken))!;
        }
    }
}
