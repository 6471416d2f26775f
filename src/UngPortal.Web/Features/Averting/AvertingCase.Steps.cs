namespace UngPortal.Features.Averting;

/// <content>What two people do with a case.</content>
public sealed partial class AvertingCase
{
    public void Assess(CaseDecision decision, bool clearsParents, CaseHand hand)
    {
        Require(CaseState.Open, CaseState.Disputed, CaseState.Decided);
        Decide(CaseStep.Assess, decision, clearsParents, hand);
        State = CaseState.AwaitingSecond;
    }

    /// <summary>Minutes matter: the police or child protection were told by one person, and a second documents it until the deadline.</summary>
    public void ActAlone(CaseDecision decision, bool clearsParents, CaseHand hand, DateTime secondDueAt)
    {
        Require(CaseState.Open, CaseState.Disputed, CaseState.Decided);
        if (decision is not (CaseDecision.Police or CaseDecision.ChildProtection))
        {
            throw new InvalidOperationException("One person alone turns to the police or to child protection; anything else can wait for a second.");
        }

        Decide(CaseStep.ActAlone, decision, clearsParents, hand);
        (State, SecondDueAt) = (CaseState.ActedAlone, secondDueAt);
    }

    public void Confirm(CaseHand hand)
    {
        RequireSecond(hand);
        var clears = _entries.Where(entry => entry.Decision is not null).MaxBy(entry => entry.Number)!.ClearsParents;
        Write(CaseStep.Confirm, hand);
        Parents = clears && Parents == ParentsStatus.NotToBeInformed ? ParentsStatus.Cleared : Parents;
        (State, SecondDueAt) = (CaseState.Decided, null);
    }

    /// <summary>The second person sees it otherwise, and says why.</summary>
    public void Disagree(CaseHand hand)
    {
        RequireSecond(hand);
        Write(CaseStep.Disagree, hand);
        (State, SecondDueAt) = (CaseState.Disputed, null);
    }

    public void InformParents(CaseHand hand)
    {
        Require(CaseState.Decided);
        if (Parents != ParentsStatus.Cleared)
        {
            throw new InvalidOperationException("Parents are not informed without clearance.");
        }

        Write(CaseStep.InformParents, hand);
        Parents = ParentsStatus.Informed;
    }

    /// <summary>Nothing more is to be done. Where more information was wanted, it must be assessed anew first.</summary>
    public void Close(CaseHand hand)
    {
        Require(CaseState.Decided);
        if (Decision == CaseDecision.MoreInformation)
        {
            throw new InvalidOperationException("A case that waits for information is assessed again before it is closed.");
        }

        Write(CaseStep.Close, hand);
        (State, ClosedAt) = (CaseState.Closed, hand.At);
    }

    /// <summary>It was told again that the case stands still.</summary>
    public void NoteToldLate(DateTime now) => ToldLateAt = now;

    private void Decide(CaseStep step, CaseDecision decision, bool clearsParents, CaseHand hand)
    {
        Write(step, hand, decision, clearsParents);
        (Decision, AssessedById) = (decision, hand.ById);
    }

    private void Write(CaseStep step, CaseHand hand, CaseDecision? decision = null, bool clearsParents = false)
    {
        ToldLateAt = null;
        _entries.Add(new CaseEntry
        {
            Id = hand.EntryId,
            CaseId = Id,
            Number = _entries.Count + 1,
            Step = step,
            ById = hand.ById,
            At = hand.At,
            Decision = decision,
            ClearsParents = clearsParents,
            SealedWords = hand.SealedWords,
        });
    }

    private void RequireSecond(CaseHand hand)
    {
        Require(CaseState.AwaitingSecond, CaseState.ActedAlone);
        if (hand.ById == AssessedById)
        {
            throw new InvalidOperationException("The second person is somebody else than the first.");
        }
    }

    private void Require(params ReadOnlySpan<CaseState> states)
    {
        if (!states.Contains(State))
        {
            throw new InvalidOperationException($"A case that is {State} can't do this; it must be one of {string.Join(", ", states.ToArray())}.");
        }
    }
}
