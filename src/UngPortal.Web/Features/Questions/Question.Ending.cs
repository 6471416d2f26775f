namespace UngPortal.Features.Questions;

/// <content>How a question ends without an answer, and what then is left of it.</content>
public sealed partial class Question
{
    /// <summary>The asker takes it back: nothing of what was written stays.</summary>
    public void Withdraw(DateTime now)
    {
        RequireOpen();
        LeaveOthers();
        (State, ClosedAt) = (QuestionState.Withdrawn, now);
        EndClaim();
        Forget();
    }

    /// <summary>It waited longer than texts are kept.</summary>
    public void Expire(DateTime now)
    {
        RequireOpen();
        LeaveOthers();
        (State, ClosedAt) = (QuestionState.Expired, now);
        EndClaim();
        Forget();
    }

    /// <summary>Makes the texts unreadable; figures stay.</summary>
    internal void Forget()
    {
        (SealedText, SealedRequest, SealedAddition) = (null, null, null);
        Answer?.Forget();
    }
}
