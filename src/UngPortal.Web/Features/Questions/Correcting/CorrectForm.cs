using System.ComponentModel.DataAnnotations;
using UngPortal.Features.Answers;
using UngPortal.Features.Questions.Answering;
using UngPortal.Platform.Markdown;

namespace UngPortal.Features.Questions.Correcting;

/// <summary>An answer as it shall be from now on, with what readers are told has changed; <c>rett</c> or <c>ned</c>.</summary>
public sealed class CorrectForm : AnswerFields
{
    [StringLength(FieldMaxLength)]
    public string? Endring { get; set; }

    /// <summary>Why a public answer is taken down, for staff.</summary>
    [StringLength(FieldMaxLength)]
    public string? Hvorfor { get; set; }

    public string Note => AskedText.Clean(Endring);

    public string Why => AskedText.Clean(Hvorfor);

    public static CorrectForm Of(AnswerContent content, int version)
    {
        var form = new CorrectForm();
        form.Fill(content, version);
        return form;
    }

    /// <summary>What must be mended first.</summary>
    public IReadOnlyList<(string Field, string Key)> Problems(int version, bool isPublic, MarkdownRenderer markdown)
    {
        var content = ToContent();
        var problems = new List<(string, string)>();
        void Require(bool holds, string field, string key) => problems.AddRange(holds ? [] : [(field, key)]);
        if (Steg == "ned")
        {
            Require(Why.Length is > 0 and <= PublishedAnswer.NoteMaxLength, nameof(Hvorfor), "Correct_WhyMissing");
            return problems;
        }

        Require(Note.Length is > 0 and <= PublishedAnswer.NoteMaxLength, nameof(Endring), "Correct_NoteMissing");
        Require(content.Greeting.Length > 0 && content.Brief.Length > 0 && content.Explanation.Length > 0, nameof(Hilsen), "Check_Sections");
        Require(!isPublic || content.Sections.All(section => section.Length > 0), nameof(Hilsen), "Publish_Sections");
        Require(content.Length <= AnswerContent.MaxLength, nameof(Forklaring), "Check_Long");
        Require(content.Sections.Append(Note).Where(section => section.Length > 0).All(section => markdown.Render(section).Problems.Count == 0), nameof(Forklaring), "Check_Markup");
        Require(Versjon == version, "", "Desk_WasFirst");
        return problems;
    }
}
