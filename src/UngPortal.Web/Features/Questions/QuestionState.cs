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
    Answered = 10,
    PublishReview = 11,
    Published = 12,
    AnsweredPrivately = 13,
    Corrected = 14,
    TakenDown = 15,
    Declined = 16,
    Withdrawn = 17,

    /// <summary>Nobody answered it in the time that unanswered questions are kept.</summary>
    Expired = 18,
}
