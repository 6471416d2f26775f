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

    /// <summary>Lets the copy be made although the question is with somebody else by the time this is sent.</summary>
    public string? Proof { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid? sporsmal, CancellationToken cancellationToken)
    {
        Input = new() { Nokkel = Guid.NewGuid(), Sporsmal = sporsmal };
        await ReadAsync(cancellationToken);
        return Question is not null || sporsmal is null ? Page() : NotFound();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        // Whose text is gone meanwhile is still the question that the case is of; the case then says that there is no copy.
        await ReadAsync(cancellationToken);
        if (Input.Nokkel == Guid.Empty || Input.Grunn?.Trim().Length is not (> 0 and <= CaseWords.MaxLength))
        {
            ModelState.AddModelError(nameof(Input.Grunn), "Averting_WriteWhy");
            return new PageResult { StatusCode = StatusCodes.Status422UnprocessableEntity };
        }

        var isOwn = await desk.BeginAsync(Input.Nokkel, Input.Sporsmal, Copied(), new CaseWords { Reason = Input.Grunn.Trim() }, HttpContext.Staff, cancellationToken);
        return isOwn ? LocalRedirect($"~/admin/avverging/{Input.Nokkel}") : NotFound();
    }

    private string Copied() => Question is not { Text.Length: > 0 } copy ? ""
        : $"{(copy.Age < QuestionThread.YoungestAge ? texts["Ask_Under13"] : texts["Ask_Years", copy.Age])} · {texts["Desk_Asked", copy.AskedAt.ToOslo(HttpContext.Language.Culture)]}\n\n{copy.Text}";

    private async Task ReadAsync(CancellationToken cancellationToken)
    {
        Question = Input.Sporsmal is { } id ? await questions.ReadAsync(id, Input.Lest, HttpContext.Staff, cancellationToken) : null;
        Proof = Input.Lest ?? (Question is not null ? questions.ProofFor(Input.Sporsmal!.Value, HttpContext.Staff) : null);
    }

    public sealed class Form
    {
        /// <summary>The case's number to be: the same form sent twice opens one case.</summary>
        public Guid Nokkel { get; set; }

        public Guid? Sporsmal { get; set; }

        /// <summary>Shows that the person could read the question when the form was made.</summary>
        [StringLength(2_000)]
        public string? Lest { get; set; }

        [StringLength(20_000)]
        public string? Grunn { get; set; }
    }
}
