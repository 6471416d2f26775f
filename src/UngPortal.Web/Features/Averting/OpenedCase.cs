namespace UngPortal.Features.Averting;

/// <summary>A case with its texts unlocked for as long as the page is made.</summary>
public sealed class OpenedCase(AvertingCase one, CaseTexts texts) : IDisposable
{
    public AvertingCase Case => one;

    public CaseTexts Texts => texts;

    /// <summary>What the asker wrote, as copied when the case was opened.</summary>
    public string Question => texts.QuestionOf(one);

    /// <summary>The steps in their order, with their words.</summary>
    public IReadOnlyList<(CaseEntry Entry, CaseWords Words)> Steps => [.. one.Entries.OrderBy(entry => entry.Number).Select(entry => (entry, texts.WordsOf(entry)))];

    public void Dispose() => texts.Dispose();
}
