namespace UngPortal.Features.Questions;

/// <content>The answer, from its first word until the asker can read it.</content>
public sealed partial class Question
{
    public QuestionAnswer? Answer { get; private set; }

    public ReviewReason? NeedsReviewFor { get; private set; }

    public int? ReviewerId { get; private set; }

    /// <summary>Whose agreement the answer counts for; it stays when its author moves on, and when the texts are deleted.</summary>
    public int? OrganisationId { get; private set; }

    /// <summary>Writes in the answer.</summary>
    public QuestionAnswer Write(byte[] sealedContent, int expertId, DateTime now)
    {
        RequireClaim(expertId);
        Answer ??= new QuestionAnswer { QuestionId = Id };
        Answer.Write(sealedContent, expertId, now);
        (State, ClaimedUntil) = (QuestionState.Drafted, now + ClaimLength);
        return Answer;
    }

    /// <summary>The author is done: a second reader first where the rules ask for one, else the asker reads it now.</summary>
    public void Submit(int expertId, ReviewReason? reason, DateTime now)
    {
        RequireClaim(expertId);
        Require(QuestionState.Drafted);
        EndClaim();
        NeedsReviewFor = reason;
        if (reason is null)
        {
            GiveAnswer(now);
        }
        else
        {
            State = QuestionState.InReview;
        }
    }

    /// <summary>Says for which organisation it was answered.</summary>
    public void CountFor(int? organisationId) => OrganisationId = organisationId;

    /// <summary>A second reader lets it go out. Nobody reads the own answer.</summary>
    public void Approve(int reviewerId, DateTime now)
    {
        Require(QuestionState.InReview);
        RequireOther(reviewerId);
        ReviewerId = reviewerId;
        GiveAnswer(now);
    }

    /// <summary>Back to its author, with what to mend.</summary>
    public void SendBack(int reviewerId, byte[] sealedNote, DateTime now)
    {
        Require(QuestionState.InReview);
        RequireOther(reviewerId);
        Answer!.NoteReview(sealedNote);
        (State, ClaimedById, ClaimedUntil) = (QuestionState.Drafted, Answer.AuthorId, now + ClaimLength);
    }

    /// <summary>Asks the asker for more, once. Those that joined the question are not asked; they no longer wait for its answer.</summary>
    public void AskForMore(byte[] sealedRequest, int expertId, DateTime now)
    {
        RequireClaim(expertId);
        if (MoreAskedAt is not null)
        {
            throw new InvalidOperationException("More was asked for once already.");
        }

        LeaveOthers();
        EndClaim();
        (SealedRequest, MoreAskedAt, State) = (sealedRequest, now, QuestionState.NeedsMore);
    }

    private void GiveAnswer(DateTime now)
    {
        RequireJoinedRead();
        Answer?.NoteReview(null);
        (State, AnsweredAt) = (QuestionState.Answered, now);
    }

    private void RequireOther(int reviewerId)
    {
        if (Answer!.AuthorIds.Contains(reviewerId))
        {
            throw new InvalidOperationException("Nobody approves the own answer.");
        }
    }
}
