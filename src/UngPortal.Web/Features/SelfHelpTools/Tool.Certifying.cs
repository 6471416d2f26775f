using UngPortal.Kernel;

namespace UngPortal.Features.SelfHelpTools;

/// <content>The way to a badge. Source: product/tools.md, "Assessment".</content>
public sealed partial class Tool
{
    public Certification BeginAssessment(CriteriaVersion criteria, DateTime now)
    {
        var certification = Certification.Begin(this, criteria, now);
        Move(ToolState.Assessment, now, ToolState.Screening, ToolState.ReviewDue);
        return certification;
    }

    /// <summary>Both halves are answered and read: the panel has what it needs.</summary>
    public void SendToPanel(Certification certification, DateTime now)
    {
        Require(certification);
        if (!certification.IsScored)
        {
            throw new InvalidOperationException("Both halves must be answered and reviewed first.");
        }

        Move(ToolState.PanelDecision, now, ToolState.Assessment);
    }

    /// <summary>Ends the certification without a decision; a new one begins from the start.</summary>
    public void SendBack(Certification certification, int staffId, DateTime now)
    {
        Require(certification);
        Move(ToolState.Screening, now, ToolState.Assessment, ToolState.PanelDecision);
        certification.End(CertificationOutcome.SentBack, staffId, now);
    }

    public void Approve(Certification certification, CriteriaVersion criteria, int staffId, LocalizedText conclusion, DateTime now)
    {
        Require(certification);
        RequireState(ToolState.PanelDecision);
        certification.Approve(this, criteria, staffId, conclusion, now);
        Move(ToolState.Approved, now, ToolState.PanelDecision);
    }

    public void Reject(Certification certification, int staffId, DateTime now)
    {
        Require(certification);
        RequireState(ToolState.PanelDecision);
        certification.Reject(staffId, now);
        Move(ToolState.Rejected, now, ToolState.PanelDecision);
        Hide();
    }

    /// <summary>The badge goes on, until twelve months after the panel's decision.</summary>
    public void Publish(Certification certification, CriteriaVersion criteria, DateTime now)
    {
        Require(certification);
        RequireState(ToolState.Approved);
        var (approval, until) = (certification.ToApproval(criteria), OsloTime.StartOf(OsloTime.DayOf(certification.DecidedAt!.Value).AddMonths(ToolApproval.Months)));
        if (until <= now)
        {
            throw new InvalidOperationException("The approval is over twelve months old.");
        }

        Move(ToolState.Published, now, ToolState.Approved);
        (Approval, BadgeUntil, Cause, IsHidden) = (approval, until, null, false);
    }

    private void Require(Certification certification) => _ = certification.ToolId == Id ? true : throw new InvalidOperationException("This is another tool's certification.");

    private void RequireState(ToolState state) => _ = State == state ? true : throw new InvalidOperationException($"A tool that is {State} can't do this; it must be {state}.");
}
