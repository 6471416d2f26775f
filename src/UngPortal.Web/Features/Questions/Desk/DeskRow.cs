using UngPortal.Kernel;

namespace UngPortal.Features.Questions.Desk;

/// <summary>A line of a list at the desk: what a question is, never what it says.</summary>
public sealed record DeskRow(Guid Id, QuestionState State, Severity Severity, int Age, string Language, string? Role, DateTime AskedAt, DateTime DueAt)
{
    public static readonly System.Linq.Expressions.Expression<Func<Question, DeskRow>> Of = question =>
        new DeskRow(question.Id, question.State, question.Severity, question.Age, question.Language, question.Role, question.AskedAt, question.DueAt);

    /// <summary>Whether nobody who answers today could be handed it.</summary>
    public bool FitsNobody { get; init; }

    /// <summary>The name of whoever wrote the answer, where it is shown.</summary>
    public string? WrittenBy { get; init; }

    /// <summary>The part of the time to the answer's target that is used: 1 and more is overdue.</summary>
    public double Used(DateTime now) => 1 - ((DueAt - now) / QuestionTargets.Of(Severity).Answer);
}
