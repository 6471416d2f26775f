namespace UngPortal.Platform.Access;

/// <summary>One thing that waits for a person.</summary>
/// <param name="TextKey">The key of what is to be done, e.g. <c>Work_Review</c>; the title is put in at {0}, what more there is at {1}.</param>
/// <param name="Title">What it is about.</param>
/// <param name="Path">Where to do it.</param>
/// <param name="DueAt">When it is due, UTC; null when there is no date.</param>
/// <param name="More">A second thing to say of it; empty for most.</param>
public sealed record WorkItem(string TextKey, string Title, string Path, DateTime? DueAt = null, string More = "");
