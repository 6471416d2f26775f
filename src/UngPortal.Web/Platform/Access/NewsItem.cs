namespace UngPortal.Platform.Access;

/// <summary>One thing that somebody else did.</summary>
/// <param name="TextKey">The key of what was done, e.g. <c>News_published</c>; the title is put in at {0}.</param>
/// <param name="Title">What it was done with.</param>
/// <param name="Who">The colleague's name; empty when the site did it by itself.</param>
/// <param name="Path">Where to see it.</param>
/// <param name="At">When, UTC.</param>
public sealed record NewsItem(string TextKey, string Title, string Who, string Path, DateTime At);
