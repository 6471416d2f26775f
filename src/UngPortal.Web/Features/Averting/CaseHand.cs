namespace UngPortal.Features.Averting;

/// <summary>Whose hand a step is by, when, and what they wrote, sealed for the entry that it becomes.</summary>
public sealed record CaseHand(int ById, DateTime At, Guid EntryId, byte[] SealedWords);
