using UngPortal.Features.Publications;
using UngPortal.Features.Shared;
using UngPortal.Platform.Caching;

namespace UngPortal.Features.Illustrations;

[CachedPage]
public sealed class IndexModel(CatalogueCopy copy, VisitorChoice choice, TimeProvider time) : ListPage(copy, choice, time)
{
    protected override PublicationKind Kind => PublicationKind.Illustration;

    protected override string Path => "/illustrasjoner";
}
