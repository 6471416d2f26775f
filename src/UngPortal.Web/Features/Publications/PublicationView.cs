using UngPortal.Features.Topics;
using UngPortal.Kernel;

namespace UngPortal.Features.Publications;

/// <summary>All that a page about one publication shows, read without tracking.</summary>
public sealed record PublicationView
{
    public required PublicationKind Kind { get; init; }

    public required string Slug { get; init; }

    /// <summary>The language of the texts: the page's own, or bokmål.</summary>
    public required string Language { get; init; }

    public required IReadOnlyList<string> Languages { get; init; }

    public required string Title { get; init; }

    public required string Ingress { get; init; }

    public required string BodyHtml { get; init; }

    public required int Words { get; init; }

    public required PublicationFacts Facts { get; init; }

    public required Sensitivity Sensitivity { get; init; }

    public required IReadOnlyList<string> AgeBands { get; init; }

    public required DateTime PublishedAt { get; init; }

    public required DateTime ChangedAt { get; init; }

    public required bool IsTakenDown { get; init; }

    public required IReadOnlyList<Topic> Topics { get; init; }

    public required int Hue { get; init; }

    public required IReadOnlyList<Teaser> Related { get; init; }

    /// <summary>Pictures of the illustrations named in the text and of the leading one, by slug.</summary>
    public required IReadOnlyDictionary<string, IllustrationFigure> Figures { get; init; }

    public IllustrationFigure? Lead => Facts.Illustration is { } slug ? Figures.GetValueOrDefault(slug) : null;

    /// <summary>From the youngest to the oldest age of its bands, e.g. <c>13–17</c>.</summary>
    public string AgeSpan
    {
        get
        {
            var bands = AgeBands.Select(key => AgeBand.TryParse(key, out var band) ? band : null).OfType<AgeBand>().ToList();
            return bands.Count == 0 ? "" : new AgeBand(bands.Min(band => band.From), bands.Max(band => band.To)).Label;
        }
    }

    public int ReadingMinutes => Math.Max(1, (Words + 80) / 160);
}

/// <summary>An illustration inside a page.</summary>
public sealed record IllustrationFigure(string Slug, PublicationFacts.Picture Picture, string Caption);
