using UngPortal.Features.Publications;
using UngPortal.Features.Shared;
using UngPortal.Platform.Caching;

namespace UngPortal.Features.Videos;

[CachedPage]
public sealed class IndexModel(CatalogueCopy copy, VisitorChoice choice, TimeProvider time) : ListPage(copy, choice, time)
{
    protected override PublicationKind Kind => PublicationKind.Video;

    protected override string Path => "/video";
}
