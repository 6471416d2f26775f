namespace UngPortal.Features.Questions;

/// <summary>Why a second person reads an answer before the asker does. Source: product/questions.md, "Review".</summary>
public enum ReviewReason
{
    Red = 1,
    SensitiveTopic = 2,
    NewExpert = 3,
    YouthAnswerer = 4,
    Sample = 5,
}
