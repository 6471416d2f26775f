using Microsoft.Extensions.Options;
using UngPortal.Features.Publications;
using UngPortal.Platform.Caching;
using UngPortal.Platform.Media;
using UngPortal.Platform.Web;

namespace UngPortal.Features.Illustrations;

[CachedPage(UntilNextMinute = true)]
public sealed class IllustrationModel(PublicationReader reader, IOptions<PublicAddress> site) : PublicationPage(reader)
{
    protected override PublicationKind Kind => PublicationKind.Illustration;

    public JsonLd JsonLd => new(new Dictionary<string, object?>
    {
        ["@context"] = "https://schema.org",
        ["@type"] = "ImageObject",
        ["name"] = Shown.Title,
        ["caption"] = Shown.Ingress,
        ["inLanguage"] = Shown.Language,
        ["contentUrl"] = site.Value.Absolute(MediaFolder.UrlOf(Shown.Facts.Pictures[0].Media)),
        ["creditText"] = Shown.Facts.Creator,
        ["license"] = "https://creativecommons.org/licenses/by/4.0/",
    });
}
