using UngPortal.Features.Answers;
using UngPortal.Features.Publications;

namespace UngPortal.Features.Questions.Publishing;

/// <summary>What must be mended before a copy becomes public, and the words an editor should look at. Source: product/questions.md, "Publishing"; product/safety.md, "Safe messaging".</summary>
public sealed record PublishChecks(IReadOnlyList<Mark> Marks, IReadOnlyList<(string Field, string Key)> Problems)
{
    /// <summary>What stands in the way of what the form asks for.</summary>
    public IReadOnlyList<(string Field, string Key)> ProblemsFor(PublishForm form) => form.Steg switch
    {
        "publiser" => Problems,
        "privat" when form.Privat is not { } reason || !Enum.IsDefined(reason) => [(nameof(form.Privat), "Publish_ReasonMissing")],
        _ => [],
    };

    /// <summary>The sections by the fields that they are typed in.</summary>
    public static IReadOnlyList<(string Field, string Text)> FieldsOf(AnswerContent content) =>
        [("Hilsen", content.Greeting), ("Kort", content.Brief), ("Forklaring", content.Explanation), ("Gjor", content.DoNow), ("Avslutning", content.Closing)];

    /// <param name="form">The copy.</param>
    /// <param name="topics">All that there are.</param>
    /// <param name="subjects">The question's own, whatever the copy says.</param>
    /// <param name="isSensitive">Whether the question is, whatever the copy says.</param>
    /// <param name="rendering">Says what can't be shown.</param>
    /// <param name="numbers">Says which numbers must not be there.</param>
    public static PublishChecks Of(PublishForm form, IReadOnlySet<string> topics, IReadOnlyList<string> subjects, bool isSensitive, AnswerRendering rendering, EatingNumbers numbers)
    {
        var content = form.ToContent();
        (string, string)[] texts = [("Tittel", form.Title), ("Sporsmal", form.Question), .. FieldsOf(content)];
        var marks = texts.SelectMany(text => Mark.In(text.Item1, text.Item2)).ToList();
        var problems = new List<(string, string)>();
        void Require(bool holds, string field, string key) => problems.AddRange(holds ? [] : [(field, key)]);
        Require(form.Title.Length is > 0 and <= PublishedAnswer.TitleMaxLength, "Tittel", "Publish_TitleMissing");
        Require(form.Question.Length is > 0 and <= PublishedAnswer.QuestionMaxLength, "Sporsmal", "Publish_QuestionMissing");
        Require(content.Sections.All(section => section.Length > 0), "Hilsen", "Publish_Sections");
        Require(content.Length <= AnswerContent.MaxLength, "Forklaring", "Check_Long");
        Require(rendering.ProblemsOf(content.ToSections()).Count == 0, "Forklaring", "Check_Markup");
        Require(form.Topics.Count is > 0 and <= PublishedAnswer.MostTopics && form.Topics.All(topics.Contains), "Tema", "Triage_TopicMissing");
        Require(form.Age is not null, "Alder", "Publish_AgeMissing");
        Require((form.Folsomhet == Sensitivity.None && !isSensitive) || form.Age is not { } age || age.From < age.To, "Alder", "Publish_AgeExact");
        Require(!marks.Exists(mark => mark.IsContact), "Sporsmal", "Publish_Contact");
        Require(!numbers.AreIn(texts.Select(text => text.Item2), subjects.Concat(form.Topics)), "Sporsmal", "Publish_Numbers");
        Require(marks.Count == 0 || form.Sett, "Sett", "Publish_MarksLeft");
        Require(!form.HasTooManyServices, "Tjeneste", "Answer_ServicesMany");
        Require(form.HasTicks, "Navn", "Publish_Ticks");
        return new PublishChecks(marks, problems);
    }
}
