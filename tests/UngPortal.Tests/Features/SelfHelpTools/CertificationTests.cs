using UngPortal.Features.SelfHelpTools;
using UngPortal.Kernel;
using UngPortal.Testing;

namespace UngPortal.Tests.Features.SelfHelpTools;

/// <summary>The rules of a certification, in the entities themselves. Source: product/tools.md, "Assessment".</summary>
public sealed class CertificationTests
{
    private static readonly DateTime Now = new(2026, 11, 23, 12, 0, 0, DateTimeKind.Utc);
    private static readonly DateOnly Today = new(2026, 11, 23);
    private static readonly LocalizedText Conclusion = new() { ["nb"] = "Vi har prøvd den." };

    private readonly CriteriaVersion _criteria = Published();
    private readonly Tool _tool = Tool.Propose("prove", ToolRows.Facts(), Now);

    [Fact]
    public void Publish_AfterAllSteps_GivesTheBadge_UntilTwelveMonthsAfterTheDecision()
    {
        var certification = ToPanel();
        _tool.Approve(certification, _criteria, ToolRows.Decider, Conclusion, Now);
        Assert.Equal((ToolState.Approved, ToolStanding.NotAssessed), (_tool.State, _tool.StandingAt(Now)));

        _tool.Publish(certification, _criteria, Now.AddDays(10));

        var end = OsloTime.StartOf(new DateOnly(2027, 11, 23));
        Assert.Equal((ToolState.Published, end), (_tool.State, _tool.BadgeUntil));
        Assert.Equal((ToolStanding.Assured, ToolStanding.Lapsed), (_tool.StandingAt(end.AddTicks(-1)), _tool.StandingAt(end)));
        Assert.Equal([(QualityArea.Safety, 3m), (QualityArea.Use, 3m), (QualityArea.Data, 3m), (QualityArea.Build, 3m)], _tool.Approval!.Scores.Select(score => (score.Area, score.Points)));
    }

    [Fact]
    public void Publish_AnApprovalOfAYearAgo_Throws()
    {
        var certification = ToPanel();
        _tool.Approve(certification, _criteria, ToolRows.Decider, Conclusion, Now);

        Assert.Throws<InvalidOperationException>(() => _tool.Publish(certification, _criteria, Now.AddYears(1)));
    }

    [Fact]
    public void Take_BothHalvesByOnePerson_Throws()
    {
        var certification = Begin();
        certification.Take(AssessmentPart.Professional, ToolRows.Professional);

        Assert.Throws<InvalidOperationException>(() => certification.Take(AssessmentPart.Security, ToolRows.Professional));
        Assert.Throws<InvalidOperationException>(() => certification.Take(AssessmentPart.Professional, ToolRows.Security));
    }

    [Fact]
    public void Finish_WithAnAnswerOrItsEvidenceMissing_Throws()
    {
        var half = Begin().Take(AssessmentPart.Professional, ToolRows.Professional);
        var answers = ToolRows.Answers(_criteria, AssessmentPart.Professional);
        foreach (var gap in new IReadOnlyList<CriterionScore>[] { [], [.. answers.Skip(1)], [answers[0] with { Points = null }, .. answers.Skip(1)], [answers[0] with { Evidence = "" }, .. answers.Skip(1)], [.. answers.Select(score => score.Key == "sperre-fag" ? score with { Points = 2 } : score)] })
        {
            half.Write(ToolRows.Professional, gap);
            Assert.Throws<InvalidOperationException>(() => half.Finish(ToolRows.Professional, _criteria, Now));
        }

        half.Write(ToolRows.Professional, answers);
        Assert.Throws<InvalidOperationException>(() => half.Write(ToolRows.Security, answers));
        half.Finish(ToolRows.Professional, _criteria, Now);
        Assert.Throws<InvalidOperationException>(() => half.Write(ToolRows.Professional, answers));
    }

    [Fact]
    public void Review_OnesOwn_OrBeforeItIsDone_OrWithAGap_Throws()
    {
        var half = Begin().Take(AssessmentPart.Professional, ToolRows.Professional);
        var answers = ToolRows.Answers(_criteria, AssessmentPart.Professional);
        var points = answers.ToDictionary(score => score.Key, score => score.Points!.Value);
        half.Write(ToolRows.Professional, answers);
        Assert.Throws<InvalidOperationException>(() => half.Review(ToolRows.Security, _criteria, points, Now));
        half.Finish(ToolRows.Professional, _criteria, Now);

        Assert.Throws<InvalidOperationException>(() => half.Review(ToolRows.Professional, _criteria, points, Now));
        Assert.Throws<InvalidOperationException>(() => half.Review(ToolRows.Security, _criteria, points.Skip(1).ToDictionary(), Now));
        half.Review(ToolRows.Security, _criteria, points, Now);
        Assert.Throws<InvalidOperationException>(() => half.Review(ToolRows.Decider, _criteria, points, Now));
    }

    [Fact]
    public void SendToPanel_BeforeBothHalvesAreReviewed_Throws()
    {
        var certification = Begin();

        Assert.Throws<InvalidOperationException>(() => _tool.SendToPanel(certification, Now));
        Assert.Equal(ToolState.Assessment, _tool.State);
    }

    [Theory]
    [InlineData(AssessmentPart.Professional, true)]
    [InlineData(AssessmentPart.Security, true)]
    [InlineData(AssessmentPart.Security, false)]
    public void Approve_WithAKnockOut_Throws_WhoeverOfTheTwoSaidNo(AssessmentPart part, bool byAssessor)
    {
        var certification = Begin();
        foreach (var (own, assessor, reviewer) in new[] { (AssessmentPart.Professional, ToolRows.Professional, ToolRows.Security), (AssessmentPart.Security, ToolRows.Security, ToolRows.Professional) })
        {
            var knockOut = _criteria.Of(own).First(one => one.IsKnockOut).Key;
            int PointsOf(CriterionScore score, bool mine) => own == part && mine && score.Key == knockOut ? CriterionScore.Fails : score.Points!.Value;
            var half = certification.Take(own, assessor);
            half.Write(assessor, [.. ToolRows.Answers(_criteria, own).Select(score => score with { Points = PointsOf(score, byAssessor) })]);
            half.Finish(assessor, _criteria, Now);
            half.Review(reviewer, _criteria, ToolRows.Answers(_criteria, own).ToDictionary(score => score.Key, score => PointsOf(score, !byAssessor)), Now);
        }

        certification.RecordPanelTest(5, Today, "Grei.", Today);
        _tool.SendToPanel(certification, Now);

        Assert.Equal([ApprovalProblem.KnockedOut], certification.ProblemsFor(_tool, _criteria, ToolRows.Decider));
        Assert.Throws<InvalidOperationException>(() => _tool.Approve(certification, _criteria, ToolRows.Decider, Conclusion, Now));
        Assert.Equal(ToolState.PanelDecision, _tool.State);
    }

    [Fact]
    public void Approve_WithoutAPanelTest_OrByOneWhoScored_OrWithoutAConclusion_Throws()
    {
        var certification = Begin();
        ToolRows.Score(certification, _criteria, Now);
        _tool.SendToPanel(certification, Now);
        Assert.Equal([ApprovalProblem.NoPanelTest], certification.ProblemsFor(_tool, _criteria, ToolRows.Decider));
        Assert.Throws<InvalidOperationException>(() => _tool.Approve(certification, _criteria, ToolRows.Decider, Conclusion, Now));

        certification.RecordPanelTest(5, Today, "Grei.", Today);
        Assert.Equal([ApprovalProblem.NotIndependent], certification.ProblemsFor(_tool, _criteria, ToolRows.Security));
        Assert.Throws<InvalidOperationException>(() => _tool.Approve(certification, _criteria, ToolRows.Professional, Conclusion, Now));
        Assert.Throws<InvalidOperationException>(() => _tool.Reject(certification, ToolRows.Professional, Now));
        Assert.Throws<InvalidOperationException>(() => _tool.Approve(certification, _criteria, ToolRows.Decider, [], Now));
        _tool.Approve(certification, _criteria, ToolRows.Decider, Conclusion, Now);
        Assert.Throws<InvalidOperationException>(() => _tool.Approve(certification, _criteria, ToolRows.Decider, Conclusion, Now));
    }

    [Fact]
    public void Approve_AfterANewMainVersion_Throws()
    {
        var certification = ToPanel();
        _tool.Revise(_tool.Facts with { Release = "2.0" }, Now);

        Assert.Equal([ApprovalProblem.OtherRelease], certification.ProblemsFor(_tool, _criteria, ToolRows.Decider));
        Assert.Throws<InvalidOperationException>(() => _tool.Approve(certification, _criteria, ToolRows.Decider, Conclusion, Now));
    }

    [Theory]
    [InlineData(4, "2026-11-23", "Grei.")]
    [InlineData(5, "2026-11-24", "Grei.")]
    [InlineData(5, "2026-11-23", "")]
    public void RecordPanelTest_TooFew_OrTomorrow_OrWithoutWords_Throws(int testers, string day, string said) =>
        Assert.Throws<InvalidOperationException>(() => Begin().RecordPanelTest(testers, DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture), said, Today));

    [Theory]
    [InlineData(ReviewCause.Time, ToolStanding.Assured)]
    [InlineData(ReviewCause.NewRelease, ToolStanding.Lapsed)]
    [InlineData(ReviewCause.NewOwner, ToolStanding.Lapsed)]
    [InlineData(ReviewCause.NewPrivacyPolicy, ToolStanding.Lapsed)]
    [InlineData(ReviewCause.Complaint, ToolStanding.Lapsed)]
    public void FallDue_ForTimeAlone_LeavesTheBadgeOn(ReviewCause cause, ToolStanding standing)
    {
        Assure();

        _tool.FallDue(cause, Now);

        Assert.Equal((ToolState.ReviewDue, standing), (_tool.State, _tool.StandingAt(Now)));
    }

    [Fact]
    public void Revise_APublishedToolsOwner_MakesReviewDue_AndASmallChangeDoesNot()
    {
        Assure();
        Assert.Null(_tool.Revise(_tool.Facts with { MinimumAge = 16, Release = "1.5" }, Now));
        Assert.Equal(ToolStanding.Assured, _tool.StandingAt(Now));

        Assert.Equal(ReviewCause.NewOwner, _tool.Revise(_tool.Facts with { Supplier = "En annen" }, Now));

        Assert.Equal((ToolState.ReviewDue, ToolStanding.Lapsed), (_tool.State, _tool.StandingAt(Now)));
    }

    [Fact]
    public void Suspend_APublishedTool_TakesBadgeAndPageAway_AndLiftingGivesNoBadgeBack()
    {
        Assure();
        _tool.Suspend(Now);
        Assert.Equal((true, (DateTime?)null), (_tool.IsHidden, _tool.BadgeUntil));

        _tool.LiftSuspension(Now);

        Assert.Equal((ToolState.ReviewDue, ToolStanding.Lapsed, false), (_tool.State, _tool.StandingAt(Now), _tool.IsHidden));
    }

    [Fact]
    public void SendBack_EndsTheCertification_AndANewOneBeginsFromTheStart()
    {
        var certification = ToPanel();
        _tool.SendBack(certification, ToolRows.Decider, Now);

        Assert.Equal((ToolState.Screening, CertificationOutcome.SentBack), (_tool.State, certification.Outcome!.Value));
        Assert.Throws<InvalidOperationException>(() => certification.RecordPanelTest(5, Today, "Grei.", Today));
        Assert.Empty(_tool.BeginAssessment(_criteria, Now).Assessments);
    }

    [Fact]
    public void Criteria_OncePublished_NeverChange_AndTheNextIsACopy()
    {
        var next = _criteria.Copy(2, Now);
        Assert.Equal(_criteria.Criteria, next.Criteria);
        Assert.Throws<InvalidOperationException>(() => _criteria.Revise([]));
        Assert.Throws<InvalidOperationException>(() => _criteria.Publish(1, Now));
        Assert.Throws<InvalidOperationException>(() => next.Copy(3, Now));
        Assert.Throws<InvalidOperationException>(() => Certification.Begin(_tool, next, Now));

        next.Revise([.. next.Criteria.Where(one => one.Area != QualityArea.Build)]);
        Assert.Throws<InvalidOperationException>(() => next.Publish(1, Now));
        Assert.Throws<InvalidOperationException>(() => next.Revise([next.Criteria[0], next.Criteria[0]]));
    }

    private static CriteriaVersion Published()
    {
        var criteria = CriteriaVersion.Begin(
            1,
            [
                .. Enum.GetValues<QualityArea>().Select(area => new Criterion($"k-{(int)area}", area, (int)area % 2 == 1 ? AssessmentPart.Professional : AssessmentPart.Security, false, "Er det bra?", "Se etter.")),
                new Criterion("sperre-fag", QualityArea.Safety, AssessmentPart.Professional, true, "Er det trygt?", "Se etter."), new Criterion("sperre-data", QualityArea.Data, AssessmentPart.Security, true, "Er det uten sporing?", "Se etter."),
            ],
            Now);
        criteria.Publish(null, Now);
        return criteria;
    }

    private Certification Begin()
    {
        _tool.Screen(Now);
        return _tool.BeginAssessment(_criteria, Now);
    }

    private Certification ToPanel()
    {
        var certification = Begin();
        ToolRows.Score(certification, _criteria, Now, points: 3);
        certification.RecordPanelTest(5, Today, "Grei.", Today);
        _tool.SendToPanel(certification, Now);
        return certification;
    }

    private void Assure()
    {
        var certification = ToPanel();
        _tool.Approve(certification, _criteria, ToolRows.Decider, Conclusion, Now);
        _tool.Publish(certification, _criteria, Now);
    }
}
