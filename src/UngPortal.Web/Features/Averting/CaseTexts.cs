using UngPortal.Platform.Sealing;

namespace UngPortal.Features.Averting;

/// <summary>Opens and closes what is written in one case, under the case's own key.</summary>
public sealed class CaseTexts(RecordSeal seal) : IDisposable
{
    private const string Cases = "AvertingCases";
    private const string Entries = "AvertingEntries";

    public string QuestionOf(AvertingCase one) => one.SealedQuestion is { } text ? seal.Open(text, Cases, one.Id.ToString("N"), nameof(AvertingCase.SealedQuestion)) : "";

    public CaseWords WordsOf(CaseEntry entry) => CaseWords.Parse(seal.Open(entry.SealedWords, Entries, entry.Id.ToString("N"), nameof(CaseEntry.SealedWords)));

    public byte[] SealQuestion(Guid caseId, string text) => seal.Seal(text, Cases, caseId.ToString("N"), nameof(AvertingCase.SealedQuestion));

    public byte[] SealWords(Guid entryId, CaseWords words) => seal.Seal(words.ToJson(), Entries, entryId.ToString("N"), nameof(CaseEntry.SealedWords));

    public void Dispose() => seal.Dispose();
}
