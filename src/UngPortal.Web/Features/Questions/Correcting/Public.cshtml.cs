using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using UngPortal.Features.Answers;
using UngPortal.Features.Questions.Desk;
using UngPortal.Features.Questions.Publishing;
using UngPortal.Kernel;
using UngPortal.Platform.Access;
using UngPortal.Platform.Markdown;

namespace UngPortal.Features.Questions.Correcting;

/// <summary>Where a public answer is corrected or taken down.</summary>
[ForRoles(StaffRole.Expert, StaffRole.ExpertReviewer, StaffRole.SafeguardingOfficer, StaffRole.Editor, StaffRole.ChiefEditor)]
public sealed class PublicModel(AnswerPublishing publishing, Corrections corrections, CorrectionRequests requests, EatingNumbers numbers, MarkdownRenderer markdown) : PageModel
{
    [BindProperty(Name = "")]
    public CorrectForm Input { get; set; } = new();

    public PublishedDraft Shown { get; private set; } = null!;

    /// <summary>Whether the asker still reads it with the code.</summary>
    public bool HasAsker { get; private set; }

    public bool MayTakeDown => HttpContext.Staff.Is(DeskAccess.Correctors);

    public async Task<IActionResult> OnGetAsync(int publicId, CancellationToken cancellationToken)
    {
        using var opened = await ReadAsync(publicId, cancellationToken);
        if (Shown is null)
        {
            return NotFound();
        }

        Input = CorrectForm.Of(AnswerContent.Of(Shown.Draft.Answer, Shown.Draft.Facts), Shown.Version);
        await LookAsync(opened, cancellationToken);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(int publicId, CancellationToken cancellationToken)
    {
        using var opened = await ReadAsync(publicId, cancellationToken);
        if (Shown is null || (Input.Steg == "ned" && !MayTakeDown) || (Input.Steg == "be" && !HasAsker))
        {
            return StatusCode(StatusCodes.Status404NotFound);
        }

        await LookAsync(opened, cancellationToken);
        var found = PublicMarks.Of(Input, Shown.Draft, opened?.Topics ?? [], numbers);
        Input.Marks = found.Marks;
        foreach (var (field, key) in Input.Problems(Shown.Version, isPublic: true, opened?.Question.Severity ?? Severity.Green, markdown).Concat(Input is { Steg: not ("ned" or "be"), IsForAnother: false } ? found.Problems : []))
        {
            ModelState.AddModelError(field, key);
        }

        if (ModelState.IsValid && await DoAsync(publicId, opened, cancellationToken))
        {
            return LocalRedirect($"~/admin/sporsmal?gjort={Input.Steg switch { "ned" => "nede", "be" => "bedt", _ => "rettet" }}");
        }

        if (ModelState.IsValid)
        {
            ModelState.AddModelError("", "Desk_WasFirst");
        }

        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }

    private Task<bool> DoAsync(int publicId, OpenedQuestion? opened, CancellationToken cancellationToken) => Input.Steg switch
    {
        "ned" => corrections.TakeDownAsync(publicId, opened, Input, HttpContext.Staff, cancellationToken),
        "be" => requests.AskAsync(opened!, Input, HttpContext.Staff, cancellationToken),
        _ => corrections.CorrectPublicAsync(publicId, Shown.Draft, opened, Input, HttpContext.Staff, cancellationToken),
    };

    private Task LookAsync(OpenedQuestion? opened, CancellationToken cancellationToken) => opened is null ? Task.CompletedTask : requests.LookAsync(opened, Input, HttpContext.Staff, cancellationToken);

    /// <summary>Editors and second readers may mend every answer, others those that they wrote themselves.</summary>
    private async Task<OpenedQuestion?> ReadAsync(int publicId, CancellationToken cancellationToken)
    {
        var opened = await corrections.OpenAsync(publicId, HttpContext.Staff, cancellationToken);
        HasAsker = opened is not null;
        if (MayTakeDown || HasAsker)
        {
            Shown = (await publishing.DraftOfAsync(publicId, cancellationToken))!;
        }

        return opened;
    }
}
