using Microsoft.EntityFrameworkCore;
using UngPortal.Platform.Data;
using UngPortal.Platform.Jobs;

namespace UngPortal.Features.Services.Checking;

/// <summary>Looks, each night, whether services' pages are there and their numbers have a number's form; those that were looked at longest ago first.</summary>
public sealed partial class LinkCheck(PortalDbContext db, LinkProbe probe, ILogger<LinkCheck> logger) : IPortalJob
{
    /// <summary>How many services a night.</summary>
    public const int Most = 1_000;
    private const int AtATime = 50;
    private const int SideBySide = 4;

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var ids = await db.Services.Where(service => service.State == ServiceState.Listed).OrderBy(service => service.LinksCheckedAt).ThenBy(service => service.Id).Take(Most).Select(service => service.Id).ToListAsync(cancellationToken);
        var faults = 0;
        foreach (var some in ids.Chunk(AtATime))
        {
            var services = await db.Services.Include(service => service.Channels).Where(service => some.Contains(service.Id)).ToListAsync(cancellationToken);
            var found = new LinkFault?[services.Count];
            await Parallel.ForAsync(0, services.Count, new ParallelOptions { MaxDegreeOfParallelism = SideBySide, CancellationToken = cancellationToken }, async (at, stop) => found[at] = await FaultOfAsync(services[at], stop));
            var now = db.Time.GetUtcNow().UtcDateTime;
            for (var at = 0; at < services.Count; at++)
            {
                services[at].NoteLinks(found[at], now);
                faults += services[at].LinkFault is null ? 0 : 1;
            }

            // Somebody who changes one of them at this moment comes first: these are looked at again tomorrow.
            await db.TrySaveAsync(cancellationToken);
            db.ChangeTracker.Clear();
        }

        LogChecked(ids.Count, faults);
    }

    private async Task<LinkFault?> FaultOfAsync(Service service, CancellationToken cancellationToken)
    {
        if (service.Channels.Any(channel => channel.Kind.IsNumber && !(ContactFields.IsNumber(channel.Address) && ContactFields.AreSame(channel.Address, channel.DisplayAddress))))
        {
            return LinkFault.BadNumber;
        }

        var pages = service.Channels.Where(channel => channel.Kind.IsPage).Select(channel => channel.Address).Append(service.Website).OfType<string>().Distinct(StringComparer.Ordinal);
        foreach (var page in pages)
        {
            if (await probe.FaultOfAsync(page, cancellationToken) is { } fault)
            {
                return fault;
            }
        }

        return null;
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "The links of {Count} services were looked at; {Faults} have a fault.")]
    private partial void LogChecked(int count, int faults);
}
