using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using UngPortal.Features.Services;
using UngPortal.Features.Services.Finding;
using UngPortal.Kernel;
using UngPortal.Testing;

namespace UngPortal.Tests.Features.Services.Finding;

/// <summary>The boxes that grow find what measuring every distance finds.</summary>
public sealed class NearbyServicesTests(PortalApp app) : IClassFixture<PortalApp>
{
    [Fact]
    public async Task Nearest_FromAnywhere_AreThoseThatABruteForceFinds()
    {
        await using var scope = app.Services.CreateAsyncScope();
        var nearby = scope.ServiceProvider.GetRequiredService<NearbyServices>();
        var all = await app.InDatabaseAsync(db => db.Services.AsNoTracking().Include(service => service.Location).Where(service => service.Location != null).ToListAsync());
        FinderFilter[] filters = [new(null, null, false, false), new("hfu", null, false, false), new("legevakt", null, false, false), new(null, new AgeBand(18, 20), false, true)];

        for (var round = 0; round < 60; round++)
        {
            var from = new GeoPoint(57.9 + (13.4 * (round * 0.7548776662 % 1)), 4.5 + (27 * (round * 0.5698402909 % 1))); // Spread evenly.
            var filter = filters[round % filters.Length];
            var takes = filter.Listed().Compile();

            var found = await nearby.NearestAsync(from, null, filter, CancellationToken.None);

            var expected = all.Where(takes).OrderBy(service => service.Location!.Point.KilometresTo(from)).ThenBy(service => service.Id)
                .Where((service, at) => at < NearbyServices.AtLeast || service.Location!.Point.KilometresTo(from) <= NearbyServices.Reach).Take(NearbyServices.Wanted).Select(service => service.Slug).ToList();
            Assert.Equal(expected, found.Select(near => near.Service.Slug));
        }
    }
}
