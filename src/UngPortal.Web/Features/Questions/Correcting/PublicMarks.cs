using UngPortal.Features.Answers;
using UngPortal.Features.Questions.Publishing;

namespace UngPortal.Features.Questions.Correcting;

/// <summary>What a correction that everybody reads must not bring in. The words that stood there before were looked at when the copy was made.</summary>
public sealed record PublicMarks(IReadOnlyList<Mark> Marks, IReadOnlyList<(string Field, string Key)> Problems)
{
    public static PublicMarks Of(CorrectForm form, AnswerDraft draft, IEnumerable<string> subjects, EatingNumbers numbers)
    {
        (string Field, string Text)[] texts = [("Endring", form.Note), .. PublishChecks.FieldsOf(form.ToContent())];
        var before = string.Join('\n', draft.Answer.All());
        var marks = texts.SelectMany(text => Mark.In(text.Field, text.Text)).Where(mark => mark.IsContact || !before.Contains(mark.Word, StringComparison.Ordinal)).ToList();
        var problems = new List<(string, string)>();
        problems.AddRange(marks.FirstOrDefault(mark => mark.IsContact) is { } contact ? [(contact.Field, "Publish_Contact")] : []);
        problems.AddRange(numbers.AreIn(texts.Select(text => text.Text), subjects.Concat(draft.Topics)) ? [("Forklaring", "Publish_Numbers")] : []);
        problems.AddRange(marks.Count > 0 && !form.Sett ? [("Sett", "Publish_MarksLeft")] : []);
        return new PublicMarks(marks, problems);
    }
}
