namespace UngPortal.Features.Questions;

/// <summary>Why an answered question gets no public copy. Source: product/questions.md, "Publishing".</summary>
public enum PrivateReason
{
    Detail = 1,
    OngoingAbuse = 2,
    ThirdParty = 3,
    Numbers = 4,
    Recognisable = 5,
    SaidBefore = 6,
}
