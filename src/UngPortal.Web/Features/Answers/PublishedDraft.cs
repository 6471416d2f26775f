namespace UngPortal.Features.Answers;

/// <summary>A public answer as it was written, to be mended.</summary>
public sealed record PublishedDraft(int PublicId, string Path, AnswerDraft Draft, int Version);
