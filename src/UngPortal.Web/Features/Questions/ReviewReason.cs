namespace UngPortal.Features.Questions;

/// <summary>Why a second person reads an answer before the asker does. Source: product/questions.md, "Review".</summary>
public enum ReviewReason
{
    Red = 1,
    SensitiveTopic = 2,
    NewExpert = 3,
    YouthAnswerer = 4,
    Sample = 5,

    /// <summary>Suicide, self-harm, violence or abuse, whatever topic it was sorted under.</summary>
    Danger = 6,
    EatingDisorder = 7,

    /// <summary>How much of something: medicines, alcohol, drugs.</summary>
    Dose = 8,
    Doping = 9,
    SexualLaw = 10,
}
