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
        await LookAsync(cancellationToken);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(int publicId, CancellationToken cancellationToken)
    {
        await ReadAsync(publicId, cancellationToken);
        if (Shown is null || (Input.Steg == "ned" && !MayTakeDown) || (Input.Steg == "be" && Opened is null))
        {
            return StatusCode(StatusCodes.Status404NotFound);
        }

        await LookAsync(cancellationToken);
        if (Input.IsSearch)
        {
            return Page();
        }

        var found = PublicMarks.Of(Input, Shown.Draft, Opened?.Topics ?? [], numbers);
        Input.Marks = found.Marks;
        foreach (var (field, key) in Input.Problems(Shown.Version, isPublic: true, Opened?.Question.Severity ?? Severity.Green, markdown).Concat(Input is { Steg: not ("ned" or "be"), IsForAnother: false } ? found.Problems : []))
        {
            ModelState.AddModelError(field, key);
        }

        if (ModelState.IsValid && await DoAsync(publicId, cancellationToken))
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

    private Task<bool> DoAsync(int publicId, CancellationToken cancellationToken) => Input.Steg switch
    {
        "ned" => corrections.TakeDownAsync(publicId, Opened, Input, HttpContext.Staff, cancellationToken),
        "be" => requests.AskAsync(Opened!, Input, HttpContext.Staff, cancellationToken),
        _ => corrections.CorrectPublicAsync(publicId, Shown.Draft, Opened, Input, HttpContext.Staff, cancellationToken),
    };

    private Task LookAsync(CancellationToken cancellationToken) => Opened is null ? Task.CompletedTask : requests.LookAsync(Opened, Input, HttpContext.Staff, cancellationToken);

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
