using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using UngPortal.Features.Questions;
using UngPortal.Features.Shared;
using UngPortal.Kernel;
using UngPortal.Platform.Access;
using UngPortal.Platform.Localization;

namespace UngPortal.Features.Averting.Handling;

/// <summary>"Vurder avverging": opens a case, from a question or without one.</summary>
[ForRoles(StaffRole.Expert, StaffRole.ExpertReviewer, StaffRole.YouthAnswerer, StaffRole.TriageEditor, StaffRole.SafeguardingOfficer)]
public sealed class NewModel(CaseDesk desk, QuestionCopies questions, IStringLocalizer<Ui> texts) : PageModel
{
    [BindProperty(Name = "")]
    public Form Input { get; set; } = new();

    public QuestionCopies.Copy? Question { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid? sporsmal, CancellationToken cancellationToken)
    {
        Input = new() { Nokkel = Guid.NewGuid(), Sporsmal = sporsmal };
        return await ReadAsync(cancellationToken) ? Page() : NotFound();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!await ReadAsync(cancellationToken))
        {
            // It was withdrawn meanwhile, or is with somebody else now: the case goes on without a copy.
            Input.Sporsmal = null;
        }

        if (Input.Nokkel == Guid.Empty || Input.Grunn?.Trim().Length is not (> 0 and <= CaseWords.MaxLength))
        {
            ModelState.AddModelError(nameof(Input.Grunn), "Averting_WriteWhy");
            return new PageResult { StatusCode = StatusCodes.Status422UnprocessableEntity };
        }

        var isOwn = await desk.BeginAsync(Input.Nokkel, Input.Sporsmal, Copied(), new CaseWords { Reason = Input.Grunn.Trim() }, HttpContext.Staff, cancellationToken);
        return isOwn ? LocalRedirect($"~/admin/avverging/{Input.Nokkel}") : NotFound();
    }

    private string Copied() => Question is not { } copy ? ""
        : $"{(copy.Age < QuestionThread.YoungestAge ? texts["Ask_Under13"] : texts["Ask_Years", copy.Age])} · {texts["Desk_Asked", copy.AskedAt.ToOslo(HttpContext.Language.Culture)]}\n\n{copy.Text}";

    private async Task<bool> ReadAsync(CancellationToken cancellationToken)
    {
        Question = Input.Sporsmal is { } id ? await questions.ReadAsync(id, HttpContext.Staff, cancellationToken) : null;
        return Question is not null || Input.Sporsmal is null;
    }

    public sealed class Form
    {
        /// <summary>The case's number to be: the same form sent twice opens one case.</summary>
        public Guid Nokkel { get; set; }

        public Guid? Sporsmal { get; set; }

        [StringLength(20_000)]
        public string? Grunn { get; set; }
    }
}
