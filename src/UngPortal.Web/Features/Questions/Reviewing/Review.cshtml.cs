using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using UngPortal.Features.Questions.Answering;
using UngPortal.Features.Questions.Desk;
using UngPortal.Kernel;
using UngPortal.Platform.Access;

namespace UngPortal.Features.Questions.Reviewing;

/// <summary>Where a second person reads an answer before the asker does.</summary>
[ForRoles(StaffRole.ExpertReviewer, StaffRole.SafeguardingOfficer)]
public sealed class ReviewModel(QuestionDesk desk, AnswerSending sending, ReadingList reading) : PageModel
{
    public const int NoteMaxLength = 2_000;

    [BindProperty, StringLength(20_000)]
    public string? Merknad { get; set; }

    [BindProperty, StringLength(20)]
    public string? Steg { get; set; }

    /// <summary>The version of the answer that the page showed.</summary>
    [BindProperty]
    public int Versjon { get; set; }

    /// <summary>The name of whoever wrote the answer.</summary>
    public string? Author { get; private set; }

    public OpenedQuestion Opened { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken) => await OpenAsync(id, cancellationToken) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await OpenAsync(id, cancellationToken))
        {
            return NotFound();
        }

        if (Versjon != Opened.Question.Answer!.Version)
        {
            ModelState.AddModelError("", "Review_Changed");
            Response.StatusCode = StatusCodes.Status409Conflict;
            return Page();
        }

        var note = AskedText.Clean(Merknad);
        if (Steg != "godkjenn" && note.Length is 0 or > NoteMaxLength)
        {
            ModelState.AddModelError(nameof(Merknad), "Review_NoteMissing");
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return Page();
        }

        var isDone = Steg == "godkjenn" ? await sending.ApproveAsync(Opened, HttpContext.Staff, cancellationToken)
            : await desk.DoAsync(Opened.Question, HttpContext.Staff, "question-sent-back", question => question.SendBack(HttpContext.Staff.Id, Opened.Texts.SealReviewNote(question.Id, note), desk.Now), cancellationToken);
        return RedirectToPage("/Questions/Desk/Index", new { gjort = isDone ? "ferdig" : "opptatt" });
    }

    private async Task<bool> OpenAsync(Guid id, CancellationToken cancellationToken)
    {
        var opened = await desk.OpenAsync(id, HttpContext.Staff, cancellationToken);
        Opened = opened!;
        Author = opened is null ? null : (await reading.AuthorsAsync([id], cancellationToken)).GetValueOrDefault(id);
        return opened is not null && DeskAccess.MayReview(opened.Question, HttpContext.Staff);
    }
}
