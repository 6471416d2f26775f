using Microsoft.EntityFrameworkCore;
using UngPortal.Platform.Data;

namespace UngPortal.Features.MediaLibrary.Sweeping;

/// <summary>What is live needs the files that it shows.</summary>
public sealed class PublishedNeed(PortalDbContext db) : IMediaNeed
{
    public Task<bool> NamesAsync(string name, CancellationToken cancellationToken) => db.PublicationsNaming([name]).AnyAsync(cancellationToken);
}
