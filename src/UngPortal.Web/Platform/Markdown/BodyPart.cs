namespace UngPortal.Platform.Markdown;

/// <summary>A stretch of a body: HTML that is ready, or a placeholder that the page fills.</summary>
public abstract record BodyPart
{
    private BodyPart()
    {
    }

    /// <summary>Ready HTML; it may open an element that a later part closes, so the parts are written in order and none left out.</summary>
    public sealed record Html(SafeHtml Fragment) : BodyPart;

    /// <summary>A figure, video or service card; kind and key are slugs, the caption may be empty.</summary>
    public sealed record Embed(string Kind, string Key, SafeHtml CaptionHtml) : BodyPart;
}
