using System.ComponentModel.DataAnnotations;
using UngPortal.Features.Answers;
using UngPortal.Features.Questions.Answering;
using UngPortal.Features.Questions.Publishing;
using UngPortal.Kernel;
using UngPortal.Platform.Markdown;

namespace UngPortal.Features.Questions.Correcting;

/// <summary>An answer as it shall be from now on, with what readers are told has changed; <c>rett</c>, <c>be</c> or <c>ned</c>.</summary>
public sealed class CorrectForm : CheckedFields
{
    [StringLength(FieldMaxLength)]
    public string? Endring { get; set; }

    /// <summary>Why a public answer is taken down, for staff.</summary>
    [StringLength(FieldMaxLength)]
    public string? Hvorfor { get; set; }

    /// <summary>Whether somebody who has not written in the answer has to mend it.</summary>
    public bool IsForAnother { get; internal set; }

    /// <summary>Words that may tell who somebody is.</summary>
    public IReadOnlyList<Mark> Marks { get; internal set; } = [];

    /// <summary>What its author asked others to mend.</summary>
    public string Wish { get; internal set; } = "";

    public string Note => AskedText.Clean(Endring);

    public string Why => AskedText.Clean(Hvorfor);

    public static CorrectForm Of(AnswerContent content, int version)
    {
        var form = new CorrectForm();
        form.Fill(content, version);
        return form;
    }

    /// <summary>What must be mended first.</summary>
    public IReadOnlyList<(string Field, string Key)> Problems(int version, bool isPublic, Severity severity, MarkdownRenderer markdown)
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
        Require(Versjon == version, "", "Desk_WasFirst");
        if (Steg == "be")
        {
            return problems;
        }

        Require(!HasTooManyServices, nameof(Tjeneste), "Answer_ServicesMany");
        if (IsForAnother)
        {
            return [("", "Correct_ForAnother")];
        }

        var checks = AnswerChecks.Of(content, severity, markdown);
        problems.AddRange(checks.Problems.Select(key => (nameof(Forklaring), key)));
        Marks = isPublic ? Marks : checks.Marks;
        Require(isPublic || !checks.AreLeft(this), nameof(Sett), "Publish_MarksLeft");
        Require(!isPublic || content.Sections.All(section => section.Length > 0), nameof(Hilsen), "Publish_Sections");
        Require(markdown.Render(Note).Problems.Count == 0, nameof(Endring), "Check_Markup");
        Require(HasTicks, nameof(SvarerPa), "Check_Ticks");
        return problems;
    }

    /// <summary>What its author wants mended: in words, and the sections as they should be.</summary>
    public string WishOver(AnswerContent current) => string.Join("\n\n", [Note, .. ToContent().Sections.Except(current.Sections).Where(section => section.Length > 0)]);
}
