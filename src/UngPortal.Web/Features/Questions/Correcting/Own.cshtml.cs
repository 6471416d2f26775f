using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using UngPortal.Features.Questions.Desk;
using UngPortal.Kernel;
using UngPortal.Platform.Access;
using UngPortal.Platform.Markdown;

namespace UngPortal.Features.Questions.Correcting;

/// <summary>Where an answer that only its asker reads is corrected.</summary>
[ForRoles(StaffRole.Expert, StaffRole.ExpertReviewer, StaffRole.SafeguardingOfficer, StaffRole.Editor, StaffRole.ChiefEditor)]
public sealed class OwnModel(Corrections corrections, CorrectionRequests requests, MarkdownRenderer markdown) : PageModel
{
    [BindProperty(Name = "")]
    public CorrectForm Input { get; set; } = new();

    public OpenedQuestion Opened { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await OpenAsync(id, cancellationToken))
        {
            return NotFound();
        }

        if (await corrections.PathOfAsync(Opened.Question, cancellationToken) is var path && path != PathOf(id))
        {
            return LocalRedirect($"~{path}");
        }

        Input = CorrectForm.Of(Opened.Content, Opened.Question.Answer!.Version);
        await requests.LookAsync(Opened, Input, HttpContext.Staff, cancellationToken);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await OpenAsync(id, cancellationToken) || await corrections.PathOfAsync(Opened.Question, cancellationToken) != PathOf(id))
        {
            return StatusCode(StatusCodes.Status404NotFound);
        }

        Input.Steg = Input.Steg is "be" or "finn" ? Input.Steg : "rett";
        await requests.LookAsync(Opened, Input, HttpContext.Staff, cancellationToken);
        if (Input.IsSearch)
        {
            return Page();
        }

        foreach (var (field, key) in Input.Problems(Opened.Question.Answer!.Version, isPublic: false, Opened.Question.Severity, markdown))
        {
            ModelState.AddModelError(field, key);
        }

        if (ModelState.IsValid && await DoAsync(cancellationToken))
        {
            return LocalRedirect($"~/admin/sporsmal?gjort={(Input.Steg == "be" ? "bedt" : "rettet")}");
        }

        if (ModelState.IsValid)
        {
            ModelState.AddModelError("", "Desk_WasFirst");
        }

        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }

    private static string PathOf(Guid id) => $"/admin/sporsmal/{id}/rett";

    private Task<bool> DoAsync(CancellationToken cancellationToken) => Input.Steg == "be"
        ? requests.AskAsync(Opened, Input, HttpContext.Staff, cancellationToken)
        : corrections.CorrectPrivateAsync(Opened, Input, HttpContext.Staff, cancellationToken);

    private async Task<bool> OpenAsync(Guid id, CancellationToken cancellationToken)
    {
        var opened = await corrections.OpenOwnAsync(id, HttpContext.Staff, cancellationToken);
        if (opened is not null)
        {
            Response.RegisterForDispose(opened);
        }

        Opened = opened!;
        return opened is not null;
    }
}
