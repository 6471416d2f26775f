using UngPortal.Features.Questions.Desk;
using UngPortal.Platform.Access;

namespace UngPortal.Features.Questions;

/// <summary>What a question and its thread say, for somebody who may read it now and must keep it elsewhere.</summary>
public sealed class QuestionCopies(QuestionDesk desk)
{
    /// <summary>Null when the question isn't there or is not for this person.</summary>
    public async Task<Copy?> ReadAsync(Guid id, StaffIdentity person, CancellationToken cancellationToken)
    {
        using var opened = await desk.OpenAsync(id, person, cancellationToken);
        if (opened is null)
        {
            return null;
        }

        string[] parts = [.. opened.Before.Select(before => before.Question), opened.Text, opened.Texts.AdditionOf(opened.Question)];
        return new Copy(string.Join("\n\n", parts.Where(part => part.Length > 0)), opened.Thread.Age, opened.Question.AskedAt);
    }

    /// <param name="Text">Everything the asker wrote, the oldest first.</param>
    /// <param name="Age">The age that was chosen; <see cref="QuestionThread.UnderAge"/> for everyone younger.</param>
    /// <param name="AskedAt">When the question was asked, UTC.</param>
    public sealed record Copy(string Text, int Age, DateTime AskedAt);
}
