namespace UngPortal.Features.Questions.Agreements;

/// <summary>What one organisation has promised, and what it has answered: figures only.</summary>
/// <param name="Id">The organisation's number.</param>
/// <param name="Name">Its name.</param>
/// <param name="Promised">Answers agreed for this whole month.</param>
/// <param name="PromisedSoFar">The part of them for the days until today, today included.</param>
/// <param name="Answered">Answers that went out this month.</param>
/// <param name="PromisedBefore">Answers agreed for the twelve months before.</param>
/// <param name="AnsweredBefore">Answers that went out in them.</param>
public sealed record AgreementLine(int Id, string Name, double Promised, double PromisedSoFar, int Answered, double PromisedBefore, int AnsweredBefore)
{
    private const double Slack = 0.1;

    /// <summary>How many more got one of this month's answers, having asked the same as somebody else.</summary>
    public int AlsoReached { get; init; }

    public AgreementPace Pace =>
        Promised <= 0 ? AgreementPace.NoPromise
        : Answered < PromisedSoFar * (1 - Slack) ? AgreementPace.Behind
        : Answered > PromisedSoFar * (1 + Slack) ? AgreementPace.Ahead
        : AgreementPace.OnTrack;
}
