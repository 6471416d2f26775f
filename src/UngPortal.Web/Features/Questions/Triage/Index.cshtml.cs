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
public sealed class IndexModel(QuestionDesk desk, Triaging triaging, TriageSteps steps, RoleList roles, CatalogueCopy catalogue, AnswerersToday answerers) : PageModel
{
    public const string Path = "/admin/sporsmal/sortering";

    [BindProperty(Name = "")]
    public TriageForm Input { get; set; } = new();

    public OpenedQuestion? Opened { get; private set; }

    /// <summary>Who could be handed it today.</summary>
    public DeskCover Cover { get; private set; } = null!;

    public DeskCounts Counts { get; private set; } = null!;

    /// <summary>Whether the page shows the one that is to be sorted first.</summary>
    public bool IsMostUrgent { get; private set; }

    public IReadOnlyList<AnsweringRole> Roles { get; private set; } = [];

    public IReadOnlyList<Topic> Topics { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(Guid? id, Guid? etter, CancellationToken cancellationToken)
    {
        id ??= DeskAccess.Has(HttpContext.Staff, DeskAccess.Sorters) ? await triaging.NextAsync(etter, cancellationToken) : null;
        var isThere = await OpenAsync(id, cancellationToken);
        if (id is null || !isThere)
        {
            return id is null ? Page() : NotFound();
        }

        if (Opened!.Question.State == QuestionState.SafeguardingHold && !HttpContext.Staff.IsFresh(desk.Now))
        {
            Opened.Dispose();
            return LocalRedirect("~" + SignInAgain.AddressFor(Request));
        }

        Input = await triaging.SuggestAsync(Opened, cancellationToken);
        Input.Etter = etter;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await OpenAsync(id, cancellationToken))
        {
            return NotFound();
        }

        (await steps.ProblemsAsync(Opened!, Input, Topics, Roles, cancellationToken)).ToList().ForEach(problem => ModelState.AddModelError(problem.Field, problem.Key));
        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return Page();
        }

        var isSortedAgain = Opened!.Question.IsSorted;
        var isDone = await steps.DoAsync(Opened!, Input, HttpContext.Staff, cancellationToken);
        if (isSortedAgain)
        {
            return LocalRedirect(Input.Step == "hopp" ? "~/admin/sporsmal" : $"~/admin/sporsmal?gjort={(isDone ? "ferdig" : "opptatt")}");
        }

        var told = !isDone ? "&gjort=opptatt" : Input.Step switch { "sammen" => $"&gjort=sammen&sporsmal={id}", "skill" => "&gjort=skilt", "bekreft" when !Fits(Input.Rolle!, Opened.Question.Severity) => $"&gjort=ingen&sporsmal={id}", _ => "" };
        return LocalRedirect($"~/admin/sporsmal/sortering?etter={(Input.Step == "hopp" ? id : Input.Etter)}{told}");
    }

    /// <summary>Whether somebody who answers today has the role and the question's language.</summary>
    public bool Fits(string role, Severity severity) => Cover.Fits(role, Opened!.Question.Language, severity);

    private async Task<bool> OpenAsync(Guid? id, CancellationToken cancellationToken)
    {
        Counts = await triaging.CountsAsync(cancellationToken);
        Opened = id is { } one ? await desk.OpenAsync(one, HttpContext.Staff, cancellationToken) : null;
        IsMostUrgent = id is { } shown && await triaging.IsMostUrgentAsync(shown, cancellationToken);
        Cover = await answerers.ReadAsync(cancellationToken);
        Roles = await roles.AllAsync(cancellationToken);
        Topics = [.. (await catalogue.ReadAsync(cancellationToken)).Topics.All.Where(topic => topic.Depth > 1)];
        return Opened is not null && DeskAccess.MaySort(Opened.Question, HttpContext.Staff, desk.Now);
    }
}
