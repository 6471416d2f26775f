using Microsoft.EntityFrameworkCore;
using UngPortal.Features.Services;
using UngPortal.Platform.Data;

namespace UngPortal.Features.ServiceImports.Running;

/// <summary>Services that an import adds. They are worked out at once, and written when the transaction is open.</summary>
internal sealed class NewServices
{
    private readonly PortalDbContext _db;
    private readonly List<ManyRows> _tables = [];

    public NewServices(PortalDbContext db, IReadOnlyList<Service> services)
    {
        _db = db;
        if (!ManyRows.Pays(db, services.Count))
        {
            db.Services.AddRange(services);
            return;
        }

        var (rows, channels, locations, areas) = (new ManyRows(db, typeof(Service), nameof(Service.Id)), Part<ServiceChannel>(), Part<ServiceLocation>(), Part<ServiceArea>());
        foreach (var (service, number) in services.Select((service, at) => (service, at)))
        {
            rows.Add(service, number);
            Add(channels, service.Channels, number);
            Add(locations, service.Location is { } location ? [location] : [], number);
            Add(areas, service.Areas, number);
        }

        _tables.AddRange([rows, channels, locations, areas]);
    }

    /// <summary>Writes those that a save does not.</summary>
    public async Task WriteAsync(CancellationToken cancellationToken)
    {
        if (_tables.Count > 0)
        {
            var first = await _db.Database.SqlQuery<long>($"SELECT COALESCE(MAX(seq), 0) + 1 AS Value FROM sqlite_sequence WHERE name = 'Services'").SingleAsync(cancellationToken);
            foreach (var table in _tables)
            {
                await table.WriteAsync(first, cancellationToken);
            }
        }
    }

    private ManyRows Part<T>() => new(_db, typeof(T), nameof(ServiceChannel.ServiceId));

    private static void Add(ManyRows table, IEnumerable<object> parts, int number)
    {
        foreach (var part in parts)
        {
            table.Add(part, number);
        }
    }
}
