namespace UngPortal.Features.SelfHelpTools;

/// <content>From a proposal to a badge, and away from it. Source: product/tools.md, "States".</content>
public sealed partial class Tool
{
    /// <summary>Somebody looks whether it is worth assessing at all.</summary>
    public void Screen(DateTime now) => Move(ToolState.Screening, now, ToolState.Proposed);

    /// <summary>Takes it up again; readers see nothing of it before a new certification is published.</summary>
    public void Reopen(DateTime now) => Move(ToolState.Screening, now, ToolState.Withdrawn, ToolState.Rejected);

    /// <summary>Not worth assessing: off the site.</summary>
    public void TurnDown(DateTime now)
    {
        Move(ToolState.Rejected, now, ToolState.Proposed, ToolState.Screening);
        Hide();
    }

    /// <summary>Review is due. Only time leaves the badge on until its last day; whatever else happened, what was checked holds no longer.</summary>
    public void FallDue(ReviewCause cause, DateTime now)
    {
        Move(ToolState.ReviewDue, now, ToolState.Approved, ToolState.Published, ToolState.ReviewDue);
        (Cause, BadgeUntil) = (cause, cause == ReviewCause.Time ? BadgeUntil : null);
    }

    /// <summary>Takes it off the site at once, from any state in which it is there.</summary>
    public void Suspend(DateTime now)
    {
        Move(ToolState.Suspended, now, ToolState.Proposed, ToolState.Screening, ToolState.Assessment, ToolState.PanelDecision, ToolState.Approved, ToolState.Published, ToolState.ReviewDue);
        Hide();
    }

    /// <summary>What it was suspended for is settled: it is shown again, without a badge.</summary>
    public void LiftSuspension(DateTime now)
    {
        Move(Approval is null ? ToolState.Proposed : ToolState.ReviewDue, now, ToolState.Suspended);
        IsHidden = false;
    }

    public void Withdraw(DateTime now)
    {
        Move(
            ToolState.Withdrawn, now, ToolState.Proposed, ToolState.Screening, ToolState.Assessment, ToolState.PanelDecision, ToolState.Approved, ToolState.Published, ToolState.ReviewDue, ToolState.Suspended);
        Hide();
    }

    private void Hide() => (IsHidden, BadgeUntil) = (true, null);

    private void Move(ToolState to, DateTime now, params ReadOnlySpan<ToolState> from)
    {
        if (!from.Contains(State))
        {
            throw new InvalidOperationException($"A tool that is {State} can't become {to}.");
        }

        (State, StateSince, ChangedAt) = (to, now, now);
    }
}
