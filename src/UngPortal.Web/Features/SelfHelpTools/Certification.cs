using UngPortal.Kernel;

namespace UngPortal.Features.SelfHelpTools;

/// <summary>One time that a tool is assessed, from its beginning to the panel's decision.</summary>
public sealed class Certification
{
    public const int FewestTesters = 5;
    public const int MostTesters = 500;
    public const int SaidMaxLength = 2_000;
    public const int ConclusionMaxLength = 600;

    private readonly List<Assessment> _assessments = [];

    public int Id { get; private set; }

    public int ToolId { get; private set; }

    public int CriteriaVersionId { get; private set; }

    /// <summary>The version that is looked at.</summary>
    public string Release { get; private set; } = "";

    public DateTime BegunAt { get; private set; }

    /// <summary>How many young people have tried it; null before they have.</summary>
    public int? Testers { get; private set; }

    public DateOnly? TestedOn { get; private set; }

    /// <summary>What they said, without names.</summary>
    public string TestersSaid { get; private set; } = "";

    public CertificationOutcome? Outcome { get; private set; }

    public DateTime? DecidedAt { get; private set; }

    public int? DecidedById { get; private set; }

    /// <summary>What readers are told was checked and found.</summary>
    public LocalizedText Conclusion { get; private set; } = [];

    public int Version { get; private set; }

    public IReadOnlyList<Assessment> Assessments => _assessments;

    public static Certification Begin(Tool tool, CriteriaVersion criteria, DateTime now) => criteria.PublishedAt is null
        ? throw new InvalidOperationException("Only published criteria are used.")
        : new Certification { ToolId = tool.Id, CriteriaVersionId = criteria.Id, Release = tool.Facts.Release, BegunAt = now };

    /// <summary>Gives a half to an assessor, who has not got the other one.</summary>
    public Assessment Take(AssessmentPart part, int staffId)
    {
        RequireOpen();
        if (_assessments.Exists(one => one.Part == part || one.AssessorId == staffId))
        {
            throw new InvalidOperationException("Each half has one assessor, and they are two different people.");
        }

        var assessment = new Assessment { Part = part, AssessorId = staffId };
        _assessments.Add(assessment);
        return assessment;
    }

    public void RecordPanelTest(int testers, DateOnly on, string said, DateOnly today)
    {
        RequireOpen();
        if (testers is < FewestTesters or > MostTesters || on > today || said.Length is 0 or > SaidMaxLength)
        {
            throw new InvalidOperationException($"A youth panel's test has {FewestTesters} testers or more, a day that has been, and what they said.");
        }

        (Testers, TestedOn, TestersSaid) = (testers, on, said);
    }

    public Assessment? Of(AssessmentPart part) => _assessments.Find(one => one.Part == part);

    /// <summary>Whether both halves are answered and read by somebody else.</summary>
    public bool IsScored => Enum.GetValues<AssessmentPart>().All(part => Of(part)?.ReviewedAt is not null);

    /// <summary>The knock-outs that somebody answered with no.</summary>
    public IEnumerable<Criterion> KnockOuts(CriteriaVersion criteria) => criteria.Criteria.Where(one => one.IsKnockOut && ScoreOf(one)?.Final == CriterionScore.Fails);

    /// <summary>Everything that keeps the person from approving the tool.</summary>
    public IReadOnlyList<ApprovalProblem> ProblemsFor(Tool tool, CriteriaVersion criteria, int staffId) =>
    [
        .. new (ApprovalProblem Problem, bool IsThere)[]
        {
            (ApprovalProblem.Incomplete, !IsScored), (ApprovalProblem.KnockedOut, KnockOuts(criteria).Any()), (ApprovalProblem.NoPanelTest, Testers is null),
            (ApprovalProblem.NotIndependent, HasScored(staffId)), (ApprovalProblem.OtherRelease, ToolFacts.MajorOf(Release) != ToolFacts.MajorOf(tool.Facts.Release)),
        }.Where(pair => pair.IsThere).Select(pair => pair.Problem),
    ];

    public bool HasScored(int staffId) => _assessments.Exists(one => one.AssessorId == staffId || one.ReviewerId == staffId);

    internal void Approve(Tool tool, CriteriaVersion criteria, int staffId, LocalizedText conclusion, DateTime now)
    {
        if (ProblemsFor(tool, criteria, staffId) is { Count: > 0 } problems)
        {
            throw new InvalidOperationException($"The tool can't be approved: {string.Join(", ", problems)}.");
        }

        Conclusion = conclusion.ContainsKey(Language.Bokmal.Code) ? conclusion : throw new InvalidOperationException("Readers are told, in bokmål at least, what was checked.");
        End(CertificationOutcome.Approved, staffId, now);
    }

    internal void Reject(int staffId, DateTime now)
    {
        if (HasScored(staffId))
        {
            throw new InvalidOperationException("Whoever has scored doesn't decide.");
        }

        End(CertificationOutcome.Rejected, staffId, now);
    }

    internal void End(CertificationOutcome outcome, int staffId, DateTime now)
    {
        RequireOpen();
        (Outcome, DecidedById, DecidedAt) = (outcome, staffId, now);
    }

    /// <summary>What a badge stands on.</summary>
    internal ToolApproval ToApproval(CriteriaVersion criteria) => Outcome != CertificationOutcome.Approved
        ? throw new InvalidOperationException("Only what the panel has approved is published.")
        : new ToolApproval(OsloTime.DayOf(DecidedAt!.Value), Release, [.. Enum.GetValues<QualityArea>().Select(area => new ToolApproval.Score(area, PointsOf(area, criteria)))], Conclusion);

    private decimal PointsOf(QualityArea area, CriteriaVersion criteria) =>
        Math.Round(criteria.Criteria.Where(one => one.Area == area && !one.IsKnockOut).Average(one => (decimal)(ScoreOf(one)?.Final ?? CriterionScore.Fails)), 1, MidpointRounding.ToZero);

    private CriterionScore? ScoreOf(Criterion criterion) => Of(criterion.Part)?.Find(criterion.Key);

    private void RequireOpen() => _ = Outcome is null ? true : throw new InvalidOperationException("The certification has ended.");
}
