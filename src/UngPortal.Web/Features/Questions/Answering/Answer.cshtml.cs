using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using UngPortal.Features.Questions.Desk;
using UngPortal.Kernel;
using UngPortal.Platform.Access;
using UngPortal.Platform.Markdown;

namespace UngPortal.Features.Questions.Answering;

/// <summary>Where an answer is written, by the one who has the question.</summary>
[ForRoles(StaffRole.Expert, StaffRole.ExpertReviewer, StaffRole.YouthAnswerer)]
public sealed class AnswerModel(QuestionDesk desk, AnswerSteps steps, WritingHelp help, MarkdownRenderer markdown) : PageModel
{
    [BindProperty(Name = "")]
    public AnswerForm Input { get; set; } = new();

    public OpenedQuestion Opened { get; private set; } = null!;

    public AnswerChecks Checks => field ??= AnswerChecks.Of(Input.ToContent(), Opened.Question.Severity, markdown);

    /// <summary>Whether the draft was kept just now.</summary>
    public bool IsKept { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await OpenAsync(id, cancellationToken))
        {
            return NotFound();
        }

        Input = AnswerForm.Of(Opened.Content, Version);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await OpenAsync(id, cancellationToken))
        {
            return IsByScript ? ForScript(StatusCodes.Status404NotFound) : StatusCode(StatusCodes.Status404NotFound);
        }

        if (IsByScript)
        {
            return ForScript(await steps.KeepMeanwhileAsync(Opened, Input, ModelState.IsValid, HttpContext.Staff, cancellationToken));
        }

        if (Input.Gjenbruk is not null || Input.IsSearch)
        {
            await help.TakeOverAsync(Input, cancellationToken);
            return Page();
        }

        if (await steps.ProblemsAsync(Opened, Input, Checks, cancellationToken) is { Count: > 0 } problems)
        {
            return Refuse(StatusCodes.Status422UnprocessableEntity, problems);
        }

        if (!await steps.DoAsync(Opened, Input, HttpContext.Staff, cancellationToken))
        {
            return Refuse(StatusCodes.Status409Conflict, [("", "Desk_WasFirst")]);
        }

        return Input.Step is "lagre" or "skill" ? await GoOnAsync(id, cancellationToken)
            : RedirectToPage("/Questions/Desk/Index", new { gjort = Input.Step == "send" ? Opened.Question.IsReadable ? "svart" : "lest" : "ferdig" });
    }

    /// <summary>Whether it is the page's script that keeps what is written meanwhile.</summary>
    private bool IsByScript => Input is { Steg: "lagre", Gjenbruk: null } && Request.Headers.Accept == "application/json";

    private int Version => Opened is null ? AnswerForm.NotBegun : AnswerForm.VersionOf(Opened.Question);

    private JsonResult ForScript(int status) => new(new { versjon = Version }) { StatusCode = status };

    /// <summary>The kept draft, beside what only the page holds.</summary>
    private async Task<IActionResult> GoOnAsync(Guid id, CancellationToken cancellationToken)
    {
        Opened.Dispose();
        if (!Input.HoldsMore || !await OpenAsync(id, cancellationToken))
        {
            return RedirectToPage(new { id, gjort = "lagret" });
        }

        (Input.Versjon, IsKept) = (Version, true);
        return Page();
    }

    private PageResult Refuse(int status, IReadOnlyList<(string Field, string Key)> problems)
    {
        problems.ToList().ForEach(problem => ModelState.AddModelError(problem.Field, problem.Key));
        Response.StatusCode = status;
        return Page();
    }

    private async Task<bool> OpenAsync(Guid id, CancellationToken cancellationToken)
    {
        var opened = await desk.OpenAsync(id, HttpContext.Staff, cancellationToken);
        Opened = opened!;
        return opened is not null && DeskAccess.MayWrite(opened.Question, HttpContext.Staff);
    }
}
