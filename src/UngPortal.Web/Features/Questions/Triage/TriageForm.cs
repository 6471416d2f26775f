using System.ComponentModel.DataAnnotations;
using FluentValidation;

namespace UngPortal.Features.Questions.Triage;

/// <summary>What an editor says of a question.</summary>
public sealed class TriageForm
{
    private const int MostTopics = 4;

    public Kernel.Severity? Alvor { get; set; }

    [MaxLength(20)]
    public string[]? Tema { get; set; }

    /// <summary>One more topic than was suggested.</summary>
    [StringLength(100)]
    public string? Tilfoy { get; set; }

    [StringLength(Question.RoleMaxLength)]
    public string? Rolle { get; set; }

    public DeclineReason? Grunn { get; set; }

    /// <summary>The public answer that the asker is led to instead.</summary>
    public int? Besvart { get; set; }

    /// <summary>The open question that this one is answered together with.</summary>
    public Guid? Sammen { get; set; }

    /// <summary>Chosen on purpose, both being Red.</summary>
    public bool RodSammen { get; set; }

    /// <summary>The question that is to be answered by itself again.</summary>
    public Guid? Skill { get; set; }

    /// <summary>The one that was left last.</summary>
    public Guid? Etter { get; set; }

    /// <summary>What is done: <c>bekreft</c>, <c>vern</c>, <c>avvis</c> or <c>hopp</c>.</summary>
    [StringLength(20)]
    public string? Steg { get; set; }

    /// <summary>What is done, by whichever button was pressed.</summary>
    public string? Step => Besvart is not null ? "besvart" : Sammen is not null ? "sammen" : Skill is not null ? "skill" : Steg;

    public IReadOnlyList<string> Topics => [.. (Tema ?? []).Append(Tilfoy).OfType<string>().Where(topic => topic.Length > 0).Distinct()];

    public sealed class Validator : AbstractValidator<TriageForm>
    {
        public Validator(IReadOnlySet<string> topics, IReadOnlySet<string> roles)
        {
            RuleFor(form => form.Alvor).Must(severity => severity is { } one && Enum.IsDefined(one)).WithMessage("Triage_SeverityMissing");
            RuleFor(form => form.Topics).Must(chosen => chosen.Count is > 0 and <= MostTopics && chosen.All(topics.Contains)).WithMessage("Triage_TopicMissing").OverridePropertyName(nameof(Tilfoy));
            RuleFor(form => form.Rolle).Must(role => role is not null && roles.Contains(role)).When(form => form.Step == "bekreft").WithMessage("Triage_RoleMissing");
        }
    }
}
