using System.ComponentModel.DataAnnotations;
using FluentValidation;

namespace UngPortal.Features.SelfHelpTools.Certifying;

/// <summary>The decision as it is written. Longer texts are kept on the page and flagged, never cut.</summary>
public sealed class DecisionForm
{
    public const string Yes = "ja";
    public const string No = "nei";

    [StringLength(Kernel.Slug.MaxLength)]
    public string? Vedtak { get; set; }

    public ToolForm.Texts Konklusjon { get; set; } = new();

    [StringLength(20_000)]
    public string? Grunn { get; set; }

    public sealed class Validator : AbstractValidator<DecisionForm>
    {
        public Validator()
        {
            RuleFor(form => form.Vedtak).Must(answer => answer is Yes or No).WithMessage("Decision_Choose");
            RuleFor(form => form.Konklusjon.Nb).Must(text => !string.IsNullOrWhiteSpace(text)).When(form => form.Vedtak == Yes).WithMessage("Decision_ConclusionMissing");
            RuleFor(form => form.Konklusjon.Nb).Must(IsShort).WithMessage("Decision_ConclusionLong");
            RuleFor(form => form.Konklusjon.Nn).Must(IsShort).WithMessage("Decision_ConclusionLong");
            RuleFor(form => form.Konklusjon.En).Must(IsShort).WithMessage("Decision_ConclusionLong");
            RuleFor(form => form.Grunn).Must(text => !string.IsNullOrWhiteSpace(text)).When(form => form.Vedtak == No).WithMessage("ToolSteps_ReasonMissing");
            RuleFor(form => form.Grunn).Must(text => (text ?? "").Trim().Length <= Tool.ReasonMaxLength).WithMessage("ToolSteps_ReasonLong");
        }

        private static bool IsShort(string? text) => (text ?? "").Trim().Length <= Certification.ConclusionMaxLength;
    }
}
