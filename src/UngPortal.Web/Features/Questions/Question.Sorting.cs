namespace UngPortal.Features.Questions;

/// <content>Sorting once more what was sorted before.</content>
public sealed partial class Question
{
    /// <summary>Whether it was sorted and waits for an answer, for its holder or for what the asker may tell.</summary>
    public bool IsSorted => State is QuestionState.Queued or QuestionState.Claimed or QuestionState.Drafted or QuestionState.NeedsMore;

    /// <summary>Back to those who sort, from wherever it was sorted to; nothing where it is still with them.</summary>
    public void TakeBack()
    {
        if (IsSorted)
        {
            Reroute();
        }
    }
}
