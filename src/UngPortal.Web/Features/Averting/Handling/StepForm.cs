using System.ComponentModel.DataAnnotations;
using FluentValidation;

namespace UngPortal.Features.Averting.Handling;

/// <summary>What somebody writes at a step, and which step it is.</summary>
public sealed class StepForm
{
    private const int Kept = 20_000;

    [StringLength(20)]
    public string? Steg { get; set; }

    /// <summary>How many steps the case had when the page was made. That it was told of meanwhile is none.</summary>
    public int Versjon { get; set; }

    [StringLength(Kept)]
    public string? Fakta { get; set; }

    [StringLength(Kept)]
    public string? Lov { get; set; }

    [StringLength(Kept)]
    public string? Alternativer { get; set; }

    public CaseDecision? Vedtak { get; set; }

    /// <summary>Parents may be informed; unless somebody says so they may not.</summary>
    public bool Klarert { get; set; }

    [StringLength(Kept)]
    public string? Begrunnelse { get; set; }

    public bool Assesses => Steg is "vurder" or "alene";

    public CaseStep? Step => Steg switch
    {
        "vurder" => CaseStep.Assess,
        "alene" => CaseStep.ActAlone,
        "bekreft" => CaseStep.Confirm,
        "uenig" => CaseStep.Disagree,
        "informert" => CaseStep.InformParents,
        "lukk" => CaseStep.Close,
        _ => null,
    };

    public CaseWords Words => Assesses
        ? new() { Facts = Clean(Fakta), Law = Clean(Lov), Alternatives = Clean(Alternativer) }
        : new() { Reason = Clean(Begrunnelse) };

    private static string Clean(string? text) => text?.ReplaceLineEndings("\n").Trim() ?? "";

    public sealed class Validator : AbstractValidator<StepForm>
    {
        /// <param name="one">The case as it stands: the second person documents what one did alone, and who was told is written down before it is closed.</param>
        public Validator(AvertingCase one)
        {
            RuleFor(form => form.Steg).Must((form, _) => form.Step is not null).WithMessage("Averting_ChooseStep");
            When(form => form.Assesses, () =>
            {
                RuleFor(form => form.Fakta).Must(IsWritten).WithMessage("Averting_WriteFacts");
                RuleFor(form => form.Lov).Must((form, text) => form.Steg == "alene" ? IsShort(text) : IsWritten(text)).WithMessage("Averting_WriteLaw");
                RuleFor(form => form.Alternativer).Must((form, text) => form.Steg == "alene" ? IsShort(text) : IsWritten(text)).WithMessage("Averting_WriteAlternatives");
                RuleFor(form => form.Vedtak).Must(decision => decision is { } chosen && Enum.IsDefined(chosen)).WithMessage("Averting_Decide")
                    .Must((form, decision) => form.Steg != "alene" || decision is CaseDecision.Police or CaseDecision.ChildProtection).WithMessage("Averting_AloneOnly");
            });
            RuleFor(form => form.Begrunnelse).Must((form, text) => form.Steg == "uenig" || (form.Steg == "bekreft" && one.State == CaseState.ActedAlone) ? IsWritten(text) : IsShort(text)).When(form => !form.Assesses && form.Steg != "lukk").WithMessage("Averting_WriteReason");
            RuleFor(form => form.Begrunnelse).Must(text => one.IsToTell ? IsWritten(text) : IsShort(text)).When(form => form.Steg == "lukk").WithMessage("Averting_WriteDone");
        }

        private static bool IsWritten(string? text) => Clean(text).Length is > 0 and <= CaseWords.MaxLength;

        private static bool IsShort(string? text) => Clean(text).Length <= CaseWords.MaxLength;
    }
}
