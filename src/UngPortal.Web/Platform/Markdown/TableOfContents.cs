namespace UngPortal.Platform.Markdown;

/// <summary>The chapters of a saved body.</summary>
public static class TableOfContents
{
    /// <summary>A chapter: the heading's id, without <c>#</c>, and its plain text.</summary>
    public sealed record Entry(string Id, string Text);

    /// <summary>The headings of level 2 that stand outside boxes and quotes, in order.</summary>
    public static IReadOnlyList<Entry> Of(string bodyHtml) =>
    [
        .. AllowedTree.Read(bodyHtml).Children
            .Where(heading => heading is { LocalName: "h2", Id: not null })
            .Select(heading => new Entry(heading.Id!, TextBlocks.Of(heading).FirstOrDefault("")))
            .Where(entry => entry.Text.Length > 0),
    ];
}
