namespace UngPortal.Features.Shared;

/// <summary>One radio button of a group.</summary>
public sealed record Choice(string Name, string Value, string Label, bool IsChosen, string? ErrorId = null);
