using UngPortal.Kernel;

namespace UngPortal.Features.Questions;

/// <content>What the asker writes after the first text: an addition that was asked for, and follow-ups.</content>
public sealed partial class Question
{
    /// <summary>From when its targets count: without the time that the asker was waited for. An addition that made it harder is as good as a new question: nobody had seen it before.</summary>
    private DateTime CountedFrom => AddedAt is not { } added ? AskedAt : FirstSeenAt < added ? AskedAt + (added - MoreAskedAt!.Value) : added;

    /// <summary>The asker tells more, once. What is harder than the question goes back to those who sort, without the role that no longer fits.</summary>
    public void AddMore(byte[] sealedAddition, Severity severity, DateTime now)
    {
        Require(QuestionState.NeedsMore);
        (SealedAddition, AddedAt, State, Told) = (sealedAddition, now, QuestionState.Queued, AlertStage.None);
        if (severity > OwnSeverity)
        {
            EndClaim();
            (State, Role, FirstSeenAt) = (Entrance, null, null);
        }

        Weigh(severity > OwnSeverity ? severity : OwnSeverity);
    }

    /// <summary>A follow-up goes to those who answered, without a new triage, unless it is harder than before. A child's waits for a safeguarding officer every time, as hard as the one before at least.</summary>
    public void FollowUpOn(Question earlier, DateTime now)
    {
        Require(QuestionState.Received, QuestionState.SafeguardingHold);
        if (State == QuestionState.SafeguardingHold)
        {
            Weigh(DetectedSeverity > earlier.OwnSeverity ? DetectedSeverity : earlier.OwnSeverity);
        }
        else if (earlier.Role is { } role && DetectedSeverity <= earlier.OwnSeverity)
        {
            Triage(earlier.OwnSeverity, [.. earlier.Topics.Select(link => link.Topic)], earlier.TriagedById!.Value, now);
            FirstSeenAt = null;
            QueueFor(role);
        }
    }
}
