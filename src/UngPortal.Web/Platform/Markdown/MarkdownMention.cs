namespace UngPortal.Platform.Markdown;

/// <summary>Something that a text points at.</summary>
/// <param name="Line">The line, counted from 1 within the text.</param>
/// <param name="Kind"><see cref="Link"/>, or the kind of an embed or reference, e.g. <c>figur</c>.</param>
/// <param name="Target">The address as written, or the slug.</param>
public sealed record MarkdownMention(int Line, string Kind, string Target)
{
    /// <summary>The kind of an ordinary link.</summary>
    public const string Link = "link";
}
