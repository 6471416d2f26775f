using UngPortal.Features.Publications;
using UngPortal.Platform.Caching;

namespace UngPortal.Features.Pages;

[CachedPage]
public sealed class PlainPageModel(PublicationReader reader) : PublicationPage(reader)
{
    protected override PublicationKind Kind => PublicationKind.Page;
}
