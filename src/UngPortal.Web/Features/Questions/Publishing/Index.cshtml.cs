using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using UngPortal.Features.Publications;
using UngPortal.Features.Questions.Desk;
using UngPortal.Features.Shared;
using UngPortal.Features.Topics;
using UngPortal.Kernel;
using UngPortal.Platform.Access;

namespace UngPortal.Features.Questions.Publishing;

/// <summary>One answered question at a time: an editor makes a copy that names nobody, or keeps it private.</summary>
[ForRoles(StaffRole.Editor, StaffRole.ChiefEditor)]
public sealed class IndexModel(QuestionDesk desk, AnswerRelease release, CatalogueCopy catalogue, VisitorChoice choice) : PageModel
{
    public const string Path = "/admin/sporsmal/publisering";

    [BindProperty(Name = "")]
    public PublishForm Input { get; set; } = new();

    public OpenedQuestion? Opened { get; private set; }

    /// <summary>Whether the asker's answer was changed after the copy was begun: then it is shown beside it.</summary>
    public bool IsChanged { get; private set; }

    public IReadOnlyList<Mark> Marks { get; private set; } = [];

    public IReadOnlyList<Topic> Topics { get; private set; } = [];

    /// <summary>The exact age, then the band it is in.</summary>
    public IReadOnlyList<AgeBand> Ages => [PublishForm.Exactly(Opened!.Question.Age), .. choice.Bands.Where(band => band.From <= Opened.Question.Age && Opened.Question.Age <= band.To)];

    public async Task<IActionResult> OnGetAsync(Guid? id, Guid? etter, CancellationToken cancellationToken)
    {
        id ??= DeskAccess.Has(HttpContext.Staff, DeskAccess.Publishers) ? await release.NextAsync(etter, HttpContext.Staff, cancellationToken) : null;
        if (id is null || !await OpenAsync(id.Value, cancellationToken))
        {
            return id is null ? Page() : NotFound();
        }

        Input = PublishForm.Of(Opened!.Question, Opened.Text, Opened.Content, release.IsSensitive(Opened, []), Ages.Skip(1).FirstOrDefault());
        _ = Check();
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellationToken)
    {
        if (Input.Steg == "hopp" || !await OpenAsync(id, cancellationToken))
        {
            return Input.Steg == "hopp" ? Next(id, "") : NotFound();
        }

        if (!Check() && !IsStale)
        {
            Response.StatusCode = Input.Steg is "se" or "finn" ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity;
            return Page();
        }

        if (!IsStale && await release.DoAsync(Opened!, Input, HttpContext.Staff, cancellationToken))
        {
            return Next(id, Input.Steg == "privat" ? "privat" : "publisert");
        }

        return IsStale || await OpenAsync(id, cancellationToken) ? WasFirst() : Next(id, "opptatt");
    }

    private bool IsStale => Input.Steg == "publiser" && Input.Versjon != Opened!.Question.Answer!.Version;

    /// <summary>Gives back what was typed, with what stands in its way; sent once more, it was made with the newest answer in sight.</summary>
    private PageResult WasFirst()
    {
        var version = Opened!.Question.Answer!.Version;
        (IsChanged, Input.Versjon) = (Input.Versjon != version, version);
        ModelState.AddModelError("", IsChanged ? "Publish_Changed" : "Desk_WasFirst");
        Response.StatusCode = StatusCodes.Status409Conflict;
        return Page();
    }

    /// <summary>Whether what was asked for may be done; the page says why not. Looking at the marks alone does nothing else.</summary>
    private bool Check()
    {
        var checks = release.ChecksOf(Opened!, Input, Topics.Select(topic => topic.Slug).ToHashSet(StringComparer.Ordinal));
        Marks = checks.Marks;
        checks.ProblemsFor(Input).ToList().ForEach(problem => ModelState.AddModelError(problem.Field, problem.Key));
        return ModelState.IsValid && Input.Steg is "publiser" or "privat";
    }

    private LocalRedirectResult Next(Guid id, string done) => LocalRedirect($"~{Path}?etter={id}{(done.Length > 0 ? $"&gjort={done}" : "")}");

    private async Task<bool> OpenAsync(Guid id, CancellationToken cancellationToken)
    {
        Opened = await desk.OpenAsync(id, HttpContext.Staff, cancellationToken);
        Topics = [.. (await catalogue.ReadAsync(cancellationToken)).Topics.All.Where(topic => topic.Depth > 1)];
        return Opened?.Question.State == QuestionState.PublishReview && DeskAccess.MayPublish(Opened.Question, HttpContext.Staff);
    }
}
