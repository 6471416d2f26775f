using UngPortal.Platform.Access;
using UngPortal.Platform.Audit;

namespace UngPortal.Features.Questions;

/// <summary>Takes a step with a question and writes down what became of it, and of those that were to be answered with it; the caller saves.</summary>
public sealed class QuestionSteps(AuditTrail audit)
{
    /// <exception cref="InvalidOperationException">The question's state does not allow it.</exception>
    public void Do(Question question, StaffIdentity? person, string action, Action<Question> verb, string detail = "")
    {
        var (from, joined) = (question.State, question.Joined.ToList());
        verb(question);
        Note(question, person, action, from, detail);
        NoteFreed(joined, person);
    }

    /// <summary>Adds the audit entry of a change that is about to be saved.</summary>
    public void Note(Question question, StaffIdentity? person, string action, QuestionState from, string detail = "") =>
        audit.Record(person, action, Question.SubjectOf(question.Id), detail.Length > 0 ? $"{from} → {question.State}: {detail}" : $"{from} → {question.State}");

    /// <summary>Writes down which of those that had joined a question wait by themselves again.</summary>
    public void NoteFreed(IEnumerable<Question> joined, StaffIdentity? person)
    {
        foreach (var one in joined.Where(one => one is { HeadId: null, IsOpen: true }))
        {
            Note(one, person, "question-freed", QuestionState.Joined);
        }
    }
}
