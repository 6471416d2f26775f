namespace UngPortal.Features.SelfHelpTools;

/// <summary>What was answered to one criterion.</summary>
/// <param name="Key">The criterion's.</param>
/// <param name="Points">From 0 to 4; a knock-out <see cref="Fails"/> or <see cref="Holds"/>. Null before it is answered.</param>
/// <param name="Evidence">What the answer builds on.</param>
/// <param name="Comment">What more there is to say.</param>
/// <param name="ReviewerPoints">What a second person answered; null before that.</param>
public sealed record CriterionScore(string Key, int? Points, string Evidence, string Comment, int? ReviewerPoints = null)
{
    public const int Fails = 0;
    public const int Holds = 4;
    public const int TextMaxLength = 1_000;

    /// <summary>The lower of the two answers: doubt counts.</summary>
    public int? Final => Points is { } own && ReviewerPoints is { } other ? Math.Min(own, other) : null;

    /// <summary>Whether the points are an answer to the criterion.</summary>
    public static bool IsAnswer(Criterion criterion, int? points) => criterion.IsKnockOut ? points is Fails or Holds : points is >= Fails and <= Holds;
}
