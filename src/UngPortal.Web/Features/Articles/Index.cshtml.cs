using UngPortal.Features.Publications;
using UngPortal.Features.Shared;
using UngPortal.Platform.Caching;
using UngPortal.Platform.Data;

namespace UngPortal.Features.Articles;

[CachedPage]
public sealed class IndexModel(PortalDbContext db, CardList cards, VisitorChoice choice) : ListPage(db, cards, choice)
{
    protected override PublicationKind Kind => PublicationKind.Article;

    protected override string Path => "/artikler";
}
