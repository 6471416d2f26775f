using FluentValidation.AspNetCore;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Options;
using UngPortal.Kernel;
using UngPortal.Platform.Access;

namespace UngPortal.Features.Averting.Handling;

/// <summary>The next step of a case, as far as its state and the person allow. Who begins one has signed in lately; what is sent is taken however long it took to write.</summary>
[ForRoles(StaffRole.Expert, StaffRole.ExpertReviewer, StaffRole.TriageEditor, StaffRole.SafeguardingOfficer)]
public sealed class StepModel(CaseDesk desk, IOptions<AvertingOptions> options) : PageModel
{
    [BindProperty(Name = "")]
    public StepForm Input { get; set; } = new();

    public AvertingCase Case { get; private set; } = null!;

    /// <summary>The assessment also stays on the page when a colleague was first: what is written in it must not be lost.</summary>
    public bool ShowsAssessment => Input.Assesses || Case.State is CaseState.Open or CaseState.Disputed or CaseState.Decided;

    public bool ShowsSecond => Case.WaitsForSecond(HttpContext.Staff.Id);

    public bool ShowsParents => Case.State == CaseState.Decided && Case.Parents == ParentsStatus.Cleared;

    public bool ShowsClosing => Case.State == CaseState.Decided && Case.Decision != CaseDecision.MoreInformation && HttpContext.Staff.Is(StaffRole.SafeguardingOfficer);

    /// <summary>What was written for a step that a colleague's has closed the way for, so that it can be copied; null where a field holds it.</summary>
    public string? Stranded => ShowsSecond || ShowsClosing || string.IsNullOrWhiteSpace(Input.Begrunnelse) ? null : Input.Begrunnelse;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!HttpContext.Staff.IsFresh(desk.Now))
        {
            return LocalRedirect("~" + SignInAgain.AddressFor(Request));
        }

        using var opened = await desk.OpenAsync(id, HttpContext.Staff, cancellationToken);
        Case = opened?.Case!;
        Input = new() { Versjon = Case?.Entries.Count ?? 0 };
        return opened is null ? NotFound() : Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellationToken)
    {
        using var opened = await desk.OpenAsync(id, HttpContext.Staff, cancellationToken);
        if (opened is null)
        {
            return NotFound();
        }

        Case = opened.Case;
        (await new StepForm.Validator(Case).ValidateAsync(Input, cancellationToken)).AddToModelState(ModelState);
        if (!ModelState.IsValid)
        {
            return new PageResult { StatusCode = StatusCodes.Status422UnprocessableEntity };
        }

        if (Input.Versjon != Case.Entries.Count || !IsOpenTo(Input.Step) || !await DoAsync(opened, cancellationToken))
        {
            ModelState.AddModelError("", "Averting_WasFirst");
            return new PageResult { StatusCode = StatusCodes.Status409Conflict };
        }

        return LocalRedirect($"~/admin/avverging/{id}?gjort=1");
    }

    private bool IsOpenTo(CaseStep? step) => step switch
    {
        CaseStep.Assess or CaseStep.ActAlone => Case.State is CaseState.Open or CaseState.Disputed or CaseState.Decided,
        CaseStep.Confirm or CaseStep.Disagree => ShowsSecond,
        CaseStep.InformParents => ShowsParents,
        CaseStep.Close => ShowsClosing,
        _ => false,
    };

    private Task<bool> DoAsync(OpenedCase opened, CancellationToken cancellationToken)
    {
        var (form, secondDueAt) = (Input, desk.Now.AddHours(options.Value.SecondHours));
        var (action, verb) = form.Step switch
        {
            CaseStep.Assess => ("averting-assessed", (Action<AvertingCase, CaseHand>)((one, hand) => one.Assess(form.Vedtak!.Value, form.Klarert, hand))),
            CaseStep.ActAlone => ("averting-acted-alone", (one, hand) => one.ActAlone(form.Vedtak!.Value, form.Klarert, hand, secondDueAt)),
            CaseStep.Confirm => ("averting-confirmed", (one, hand) => one.Confirm(hand)),
            CaseStep.Disagree => ("averting-disagreed", (one, hand) => one.Disagree(hand)),
            CaseStep.InformParents => ("averting-parents-informed", (one, hand) => one.InformParents(hand)),
            _ => ("averting-closed", (one, hand) => one.Close(hand)),
        };
        return desk.DoAsync(opened, form.Words, HttpContext.Staff, action, verb, cancellationToken);
    }
}
