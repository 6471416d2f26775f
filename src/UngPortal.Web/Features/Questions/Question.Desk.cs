using UngPortal.Kernel;

namespace UngPortal.Features.Questions;

/// <content>What staff do with a question until the asker can read the answer.</content>
public sealed partial class Question
{
    public static readonly TimeSpan ClaimLength = TimeSpan.FromMinutes(60);

    /// <summary>Who should answer; null until triage.</summary>
    public string? Role { get; private set; }

    public DateTime? TriagedAt { get; private set; }

    public int? TriagedById { get; private set; }

    public int? ClaimedById { get; private set; }

    public DateTime? ClaimedUntil { get; private set; }

    /// <summary>What coordinators have been told of it.</summary>
    public AlertStage Told { get; private set; }

    /// <summary>Also after the hour, for as long as nobody else has taken it: what somebody writes late is not lost.</summary>
    public bool IsClaimedBy(int staffId) => ClaimedById == staffId;

    /// <summary>A human has looked at it.</summary>
    public void NoteSeen(DateTime now) => FirstSeenAt ??= now;

    /// <summary>What coordinators should be told now and have not been; null when there is nothing new, or when it is the asker who is waited for.</summary>
    public AlertStage? AlertAt(DateTime now)
    {
        var stage = !IsOpen || State is QuestionState.Joined or QuestionState.NeedsMore ? AlertStage.None
            : DueAt <= now ? AlertStage.Overdue
            : Severity == Severity.Red && FirstSeenAt is null && now - CountedFrom >= QuestionTargets.Of(Severity).FirstEyes ? AlertStage.Unseen
            : Severity == Severity.Red ? AlertStage.Red
            : AlertStage.None;
        return stage > Told ? stage : null;
    }

    public void NoteTold(AlertStage stage) => Told = stage;

    /// <summary>Puts it before a safeguarding officer; nobody answers it meanwhile.</summary>
    public void HoldForSafeguarding(DateTime now)
    {
        Require(QuestionState.Received, QuestionState.Triaged, QuestionState.Queued, QuestionState.Claimed, QuestionState.Drafted, QuestionState.Rerouted, QuestionState.InReview, QuestionState.NeedsMore, QuestionState.Joined);
        LeaveOthers();
        EndClaim();
        NoteSeen(now);
        State = QuestionState.SafeguardingHold;
    }

    /// <summary>Confirms what it is about and how hard it is.</summary>
    public void Triage(Severity severity, IReadOnlyCollection<string> topics, int byId, DateTime now)
    {
        Require(QuestionState.Received, QuestionState.SafeguardingHold, QuestionState.Rerouted, QuestionState.Triaged);
        if (topics.Count == 0)
        {
            throw new InvalidOperationException("A question has at least one topic.");
        }

        NoteSeen(now);
        Weigh(severity);
        _topics.RemoveAll(link => !topics.Contains(link.Topic));
        _topics.AddRange(topics.Where(topic => !_topics.Exists(link => link.Topic == topic)).Distinct().Select(topic => new QuestionTopic { Topic = topic }));
        (State, TriagedAt, TriagedById) = (QuestionState.Triaged, now, byId);
    }

    public void QueueFor(string role)
    {
        Require(QuestionState.Triaged);
        (State, Role) = (QuestionState.Queued, role);
    }

    /// <summary>Hands it to one expert for an hour; what a colleague began stays in the draft.</summary>
    public void Claim(int expertId, DateTime now)
    {
        ReleaseIfLapsed(now);
        Require(QuestionState.Queued);
        NoteSeen(now);
        (State, ClaimedById, ClaimedUntil) = (Answer is null ? QuestionState.Claimed : QuestionState.Drafted, expertId, now + ClaimLength);
    }

    public void Renew(int expertId, DateTime now)
    {
        RequireClaim(expertId);
        ClaimedUntil = now + ClaimLength;
    }

    /// <summary>Back into the queue; the draft stays.</summary>
    public void LetGo()
    {
        Require(QuestionState.Claimed, QuestionState.Drafted);
        EndClaim();
        State = QuestionState.Queued;
    }

    /// <summary>Whether a claim ran out and the question is free again; it is if this says so.</summary>
    public bool ReleaseIfLapsed(DateTime now)
    {
        var lapsed = State is QuestionState.Claimed or QuestionState.Drafted && ClaimedUntil <= now;
        if (lapsed)
        {
            LetGo();
        }

        return lapsed;
    }

    /// <summary>To somebody of another role: back to triage.</summary>
    public void Reroute()
    {
        Require(QuestionState.Queued, QuestionState.Claimed, QuestionState.Drafted, QuestionState.NeedsMore);
        EndClaim();
        (State, Role) = (QuestionState.Rerouted, null);
    }

    public void Decline(DeclineReason reason, DateTime now)
    {
        Require(QuestionState.Received, QuestionState.SafeguardingHold, QuestionState.Triaged, QuestionState.Queued, QuestionState.Claimed, QuestionState.Drafted, QuestionState.Rerouted, QuestionState.NeedsMore);
        LeaveOthers();
        EndClaim();
        NoteSeen(now);
        (State, DeclinedFor, ClosedAt) = (QuestionState.Declined, reason, now);
    }

    private void EndClaim() => (ClaimedById, ClaimedUntil) = (null, null);

    private void RequireClaim(int expertId)
    {
        Require(QuestionState.Claimed, QuestionState.Drafted);
        if (!IsClaimedBy(expertId))
        {
            throw new InvalidOperationException("Only the one who has the question may do this.");
        }
    }
}
