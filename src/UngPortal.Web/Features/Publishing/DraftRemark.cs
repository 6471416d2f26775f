namespace UngPortal.Features.Publishing;

/// <summary>A comment with the names that belong to it.</summary>
public sealed record DraftRemark(DraftComment Comment, string Name, string? ResolvedBy, string? ReopenedBy);
