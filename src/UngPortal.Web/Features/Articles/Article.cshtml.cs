using Microsoft.Extensions.Options;
using UngPortal.Features.Answers;
using UngPortal.Features.Publications;
using UngPortal.Platform.Caching;
using UngPortal.Platform.Media;
using UngPortal.Platform.Web;

namespace UngPortal.Features.Articles;

[CachedPage(UntilNextMinute = true)]
public sealed class ArticleModel(PublicationReader reader, RelatedAnswers related, IOptions<PublicAddress> site) : PublicationPage(reader)
{
    private const double LeastShare = 0.2;

    public IReadOnlyList<AnswerTeaser> Asked { get; private set; } = [];

    protected override PublicationKind Kind => PublicationKind.Article;

    public JsonLd JsonLd => new(new Dictionary<string, object?>
    {
        ["@context"] = "https://schema.org",
        ["@type"] = "Article",
        ["headline"] = Shown.Title,
        ["description"] = Shown.Ingress,
        ["inLanguage"] = Shown.Language,
        ["datePublished"] = Shown.PublishedAt,
        ["dateModified"] = ReviewJsonLd.Updated(Shown.Facts),
        ["author"] = ReviewJsonLd.Author(Shown.Facts),
        ["mainEntityOfPage"] = ReviewJsonLd.ReviewedPage(Shown.Facts),
        ["image"] = Shown.Lead is { } lead ? site.Value.Absolute(MediaFolder.UrlOf(lead.Picture.Media)) : null,
        ["isAccessibleForFree"] = true,
    });

    protected override async Task ReadMoreAsync(CancellationToken cancellationToken) =>
        Asked = await related.OfAsync(HttpContext, $"{Shown.Title}\n{Shown.Ingress}", Shown.Language, null, LeastShare, cancellationToken);
}
