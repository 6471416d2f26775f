using Microsoft.AspNetCore.Mvc.RazorPages;
using UngPortal.Features.Publications;
using UngPortal.Features.Topics;
using UngPortal.Platform.Caching;
using UngPortal.Platform.Data;

namespace UngPortal.Features.TopicPages;

[CachedPage]
public sealed class IndexModel(PortalDbContext db, TeaserReader teasers) : PageModel
{
    public TopicTree Topics { get; private set; } = null!;

    public IReadOnlyDictionary<string, PublicationFacts.Picture> Pictures { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        HttpContext.CacheTag("content");
        Topics = await TopicTree.ReadAsync(db, cancellationToken);
        Pictures = await teasers.PicturesAsync(Topics.Roots.Select(topic => topic.Illustration), cancellationToken);
    }
}
