namespace UngPortal.Features.Publishing;

/// <summary>Something to mend before review.</summary>
/// <param name="Language">The version it is in; null for the whole.</param>
/// <param name="TextKey">The key of what is wrong.</param>
/// <param name="Line">The line within the text; 0 for the whole.</param>
/// <param name="Args">What goes into the words.</param>
public sealed record DraftProblem(string? Language, string TextKey, int Line = 0, params IReadOnlyList<string> Args);
