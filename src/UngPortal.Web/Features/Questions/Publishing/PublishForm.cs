using System.ComponentModel.DataAnnotations;
using UngPortal.Features.Answers;
using UngPortal.Features.Publications;
using UngPortal.Features.Questions.Answering;
using UngPortal.Kernel;

namespace UngPortal.Features.Questions.Publishing;

/// <summary>The public copy as an editor prepares it, and what is done with it: <c>publiser</c>, <c>se</c>, <c>privat</c> or <c>hopp</c>.</summary>
public sealed class PublishForm : AnswerFields
{
    [StringLength(FieldMaxLength)]
    public string? Tittel { get; set; }

    [StringLength(FieldMaxLength)]
    public string? Sporsmal { get; set; }

    /// <summary>A band's key; the exact age is a band of one year.</summary>
    [StringLength(10)]
    public string? Alder { get; set; }

    /// <summary>Whether the copy says the gender.</summary>
    public bool VisKjonn { get; set; }

    public Sensitivity Folsomhet { get; set; }

    [MaxLength(20)]
    public string[]? Tema { get; set; }

    /// <summary>The ticks of the checklist.</summary>
    public bool Navn { get; set; }

    public bool Sted { get; set; }

    public bool Dato { get; set; }

    public bool Diagnose { get; set; }

    public bool Brukernavn { get; set; }

    public bool Trygt { get; set; }

    /// <summary>The marked words were looked at and may stay.</summary>
    public bool Sett { get; set; }

    public PrivateReason? Privat { get; set; }

    public string Title => AskedText.Clean(Tittel);

    public string Question => AskedText.Clean(Sporsmal);

    public bool HasTicks => Navn && Sted && Dato && Diagnose && Brukernavn && Trygt;

    public AgeBand? Age => AgeBand.TryParse(Alder, out var band) ? band : null;

    public IReadOnlyList<string> Topics => [.. (Tema ?? []).OfType<string>().Where(topic => topic.Length > 0).Distinct()];

    /// <summary>The copy to begin with: what was asked and answered, with a band instead of the age where the subject is sensitive.</summary>
    public static PublishForm Of(Question question, string text, AnswerContent content, bool isSensitive, AgeBand? band)
    {
        var form = new PublishForm
        {
            Sporsmal = text,
            Alder = (isSensitive && band is not null ? band : Exactly(question.Age)).Key,
            VisKjonn = true,
            Folsomhet = isSensitive ? Sensitivity.Sensitive : Sensitivity.None,
            Tema = [.. question.Topics.Select(link => link.Topic)],
        };
        form.Fill(content, question.Answer!.Version);
        return form;
    }

    public static AgeBand Exactly(int age) => new(age, age);

    public AnswerDraft ToDraft(Question question, AskerGender gender) => new()
    {
        Origin = AnswerOrigin.Asked,
        Language = question.Language,
        Title = Title,
        Question = Question,
        Answer = ToContent().ToSections(),
        Role = question.Role!,
        Topics = Topics,
        Age = Age!,
        Gender = VisKjonn ? gender : AskerGender.NotSaid,
        Sensitivity = Folsomhet,
        AskedAt = OsloTime.DayOf(question.AskedAt),
        AnsweredAt = OsloTime.DayOf(question.AnsweredAt!.Value),
        Facts = new AnswerFacts { Related = ToContent().Articles, Services = ToContent().Services },
    };
}
