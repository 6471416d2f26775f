using Microsoft.EntityFrameworkCore;
using UngPortal.Features.OpenReferral;
using UngPortal.Features.Services;
using UngPortal.Features.Topics;
using UngPortal.Kernel;
using UngPortal.Platform.Data;
using UngPortal.Platform.Outbox;

namespace UngPortal.Features.Api.Register;

/// <summary>This node's index of the register; read anew when services have changed.</summary>
/// <remarks>Hours can't be asked of a database, nor does SQLite fold æ, ø and å: so what finds services lies in memory, and only the rows of a page are read.</remarks>
internal sealed class RegisterCopy(IServiceScopeFactory scopes) : KeptCopy<RegisterIndex>(scopes, ServicesChanged.Kind), IDisposable
{
    private readonly SemaphoreSlim _oneReads = new(1);

    public async Task<RegisterIndex> ReadAsync(CancellationToken cancellationToken)
    {
        await _oneReads.WaitAsync(cancellationToken);
        try
        {
            return await CurrentAsync(cancellationToken);
        }
        finally
        {
            _oneReads.Release();
        }
    }

    public void Dispose() => _oneReads.Dispose();

    protected override async Task<RegisterIndex> ReadAsync(PortalDbContext db, CancellationToken cancellationToken)
    {
        var types = await db.ServiceTypes.AsNoTracking().OrderBy(type => type.Position).ToListAsync(cancellationToken);
        var topics = await TopicTree.ReadAsync(db, cancellationToken);
        var channels = (await db.Set<ServiceChannel>().AsNoTracking().OrderBy(channel => channel.ServiceId).ThenBy(channel => channel.Position)
            .Select(channel => new { channel.ServiceId, channel.Kind, channel.Address, channel.Hours }).ToListAsync(cancellationToken)).ToLookup(channel => channel.ServiceId, channel => new ServicePlace.Channel(channel.Kind, channel.Address, channel.Hours));
        var areas = (await db.Set<ServiceArea>().AsNoTracking().OrderBy(area => area.ServiceId).ToListAsync(cancellationToken)).ToLookup(area => area.ServiceId, area => area.Municipality);
        var points = await db.ServiceLocations.AsNoTracking().Select(location => new { location.ServiceId, location.Latitude, location.Longitude })
            .ToDictionaryAsync(location => location.ServiceId, location => new GeoPoint(location.Latitude, location.Longitude), cancellationToken);
        var services = await db.Services.AsNoTracking().Where(service => service.State == ServiceState.Listed).OrderBy(service => service.Kind).ThenBy(service => service.Position).ThenBy(service => service.Id)
            .Select(service => new EntryMaker.Row(service.Id, service.Slug, service.Kind, service.Type, service.Municipality, service.Topics, service.Languages, service.Told, service.Name, service.Description, service.Website, service.RunBy, service.Assured, service.TakenIn)).ToListAsync(cancellationToken);
        var terms = new TermBook(topics.All, types);
        var maker = new EntryMaker(terms);
        return new RegisterIndex([.. services.Select(service => maker.Make(service, [.. channels[service.Id]], [.. areas[service.Id]], points.TryGetValue(service.Id, out var point) ? point : null))], terms);
    }
}

/// <summary>Has the index read anew when topics have changed, whose names stand in it.</summary>
internal sealed class TopicsHeard(RegisterCopy copy) : IOutboxHandler
{
    private const string Topics = "topics";

    public Task HandleAsync(IReadOnlyList<OutboxMessage> messages, CancellationToken cancellationToken)
    {
        if (messages.Any(message => message.Key == Topics))
        {
            copy.Forget();
        }

        return Task.CompletedTask;
    }
}
