using UngPortal.Kernel;

namespace UngPortal.Features.Publications;

/// <summary>What a card shows of a publication.</summary>
public sealed record Teaser
{
    private const int WordsAMinute = 160;

    public required PublicationKind Kind { get; init; }

    public required string Slug { get; init; }

    public required string Title { get; init; }

    public required string Ingress { get; init; }

    /// <summary>The language the text is in, when it is another than the page's.</summary>
    public string? OtherLanguage { get; init; }

    public required IReadOnlyList<string> AgeBands { get; init; }

    public required DateTime PublishedAt { get; init; }

    public PublicationFacts.Picture? Picture { get; init; }

    public LocalizedText? TopicName { get; init; }

    /// <summary>1 to 5: the main topic's colour.</summary>
    public int Hue { get; init; }

    public int Words { get; init; }

    public int? Seconds { get; init; }

    public int Pictures { get; init; }

    public int ReadingMinutes => Math.Max(1, (Words + WordsAMinute / 2) / WordsAMinute);

    public string Path => PathOf(Kind, Slug);

    public static string PathOf(PublicationKind kind, string slug) => kind switch
    {
        PublicationKind.Article => $"/artikler/{slug}",
        PublicationKind.Video => $"/video/{slug}",
        PublicationKind.Illustration => $"/illustrasjoner/{slug}",
        _ => $"/{slug}",
    };
}
