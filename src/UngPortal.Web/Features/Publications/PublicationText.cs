namespace UngPortal.Features.Publications;

/// <summary>One language version, with its HTML made at save time.</summary>
public sealed class PublicationText
{
    public int Id { get; private set; }

    public int PublicationId { get; private set; }

    public required string Language { get; init; }

    public string Title { get; private set; } = "";

    public string Ingress { get; private set; } = "";

    public string Body { get; private set; } = "";

    public string BodyHtml { get; private set; } = "";

    public int Lix { get; private set; }

    public int Words { get; private set; }

    public static PublicationText Write(string language, TextDraft draft)
    {
        var text = new PublicationText { Language = language };
        text.Rewrite(draft);
        return text;
    }

    public void Rewrite(TextDraft draft)
    {
        Title = draft.Title;
        Ingress = draft.Ingress;
        Body = draft.Body;
        BodyHtml = draft.BodyHtml;
        Lix = draft.Lix;
        Words = draft.Words;
    }
}
