using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime.Extensions;
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
            var takes = filter.Listed(app.Clock.GetUtcNow().ToInstant()).Compile();

            var found = await nearby.NearestAsync(from, null, filter, CancellationToken.None);

            var expected = all.Where(takes).OrderBy(service => service.Location!.Point.KilometresTo(from)).ThenBy(service => service.Id)
                .Where((service, at) => at < NearbyServices.AtLeast || service.Location!.Point.KilometresTo(from) <= NearbyServices.Reach).Take(NearbyServices.Wanted).Select(service => service.Slug).ToList();
            Assert.Equal(expected, found.Select(near => near.Service.Slug));
        }
    }

    [Fact]
    public async Task Nearest_OpenNow_LooksPastAThousandWhoseFactsAreStale()
    {
        const int Stale = 1_050;
        using var own = new PortalApp().WithoutWorkers();
        await own.InDatabaseAsync(db =>
        {
            for (var at = 0; at <= Stale; at++)
            {
                var isFresh = at == Stale;
                var location = new ServiceLocation { Address = "", PostalCode = null, Latitude = isFresh ? 60.2 : 60, Longitude = 9, Precision = LocationPrecision.PostPlace };
                var facts = new ServiceFacts(
                    ServiceKind.Local, new() { ["nb"] = "Prøvested" }, [], [], [], 1_000 + at, null, isFresh ? new DateOnly(2026, 11, 1) : new DateOnly(2020, 1, 1), "https://prove.invalid/",
                    [new ServiceChannel { Position = 1, Kind = ChannelKind.Phone, Address = "+4799999999", DisplayAddress = "99 99 99 99", Hours = "24/7" }])
                { Local = new LocalFacts("hfu", "0301", ["0301"], location, (null, null), false, [], []) };
                db.Services.Add(Service.List(isFresh ? "prove-fersk" : $"prove-gammel-{at}", facts));
            }

            return db.SaveChangesAsync();
        });
        await using var scope = own.Services.CreateAsyncScope();

        var found = await scope.ServiceProvider.GetRequiredService<NearbyServices>().NearestAsync(new GeoPoint(60, 9), null, new FinderFilter("hfu", null, true, false), CancellationToken.None);

        Assert.Equal("prove-fersk", found[0].Service.Slug);
        Assert.DoesNotContain(found, near => near.Service.Slug.StartsWith("prove-gammel", StringComparison.Ordinal));
    }
}
