using FluentValidation.AspNetCore;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using UngPortal.Features.Experts;
using UngPortal.Features.Publications;
using UngPortal.Features.Questions.Desk;
using UngPortal.Features.Topics;
using UngPortal.Kernel;
using UngPortal.Platform.Access;

namespace UngPortal.Features.Questions.Triage;

/// <summary>One question at a time; Enter confirms what is suggested.</summary>
[ForRoles(StaffRole.TriageEditor, StaffRole.SafeguardingOfficer)]
public sealed class IndexModel(QuestionDesk desk, Triaging triaging, RoleList roles, CatalogueCopy catalogue) : PageModel
{
    public const string Path = "/admin/sporsmal/sortering";

    [BindProperty(Name = "")]
    public TriageForm Input { get; set; } = new();

    public OpenedQuestion? Opened { get; private set; }

    public DeskCounts Counts { get; private set; } = null!;

    public IReadOnlyList<AnsweringRole> Roles { get; private set; } = [];

    public IReadOnlyList<Topic> Topics { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(Guid? id, Guid? etter, CancellationToken cancellationToken)
    {
        id ??= await triaging.NextAsync(etter, cancellationToken);
        var isThere = await OpenAsync(id, cancellationToken);
        if (id is null || !isThere)
        {
            return id is null ? Page() : NotFound();
        }

        Input = await triaging.SuggestAsync(Opened!, cancellationToken);
        Input.Etter = etter;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await OpenAsync(id, cancellationToken))
        {
            return NotFound();
        }

        if (Input.Besvart is not null)
        {
            Input.Steg = "besvart";
        }

        if (Input.Steg == "bekreft")
        {
            (await new TriageForm.Validator(Topics.Select(topic => topic.Slug).ToHashSet(), Roles.Select(role => role.Key).ToHashSet()).ValidateAsync(Input, cancellationToken)).AddToModelState(ModelState);
        }
        else if (Input.Steg == "avvis" && (Input.Grunn is not { } reason || !Enum.IsDefined(reason) || reason == DeclineReason.AlreadyAnswered))
        {
            ModelState.AddModelError(nameof(TriageForm.Grunn), "Triage_ReasonMissing");
        }

        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return Page();
        }

        var isDone = await DoAsync(Opened!, cancellationToken);
        return LocalRedirect($"~/admin/sporsmal/sortering?etter={(Input.Steg == "hopp" ? id : Input.Etter)}{(isDone ? "" : "&gjort=opptatt")}");
    }

    private Task<bool> DoAsync(OpenedQuestion opened, CancellationToken cancellationToken) => Input.Steg switch
    {
        "bekreft" => triaging.ConfirmAsync(opened, Input, HttpContext.Staff, cancellationToken),
        "vern" when opened.Question.State != QuestionState.SafeguardingHold =>
            desk.DoAsync(opened.Question, HttpContext.Staff, "question-held", question => question.HoldForSafeguarding(desk.Now), cancellationToken),
        "avvis" => desk.DoAsync(opened.Question, HttpContext.Staff, "question-declined", question => question.Decline(Input.Grunn!.Value, desk.Now), cancellationToken, $"{Input.Grunn}"),
        "besvart" => triaging.LeadAsync(opened, Input.Besvart!.Value, HttpContext.Staff, cancellationToken),
        _ => Task.FromResult(true),
    };

    private async Task<bool> OpenAsync(Guid? id, CancellationToken cancellationToken)
    {
        Counts = await triaging.CountsAsync(cancellationToken);
        Opened = id is { } one ? await desk.OpenAsync(one, HttpContext.Staff, cancellationToken) : null;
        Roles = await roles.AllAsync(cancellationToken);
        Topics = [.. (await catalogue.ReadAsync(cancellationToken)).Topics.All.Where(topic => topic.Depth > 1)];
        return Opened is not null && DeskAccess.MaySort(Opened.Question, HttpContext.Staff);
    }
}
