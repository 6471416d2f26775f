using Microsoft.EntityFrameworkCore;
using UngPortal.Platform.Data;
using UngPortal.Platform.Jobs;

namespace UngPortal.Features.Answers.Nearest;

/// <summary>Forgets each night what was found too long ago, for texts that are still there and for those that are gone.</summary>
public sealed class NearestRetention(PortalDbContext db) : IPortalJob
{
    /// <inheritdoc />
    public Task RunAsync(CancellationToken cancellationToken)
    {
        var oldest = db.Time.GetUtcNow().UtcDateTime - KeptNearest.Lasts;
        return db.KeptNearest.Where(row => row.FoundAt < oldest).ExecuteDeleteAsync(cancellationToken);
    }
}
