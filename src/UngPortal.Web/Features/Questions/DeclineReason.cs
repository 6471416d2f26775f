namespace UngPortal.Features.Questions;

/// <summary>Why a question gets no answer of its own; the asker reads a text for each.</summary>
public enum DeclineReason
{
    /// <summary>The same was answered already; the asker is led to that answer.</summary>
    AlreadyAnswered = 1,
    NotAQuestion = 2,
    OutsideTheService = 3,
    NeedsSomebodyInPerson = 4,
    Abusive = 5,
}
