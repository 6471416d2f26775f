using System.ComponentModel.DataAnnotations;
using FluentValidation;

namespace UngPortal.Features.SelfHelpTools.Certifying;

/// <summary>A step as it is chosen. Longer reasons are kept on the page and flagged, never cut.</summary>
public sealed class StepForm
{
    /// <summary>Steps that nobody takes without saying why.</summary>
    private static readonly ToolStep[] WithReason = [ToolStep.SendBack, ToolStep.FallDue, ToolStep.Suspend, ToolStep.LiftSuspension, ToolStep.TurnDown, ToolStep.Withdraw];

    public ToolStep? Steg { get; set; }

    public ReviewCause? Arsak { get; set; }

    [StringLength(20_000)]
    public string? Grunn { get; set; }

    /// <summary>The version that was looked at.</summary>
    public int Versjon { get; set; }

    public sealed class Validator : AbstractValidator<StepForm>
    {
        public Validator()
        {
            RuleFor(form => form.Steg).Cascade(CascadeMode.Stop).NotNull().WithMessage("ToolSteps_Choose").IsInEnum().WithMessage("ToolSteps_Choose");
            RuleFor(form => form.Arsak).Must(cause => cause is { } one && Enum.IsDefined(one)).When(form => form.Steg == ToolStep.FallDue).WithMessage("ToolSteps_CauseMissing");
            RuleFor(form => form.Grunn).Must(reason => !string.IsNullOrWhiteSpace(reason)).When(form => form.Steg is { } step && WithReason.Contains(step)).WithMessage("ToolSteps_ReasonMissing");
            RuleFor(form => form.Grunn).Must(reason => (reason ?? "").Trim().Length <= Tool.ReasonMaxLength).WithMessage("ToolSteps_ReasonLong");
        }
    }
}
