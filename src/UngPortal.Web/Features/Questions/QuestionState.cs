namespace UngPortal.Features.Questions;

/// <summary>How far a question has come. Source: product/questions.md, "The desk".</summary>
public enum QuestionState
{
    Received = 1,
    SafeguardingHold = 2,
    Triaged = 3,
    Queued = 4,
    Claimed = 5,
    Drafted = 6,
    InReview = 7,
    NeedsMore = 8,
    Rerouted = 9,

    /// <summary>Gets its answer together with another question.</summary>
    Joined = 10,
    Answered = 11,
    PublishReview = 12,
    Published = 13,
    AnsweredPrivately = 14,
    Corrected = 15,
    TakenDown = 16,
    Declined = 17,
    Withdrawn = 18,

    /// <summary>Nobody answered it in the time that unanswered questions are kept.</summary>
    Expired = 19,
}
