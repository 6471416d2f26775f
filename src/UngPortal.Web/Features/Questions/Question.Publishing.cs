namespace UngPortal.Features.Questions;

/// <content>What happens to an answered question.</content>
public sealed partial class Question
{
    /// <summary>The public copy's number; it says nothing of the code.</summary>
    public int? PublicId { get; private set; }

    /// <summary>Into the pile of those that may become public.</summary>
    public void OfferForPublishing()
    {
        Require(QuestionState.Answered);
        State = QuestionState.PublishReview;
    }

    public void KeepPrivate()
    {
        Require(QuestionState.Answered, QuestionState.PublishReview);
        State = QuestionState.AnsweredPrivately;
    }

    /// <summary>Its time is over before anybody made a copy of it.</summary>
    internal void LeaveUnpublished() => State = State is QuestionState.Answered or QuestionState.PublishReview ? QuestionState.AnsweredPrivately : State;

    public void Publish(int publicId)
    {
        Require(QuestionState.PublishReview);
        (State, PublicId) = (QuestionState.Published, publicId);
    }

    /// <summary>The answer was changed after the asker could read it; both code page and public page say so. What was taken down, its asker still reads.</summary>
    public void Correct(byte[] sealedContent, byte[] sealedNote, DateTime now)
    {
        Require(QuestionState.Answered, QuestionState.PublishReview, QuestionState.Published, QuestionState.AnsweredPrivately, QuestionState.Corrected, QuestionState.TakenDown);
        Answer!.Correct(sealedContent, sealedNote, now);
        CorrectedAt = now;
        State = State is QuestionState.Answered or QuestionState.PublishReview or QuestionState.TakenDown ? State : QuestionState.Corrected;
    }

    /// <summary>Its author wants others to mend the answer.</summary>
    public void AskForCorrection(byte[] sealedWish)
    {
        if (!IsReadable)
        {
            throw new InvalidOperationException($"A question that is {State} has no answer to correct.");
        }

        Answer!.NoteReview(sealedWish);
    }

    /// <summary>The public copy goes; the asker still reads the answer.</summary>
    public void TakeDown()
    {
        if (PublicId is null || State is not (QuestionState.Published or QuestionState.Corrected))
        {
            throw new InvalidOperationException($"A question that is {State} has no public copy.");
        }

        State = QuestionState.TakenDown;
    }

    /// <summary>The asker is led to what was answered before.</summary>
    public void LeadTo(int publicId, DateTime now)
    {
        Decline(DeclineReason.AlreadyAnswered, now);
        PublicId = publicId;
    }
}
