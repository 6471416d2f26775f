namespace UngPortal.Features.Publications;

/// <summary>A whole publication as someone wrote it, checked and rendered, ready to become the live one.</summary>
public sealed record PublicationDraft
{
    public required PublicationKind Kind { get; init; }

    public required string Slug { get; init; }

    public required PublicationFacts Facts { get; init; }

    public Sensitivity Sensitivity { get; init; }

    public IReadOnlyList<string> AgeBands { get; init; } = [];

    public IReadOnlyList<string> TopicSlugs { get; init; } = [];

    public required DateTime PublishedAt { get; init; }

    public required IReadOnlyDictionary<string, TextDraft> Texts { get; init; }
}

public sealed record TextDraft(string Title, string Ingress, string Body, string BodyHtml, int Lix, int Words);
