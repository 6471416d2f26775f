using UngPortal.Platform.Data;
using UngPortal.Platform.Outbox;

namespace UngPortal.Features.Publications;

/// <summary>The message that content has changed: pages are evicted and the index is updated on every node.</summary>
public static class PublicationChanged
{
    public const string Kind = "content-changed";

    extension(PortalDbContext db)
    {
        /// <summary>Announces a change of a publication (<c>article:slug</c>), of <c>topics</c> or of <c>services</c>.</summary>
        public void AnnounceContent(string key) => db.Announce(Kind, key);
    }
}
