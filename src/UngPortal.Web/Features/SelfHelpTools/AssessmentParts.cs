namespace UngPortal.Features.SelfHelpTools;

/// <summary>The halves by their words in addresses.</summary>
public static class AssessmentParts
{
    private static readonly (string Word, AssessmentPart Part)[] Words = [("fag", AssessmentPart.Professional), ("sikkerhet", AssessmentPart.Security)];

    public static string WordOf(AssessmentPart part) => Array.Find(Words, pair => pair.Part == part).Word;

    /// <summary>The half of a word; null when it is none.</summary>
    public static AssessmentPart? Of(string word) => Array.Find(Words, pair => pair.Word == word) is { Word: not null } found ? found.Part : null;
}
