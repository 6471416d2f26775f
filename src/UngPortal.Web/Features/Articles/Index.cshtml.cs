using UngPortal.Features.Publications;
using UngPortal.Features.Shared;
using UngPortal.Platform.Caching;

namespace UngPortal.Features.Articles;

[CachedPage]
public sealed class IndexModel(CatalogueCopy copy, VisitorChoice choice, TimeProvider time) : ListPage(copy, choice, time)
{
    protected override PublicationKind Kind => PublicationKind.Article;

    protected override string Path => "/artikler";
}
