using Microsoft.EntityFrameworkCore;
using UngPortal.Features.Api.Asking;
using UngPortal.Features.Api.Register;
using UngPortal.Features.OpenReferral;
using UngPortal.Features.Services;
using UngPortal.Platform.Data;

namespace UngPortal.Features.Api.Answering;

/// <summary>A question, with all that is needed to answer it.</summary>
internal sealed record ApiRequest(string Id, QueryReader Query, RegisterIndex Register, DocumentSetting Setting, PortalDbContext Db, CancellationToken Cancelled)
{
    /// <summary>The services of a page, in its order, each whole. What was withdrawn since the index was read is left out.</summary>
    public async Task<IReadOnlyList<Service>> ReadAsync(IEnumerable<RegisterEntry> entries)
    {
        int[] ids = [.. entries.Select(entry => entry.Id)];
        var read = ids.Length == 0 ? [] : await Db.Services.AsNoTracking().Where(service => ids.Contains(service.Id) && service.State == ServiceState.Listed)
            .Include(service => service.Channels).Include(service => service.Location).Include(service => service.Areas).AsSplitQuery().ToDictionaryAsync(service => service.Id, Cancelled);
        return [.. ids.Select(id => read.GetValueOrDefault(id)).OfType<Service>()];
    }
}
