using AngleSharp.Dom;

namespace UngPortal.Platform.Markdown;

/// <summary>A saved body that is read once, for its pieces as well as for its text. What the allow-list doesn't know is dropped, whatever the text's origin.</summary>
public sealed class SavedBody(string html)
{
    private readonly IElement _tree = AllowedTree.Read(html);

    /// <summary>The body in pieces, in order.</summary>
    public IReadOnlyList<BodyPart> Parts => BodyParts.Split(_tree);

    /// <summary>The readable text, one string for each heading, paragraph and list item.</summary>
    public IReadOnlyList<string> Blocks => TextBlocks.Of(_tree);
}
