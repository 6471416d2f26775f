using UngPortal.Features.Questions.PersonalData;
using UngPortal.Features.Questions.Publishing;
using UngPortal.Kernel;
using UngPortal.Platform.Markdown;

namespace UngPortal.Features.Questions.Answering;

/// <summary>What must be mended before an answer goes out, and what the author should look at. Source: product/questions.md, "Answer editor".</summary>
public sealed record AnswerChecks(IReadOnlyList<string> Problems, IReadOnlyList<Mark> Marks, int Length, int Lix)
{
    private const int LixAim = 35;

    /// <summary>Where the author has to look at the marked words first: a name or an address may belong to a service.</summary>
    public bool AreLeft(CheckedFields form) => Marks.Count > 0 && !form.Sett;

    public bool IsHeavy => Lix > LixAim;

    public static AnswerChecks Of(AnswerContent content, Severity severity, MarkdownRenderer markdown)
    {
        var rendered = content.Sections.Where(section => section.Length > 0).Select(markdown.Render).ToList();
        var problems = new List<string>();
        void Require(bool holds, string key) => problems.AddRange(holds ? [] : [key]);
        Require(content.Greeting.Length > 0 && content.Brief.Length > 0 && content.Explanation.Length > 0, "Check_Sections");
        Require(content.Length >= AnswerContent.MinLength, "Check_Short");
        Require(content.Length <= AnswerContent.MaxLength, "Check_Long");
        Require(severity == Severity.Green || content.Services.Count > 0, "Check_Service");
        Require(!content.Sections.SelectMany(section => section.Split('\n')).Any(line => PhoneNumbers.FirstIn(line) is not null), "Check_Phone");
        var marks = PublishChecks.FieldsOf(content).SelectMany(field => Mark.OfPerson(field.Field, field.Text)).ToList();
        Require(!marks.Exists(mark => mark.Kind == PersonalDataKind.NationalId), "Check_NationalId");
        Require(rendered.TrueForAll(one => one.Problems.Count == 0), "Check_Markup");
        return new AnswerChecks(problems, marks, content.Length, Readability.Of(rendered.SelectMany(one => one.PlainText.Split('\n'))).Lix);
    }
}
