using Microsoft.AspNetCore.Mvc.RazorPages;
using UngPortal.Features.Publications;
using UngPortal.Features.Topics;
using UngPortal.Platform.Caching;

namespace UngPortal.Features.TopicPages;

[CachedPage]
public sealed class IndexModel(CatalogueCopy copy) : PageModel
{
    public TopicTree Topics { get; private set; } = null!;

    public IReadOnlyDictionary<string, PublicationFacts.Picture> Pictures { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        HttpContext.CacheTag("content");
        var catalogue = await copy.ReadAsync(cancellationToken);
        Topics = catalogue.Topics;
        Pictures = catalogue.PicturesOf(Topics.Roots);
    }
}
