using Microsoft.EntityFrameworkCore;
using UngPortal.Features.Api.Asking;
using UngPortal.Features.Api.Register;
using UngPortal.Features.OpenReferral;
using UngPortal.Features.Services;
using UngPortal.Kernel;
using UngPortal.Platform.Data;

namespace UngPortal.Features.Api.Answering;

/// <summary>A question, with all that is needed to answer it.</summary>
internal sealed record ApiRequest(string Id, QueryReader Query, RegisterIndex Register, DocumentSetting Setting, PortalDbContext Db, CancellationToken Cancelled)
{
    /// <summary>More than a page has, and few enough for any database's command.</summary>
    private const int Batch = 500;

    /// <summary>The services, in that order, each whole. What was withdrawn since the index was read is left out.</summary>
    public async Task<IReadOnlyList<Service>> ReadAsync(IEnumerable<RegisterEntry> entries)
    {
        List<Service> services = [];
        foreach (var ids in entries.Select(entry => entry.Id).Chunk(Batch))
        {
            var read = await Db.Services.AsNoTracking().Where(service => ids.Contains(service.Id) && service.State == ServiceState.Listed)
                .Include(service => service.Channels).Include(service => service.Location).Include(service => service.Areas).AsSplitQuery().ToDictionaryAsync(service => service.Id, Cancelled);
            services.AddRange(ids.Select(id => read.GetValueOrDefault(id)).OfType<Service>());
        }

        return services;
    }

    /// <summary>The same of their names alone.</summary>
    public async Task<IReadOnlyList<(RegisterEntry Entry, LocalizedText Name)>> ReadNamesAsync(IEnumerable<RegisterEntry> entries)
    {
        List<(RegisterEntry, LocalizedText)> names = [];
        foreach (var part in entries.Chunk(Batch))
        {
            var ids = part.Select(entry => entry.Id).ToArray();
            var read = await Db.Services.AsNoTracking().Where(service => ids.Contains(service.Id) && service.State == ServiceState.Listed)
                .Select(service => new { service.Id, service.Name }).ToDictionaryAsync(service => service.Id, service => service.Name, Cancelled);
            names.AddRange(part.Where(entry => read.ContainsKey(entry.Id)).Select(entry => (entry, read[entry.Id])));
        }

        return names;
    }
}
