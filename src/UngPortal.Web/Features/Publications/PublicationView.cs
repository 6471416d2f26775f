using UngPortal.Features.Topics;
using UngPortal.Kernel;

namespace UngPortal.Features.Publications;

/// <summary>All that a page about one publication shows.</summary>
/// <param name="Entry">What the catalogue knows of it.</param>
/// <param name="Text">The version in the page's language, or bokmål.</param>
/// <param name="BodyHtml">Its body, made safe when it was saved.</param>
/// <param name="Related">Cards to go on with.</param>
/// <param name="Figures">Pictures of the illustrations named in the text and of the leading one, by slug.</param>
public sealed record PublicationView(
    CatalogueEntry Entry, CatalogueEntry.Version Text, string BodyHtml, IReadOnlyList<Teaser> Related, IReadOnlyDictionary<string, IllustrationFigure> Figures)
{
    public PublicationKind Kind => Entry.Kind;

    public string Slug => Entry.Slug;

    public string Title => Text.Title;

    public string Ingress => Text.Ingress;

    /// <summary>The language of the texts: the page's own, or bokmål.</summary>
    public string Language => Text.Language;

    public IReadOnlyList<string> Languages => [.. Entry.Versions.Select(version => version.Language)];

    public PublicationFacts Facts => Entry.Facts;

    /// <summary>Whether the site wrote it itself.</summary>
    public bool IsOwn => Facts.Owner == PublicationFacts.OwnName;

    public Sensitivity Sensitivity => Entry.Sensitivity;

    public IReadOnlyList<Topic> Topics => Entry.Topics;

    public int Hue => Entry.Hue;

    public DateTime PublishedAt => Entry.PublishedAt;

    public DateTime ChangedAt => Entry.ChangedAt;

    public bool IsTakenDown => Entry.IsTakenDown;

    public IllustrationFigure? Lead => Facts.Illustration is { } slug ? Figures.GetValueOrDefault(slug) : null;

    /// <summary>From the youngest to the oldest age of its bands, e.g. <c>13–17</c>.</summary>
    public string AgeSpan
    {
        get
        {
            var bands = Entry.AgeBands.Select(key => AgeBand.TryParse(key, out var band) ? band : null).OfType<AgeBand>().ToList();
            return bands.Count == 0 ? "" : new AgeBand(bands.Min(band => band.From), bands.Max(band => band.To)).Label;
        }
    }

    public int ReadingMinutes => Math.Max(1, (Text.Words + 80) / 160);
}

/// <summary>An illustration inside a page.</summary>
public sealed record IllustrationFigure(string Slug, PublicationFacts.Picture Picture, string Caption);
