using System.ComponentModel.DataAnnotations;
using FluentValidation;
using UngPortal.Features.Topics;
using UngPortal.Kernel;

namespace UngPortal.Features.Questions.Asking;

/// <summary>What somebody who asks fills in. Source: product/questions.md, "Asking".</summary>
public sealed class AskForm
{
    public const string Under = "under";
    public const string Over = "over";

    /// <summary>Longer texts are kept on the page and flagged, never cut.</summary>
    [StringLength(20_000)]
    public string? Tekst { get; set; }

    /// <summary>A topic's slug; <c>vet-ikke</c> is an answer too.</summary>
    [StringLength(100)]
    public string? Tema { get; set; }

    [StringLength(10)]
    public string? Alder { get; set; }

    public AskerGender? Kjonn { get; set; }

    public bool IkkeOffentlig { get; set; }

    public bool Lest { get; set; }

    /// <summary>Nobody sees this field; what fills it in is no human.</summary>
    [StringLength(500)]
    public string? Nettside { get; set; }

    /// <summary>The form's own sealed key.</summary>
    [StringLength(500)]
    public string? Nokkel { get; set; }

    /// <summary>Similar answers were shown once: nobody is nudged twice.</summary>
    public bool Sett { get; set; }

    /// <summary>The text as it would be kept.</summary>
    public string Text => AskedText.Clean(Tekst);

    /// <summary>The age in years; null for the two endings.</summary>
    public int? Age => int.TryParse(Alder, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var age) && age is >= QuestionThread.YoungestAge and <= QuestionThread.OldestAge ? age : null;

    /// <summary>What is kept of the asker; of a form that holds.</summary>
    public AskerFacts ToAsker(string language) => new(language, Age ?? QuestionThread.UnderAge, Kjonn!.Value, Tema == Validator.DontKnow ? null : Tema, !IkkeOffentlig);

    public sealed class Validator : AbstractValidator<AskForm>
    {
        public const string DontKnow = "vet-ikke";

        public Validator(TopicTree? topics)
        {
            RuleFor(form => form.Tekst).Must(text => AskedText.LengthOf(AskedText.Clean(text)) >= Question.TextMinLength).WithMessage(form => form.Text.Length == 0 ? "Ask_TextMissing" : "Ask_TextShort");
            RuleFor(form => form.Tekst).Must(text => !AskedText.IsTooLong(AskedText.Clean(text), Question.TextMaxLength)).WithMessage("Ask_TextLong");
            RuleFor(form => form.Tema).Must(topic => topic == DontKnow || (!string.IsNullOrEmpty(topic) && (topics is null || topics.Find(topic) is { Depth: > 1 }))).WithMessage("Ask_TopicMissing");
            RuleFor(form => form.Alder).Must((form, age) => age is Under or Over || form.Age is not null).WithMessage("Ask_AgeMissing");
            RuleFor(form => form.Kjonn).Must(gender => gender is { } one && Enum.IsDefined(one)).WithMessage("Ask_GenderMissing");
            RuleFor(form => form.Lest).Equal(true).WithMessage("Ask_ReadMissing");
            RuleFor(form => form.Nettside).Must(string.IsNullOrEmpty).WithMessage("Ask_Honeypot");
        }
    }
}
