namespace UngPortal.Features.Publishing;

/// <summary>Something to mend before review.</summary>
/// <param name="Language">The version it is in; null for the whole.</param>
/// <param name="TextKey">The key of what is wrong; line and message are put in at {0} and {1}.</param>
/// <param name="Line">The line within the text; 0 for the whole.</param>
/// <param name="Message">What the text's reader says, where it is one.</param>
public sealed record DraftProblem(string? Language, string TextKey, int Line = 0, string Message = "");
