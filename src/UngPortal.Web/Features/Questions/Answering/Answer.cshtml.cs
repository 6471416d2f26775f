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

    public AnswerChecks Checks { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await OpenAsync(id, cancellationToken))
        {
            return NotFound();
        }

        Input = AnswerForm.Of(Opened.Content, Version);
        return Show(Opened.Content);
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await OpenAsync(id, cancellationToken))
        {
            return IsByScript ? ForScript(StatusCodes.Status404NotFound) : StatusCode(StatusCodes.Status404NotFound);
        }

        if (IsByScript)
        {
            return ForScript(await KeepByScriptAsync(Input.ToContent(), cancellationToken));
        }

        if (Input.Gjenbruk is { } earlier)
        {
            await help.TakeOverAsync(Input, earlier, cancellationToken);
            return Show(Input.ToContent());
        }

        Input.Steg = Input.Skill is null ? Input.Steg : "skill";
        var content = Input.ToContent();
        Checks = AnswerChecks.Of(content, Opened.Question.Severity, markdown);
        if (await ProblemsAsync(content, cancellationToken) is { Count: > 0 } problems)
        {
            problems.ForEach(problem => ModelState.AddModelError(problem.Field, problem.Key));
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return Page();
        }

        if (!await DoAsync(content, cancellationToken))
        {
            ModelState.AddModelError("", "Desk_WasFirst");
            Response.StatusCode = StatusCodes.Status409Conflict;
            return Page();
        }

        return Input.Steg is "lagre" or "skill" ? RedirectToPage(new { id, gjort = "lagret" })
            : RedirectToPage("/Questions/Desk/Index", new { gjort = Input.Steg == "send" ? Opened.Question.IsReadable ? "svart" : "lest" : "ferdig" });
    }

    /// <summary>Whether it is the page's script that keeps what is written meanwhile.</summary>
    private bool IsByScript => Input is { Steg: "lagre", Gjenbruk: null } && Request.Headers.Accept == "application/json";

    private int Version => Opened?.Question.Answer?.Version ?? AnswerForm.NotBegun;

    /// <summary>Keeps the draft as the button does. 503 asks the script to come again: it was not this text that was changed meanwhile.</summary>
    private async Task<int> KeepByScriptAsync(AnswerContent content, CancellationToken cancellationToken)
    {
        if (Input.Versjon != Version)
        {
            return StatusCodes.Status409Conflict;
        }

        // Nothing is no draft: whoever opens a question and lets it go has not written in it.
        return !ModelState.IsValid ? StatusCodes.Status422UnprocessableEntity
            : content is { Length: 0, Services.Count: 0, Articles.Count: 0 } && Version == AnswerForm.NotBegun ? StatusCodes.Status200OK
            : await steps.KeepAsync(Opened, content, HttpContext.Staff, cancellationToken) ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable;
    }

    private JsonResult ForScript(int status) => new(new { versjon = Version }) { StatusCode = status };

    private async Task<List<(string Field, string Key)>> ProblemsAsync(AnswerContent content, CancellationToken cancellationToken) => Input.Steg switch
    {
        _ when Input.Versjon != Version => [("", "Desk_WasFirst")],
        "send" when await help.IsCopyAsync(Opened, content, cancellationToken) => [("Forklaring", "Check_Copy")],
        "send" => [.. Checks.Problems.Select(problem => ("", problem)), .. Checks.AreLeft(Input) ? [("Sett", "Publish_MarksLeft")] : Array.Empty<(string, string)>(), .. Input.HasTicks ? Array.Empty<(string, string)>() : [("SvarerPa", "Check_Ticks")]],
        "mer" when AskedText.LengthOf(AskedText.Clean(Input.Mer)) is < Question.TextMinLength or > Question.AdditionMaxLength => [("Mer", "Answer_MoreWrite")],
        "mer" when Opened.Question.MoreAskedAt is not null => [("Mer", "Answer_MoreOnce")],
        "avvis" when Input.Grunn is not { } reason || !Enum.IsDefined(reason) || reason == DeclineReason.AlreadyAnswered => [("Grunn", "Triage_ReasonMissing")],
        _ => [],
    };

    private async Task<bool> DoAsync(AnswerContent content, CancellationToken cancellationToken)
    {
        var (question, person) = (Opened.Question, HttpContext.Staff);
        return Input.Steg switch
        {
            "send" => await steps.SendAsync(Opened, content, person, cancellationToken),
            "slipp" => await KeepAndAsync(content, "question-let-go", one => one.LetGo(), cancellationToken),
            "annen" => await KeepAndAsync(content, "question-rerouted", one => one.Reroute(), cancellationToken),
            "vern" => await KeepAndAsync(content, "question-held", one => one.HoldForSafeguarding(desk.Now), cancellationToken),
            "mer" => await KeepAndAsync(content, "question-more-asked", one => one.AskForMore(Opened.Texts.SealRequest(one.Id, AskedText.Clean(Input.Mer)), person.Id, desk.Now), cancellationToken),
            "skill" => await steps.PartAsync(Opened, Input.Skill!.Value, content, person, cancellationToken),
            "avvis" => await desk.DoAsync(question, person, "question-declined", one => one.Decline(Input.Grunn!.Value, desk.Now), cancellationToken, $"{Input.Grunn}"),
            _ => await steps.KeepAsync(Opened, content, person, cancellationToken),
        };
    }

    /// <summary>What was written stays for whoever comes next.</summary>
    private Task<bool> KeepAndAsync(AnswerContent content, string action, Action<Question> verb, CancellationToken cancellationToken) =>
        desk.DoAsync(
            Opened.Question,
            HttpContext.Staff,
            action,
            question =>
            {
                if (content.Length > 0)
                {
                    question.Write(Opened.Texts.SealContent(question.Id, content), HttpContext.Staff.Id, desk.Now);
                }

                verb(question);
            },
            cancellationToken);

    private async Task<bool> OpenAsync(Guid id, CancellationToken cancellationToken)
    {
        var opened = await desk.OpenAsync(id, HttpContext.Staff, cancellationToken);
        Opened = opened!;
        return opened is not null && DeskAccess.MayWrite(opened.Question, HttpContext.Staff);
    }

    private PageResult Show(AnswerContent content)
    {
        Checks = AnswerChecks.Of(content, Opened.Question.Severity, markdown);
        return Page();
    }
}
