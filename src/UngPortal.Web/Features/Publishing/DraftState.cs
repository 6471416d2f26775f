namespace UngPortal.Features.Publishing;

/// <summary>How far a text has come; what is live meanwhile is another row.</summary>
public enum DraftState
{
    Draft = 1,
    InEditorialReview = 2,
    InProfessionalReview = 3,
    Approved = 4,
    Scheduled = 5,
    Published = 6,
    Discarded = 7,
}
