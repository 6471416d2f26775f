using Microsoft.Extensions.Options;
using UngPortal.Features.Publications;
using UngPortal.Platform.Caching;
using UngPortal.Platform.Localization;
using UngPortal.Platform.Media.Storing;
using UngPortal.Platform.Web;

namespace UngPortal.Features.Videos;

[CachedPage(UntilNextMinute = true)]
public sealed class VideoModel(PublicationReader reader, IOptions<PublicAddress> site) : PublicationPage(reader)
{
    protected override PublicationKind Kind => PublicationKind.Video;

    public PublicationFacts.Film Film => Shown.Facts.Video!;

    /// <summary>The transcript's paragraphs in the page's language.</summary>
    public IEnumerable<string> Transcript => Film.Transcript.In(HttpContext.Language).Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <summary>Captions in the page's language play by themselves; bokmål when there are none.</summary>
    public string DefaultCaptions => Film.Captions.ContainsKey(HttpContext.Language.Code) ? HttpContext.Language.Code : "nb";

    public JsonLd JsonLd => new(new Dictionary<string, object?>
    {
        ["@context"] = "https://schema.org",
        ["@type"] = "VideoObject",
        ["name"] = Shown.Title,
        ["description"] = Shown.Ingress,
        ["inLanguage"] = Shown.Language,
        ["uploadDate"] = Shown.PublishedAt,
        ["dateModified"] = ReviewJsonLd.Updated(Shown.Facts),
        ["author"] = ReviewJsonLd.Author(Shown.Facts),
        ["mainEntityOfPage"] = ReviewJsonLd.ReviewedPage(Shown.Facts),
        ["duration"] = $"PT{Film.Seconds}S",
        ["thumbnailUrl"] = site.Value.Absolute(StoredMedia.AddressOf(Film.Poster)),
        ["contentUrl"] = site.Value.Absolute(StoredMedia.AddressOf(Film.Mp4)),
        ["transcript"] = Film.Transcript.In(HttpContext.Language),
    });
}
