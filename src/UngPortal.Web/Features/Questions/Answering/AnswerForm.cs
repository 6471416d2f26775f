using System.ComponentModel.DataAnnotations;

namespace UngPortal.Features.Questions.Answering;

/// <summary>The answer as its author types it, and what is done with it: <c>lagre</c>, <c>send</c>, <c>slipp</c>, <c>mer</c>, <c>annen</c>, <c>avvis</c>, <c>vern</c> or <c>skill</c>.</summary>
public sealed class AnswerForm : CheckedFields
{
    /// <summary>The version of an answer that nobody has written in.</summary>
    public const int NotBegun = -1;

    /// <summary>What the author wants to know more about.</summary>
    [StringLength(FieldMaxLength)]
    public string? Mer { get; set; }

    public DeclineReason? Grunn { get; set; }

    /// <summary>The earlier answer whose text is to be taken over, where nothing is written yet.</summary>
    public int? Gjenbruk { get; set; }

    /// <summary>The question that is to be answered by itself after all.</summary>
    public Guid? Skill { get; set; }

    /// <summary>What is done, by whichever button was pressed.</summary>
    public string? Step => Skill is null ? Steg : "skill";

    /// <summary>Whether there is what no draft keeps: it goes with the step that it is for, and stays on the page until then.</summary>
    public bool HoldsMore => SvarerPa || IkkeDiagnose || IkkeMetode || Sett || Grunn is not null || !string.IsNullOrWhiteSpace(Mer);

    public static AnswerForm Of(AnswerContent content, int version)
    {
        var form = new AnswerForm();
        form.Fill(content, version);
        return form;
    }

    public static int VersionOf(Question question) => question.Answer?.Version ?? NotBegun;
}
