namespace UngPortal.Features.SelfHelpTools;

/// <summary>One half of a certification: what the assessor answered, and what somebody else answered after reading that.</summary>
public sealed class Assessment
{
    public int Id { get; private set; }

    public int CertificationId { get; private set; }

    public required AssessmentPart Part { get; init; }

    public required int AssessorId { get; init; }

    public IReadOnlyList<CriterionScore> Scores { get; private set; } = [];

    public DateTime? DoneAt { get; private set; }

    public int? ReviewerId { get; private set; }

    public DateTime? ReviewedAt { get; private set; }

    public int Version { get; private set; }

    /// <summary>Keeps answers as far as they have come.</summary>
    public void Write(int staffId, IReadOnlyList<CriterionScore> scores)
    {
        Require(DoneAt is null && staffId == AssessorId, "Only the assessor writes, and only until the assessment is done.");
        Scores = [.. scores.Select(score => score with { ReviewerPoints = null })];
    }

    /// <summary>Closes it for the assessor: every criterion of the part has points and evidence.</summary>
    public void Finish(int staffId, CriteriaVersion criteria, DateTime now)
    {
        Require(DoneAt is null && staffId == AssessorId, "Only the assessor finishes it, once.");
        Require(criteria.Of(Part).All(one => Find(one.Key) is { Evidence.Length: > 0 } score && CriterionScore.IsAnswer(one, score.Points)), "Each criterion needs points and evidence.");
        DoneAt = now;
    }

    /// <summary>Takes the answers of a second person, who has read the first one's.</summary>
    public void Review(int staffId, CriteriaVersion criteria, IReadOnlyDictionary<string, int> points, DateTime now)
    {
        Require(DoneAt is not null && ReviewedAt is null, "What is done and not reviewed can be reviewed.");
        Require(staffId != AssessorId, "Nobody reviews the own assessment.");
        Require(criteria.Of(Part).All(one => points.TryGetValue(one.Key, out var answer) && CriterionScore.IsAnswer(one, answer)), "Each criterion needs the reviewer's points.");
        Scores = [.. Scores.Select(score => score with { ReviewerPoints = points.TryGetValue(score.Key, out var answer) ? answer : null })];
        (ReviewerId, ReviewedAt) = (staffId, now);
    }

    public CriterionScore? Find(string key) => Scores.FirstOrDefault(score => score.Key == key);

    private static void Require(bool holds, string message) => _ = holds ? true : throw new InvalidOperationException(message);
}
