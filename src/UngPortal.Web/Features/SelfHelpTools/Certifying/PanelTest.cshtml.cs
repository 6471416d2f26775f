using System.ComponentModel.DataAnnotations;
using System.Globalization;
using FluentValidation;
using FluentValidation.AspNetCore;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using UngPortal.Kernel;
using UngPortal.Platform.Access;

namespace UngPortal.Features.SelfHelpTools.Certifying;

/// <summary>What young people said who tried the tool: five or more, and no names.</summary>
[ForRoles(StaffRole.Editor, StaffRole.ChiefEditor)]
public sealed class PanelTestModel(ToolDesk desk) : PageModel
{
    [BindProperty(Name = "")]
    public Form Input { get; set; } = new();

    public ToolDossier Dossier { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(int id, CancellationToken cancellationToken)
    {
        if (!await ReadAsync(id, cancellationToken))
        {
            return NotFound();
        }

        Input = Form.Of(Dossier.Open!);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(int id, CancellationToken cancellationToken)
    {
        if (!await ReadAsync(id, cancellationToken))
        {
            return NotFound();
        }

        (await new Form.Validator(desk.Today).ValidateAsync(Input, cancellationToken)).AddToModelState(ModelState);
        if (!ModelState.IsValid)
        {
            return new PageResult { StatusCode = StatusCodes.Status422UnprocessableEntity };
        }

        Dossier.Open!.RecordPanelTest(Form.NumberOf(Input.Antall)!.Value, Form.DayOf(Input.Dag)!.Value, Input.Sagt!.Trim(), desk.Today);
        if (!await desk.KeepAsync(Dossier.Tool, "tool-panel-test", string.Create(CultureInfo.InvariantCulture, $"{Dossier.Open.Testers} testers, {Dossier.Open.TestedOn:yyyy-MM-dd}"), HttpContext.Staff, cancellationToken))
        {
            await ReadAsync(id, cancellationToken);
            ModelState.AddModelError("", "ToolDesk_Overtaken");
            return new PageResult { StatusCode = StatusCodes.Status409Conflict };
        }

        return LocalRedirect($"~/admin/verktoy/{id}?gjort=true");
    }

    private async Task<bool> ReadAsync(int id, CancellationToken cancellationToken)
    {
        Dossier = await desk.OpenAsync(id, cancellationToken) is { Open: not null } dossier ? dossier : null!;
        return Dossier is not null;
    }

    /// <summary>Numbers and days come as text, so that what is wrong stays on the page.</summary>
    public sealed class Form
    {
        private const int Kept = 200;

        [StringLength(Kept)]
        public string? Antall { get; set; }

        [StringLength(Kept)]
        public string? Dag { get; set; }

        [StringLength(20_000)]
        public string? Sagt { get; set; }

        public static Form Of(Certification certification) => new()
        {
            Antall = certification.Testers?.ToString(CultureInfo.InvariantCulture),
            Dag = certification.TestedOn?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            Sagt = certification.TestersSaid,
        };

        public static int? NumberOf(string? text) => int.TryParse(text?.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

        public static DateOnly? DayOf(string? text) => DateOnly.TryParseExact(text?.Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

        public sealed class Validator : AbstractValidator<Form>
        {
            public Validator(DateOnly today)
            {
                RuleFor(form => form.Antall).Must(text => NumberOf(text) is >= Certification.FewestTesters and <= Certification.MostTesters).WithMessage("PanelTest_TooFew");
                RuleFor(form => form.Dag).Must(text => DayOf(text) is { } day && day <= today).WithMessage("PanelTest_DayWrong");
                RuleFor(form => form.Sagt).Must(text => !string.IsNullOrWhiteSpace(text)).WithMessage("PanelTest_SaidMissing");
                RuleFor(form => form.Sagt).Must(text => (text ?? "").Trim().Length <= Certification.SaidMaxLength).WithMessage("PanelTest_SaidLong");
            }
        }
    }
}
