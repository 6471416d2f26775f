using Microsoft.EntityFrameworkCore;
using UngPortal.Features.Services;
using UngPortal.Features.Services.Finding;
using UngPortal.Kernel;
using UngPortal.Testing;

namespace UngPortal.Tests.Features.Services.Finding;

/// <summary>The few who told one thing, and how they are told from the many. Source: quality.md, "finder, 50 000 locations".</summary>
public sealed class ToldPlacesTests
{
    private const string Alta = "alta-kommunale-legevakt";
    private static readonly GeoPoint Somewhere = new(60, 10);
    private static readonly FinderFilter Everything = new(null, null, false, false);

    [Fact]
    public void FewWith_AllThatIsAskedFor()
    {
        var places = new ToldPlaces();
        places.Add(1, Somewhere, ["angst"], ["no", "uk"], ["lift"]);
        places.Add(2, Somewhere, ["sorg"], ["uk"], []);
        places.Add(3, Somewhere, ["mobbing"], ["no"], ["lift"]);

        Assert.Equal([1, 2], Ids(Everything with { Language = "uk" }));
        Assert.Equal([1, 3], Ids(Everything with { Access = "lift" }));
        Assert.Equal([1], Ids(Everything with { Language = "uk", Access = "lift" }));
        Assert.Equal([1, 2], Ids(Everything with { Topic = "psykisk-helse", Topics = ["psykisk-helse", "angst", "sorg"] }).Order());
        Assert.Equal([2], Ids(Everything with { Topic = "sorg", Topics = ["sorg"], Language = "uk" }));
        Assert.Equal([], Ids(Everything with { Language = "se" }));

        IEnumerable<int> Ids(FinderFilter filter) => places.FewWith(filter)!.Select(place => place.Id);
    }

    [Fact]
    public void FewWith_WhenNothingIsAskedOrManyHaveToldIt_LeavesItToTheIndex()
    {
        var places = new ToldPlaces();
        for (var id = 1; id <= ToldPlaces.Few + 1; id++)
        {
            places.Add(id, Somewhere, [], id > 1 ? ["no", "en"] : ["no"], []);
        }

        Assert.Null(places.FewWith(Everything));
        Assert.Null(places.FewWith(Everything with { Language = "no" }));
        Assert.Equal(ToldPlaces.Few, places.FewWith(Everything with { Language = "en" })!.Count);
    }

    /// <summary>The copy may be a moment old; what is shown is what the database says now.</summary>
    [Fact]
    public async Task APlaceThatIsWithdrawn_IsGoneBeforeTheCopyHearsOfIt()
    {
        using var app = new PortalApp().WithoutWorkers();
        await app.InDatabaseAsync(async db =>
        {
            var place = await db.Services.Include(one => one.Channels).Include(one => one.Location).Include(one => one.Areas).SingleAsync(one => one.Slug == Alta);
            place.Edit(place.Facts() with { Languages = ["se"] }, db.Time.GetUtcNow().UtcDateTime);
            return await db.SaveChangesAsync();
        });
        Assert.Equal([$"/tjenester/{Alta}"], await FoundAsync());

        await app.InDatabaseAsync(db => db.Services.Where(one => one.Slug == Alta).ExecuteUpdateAsync(one => one.SetProperty(service => service.State, ServiceState.Withdrawn)));

        Assert.DoesNotContain($"/tjenester/{Alta}", await FoundAsync());

        async Task<IEnumerable<string?>> FoundAsync() =>
            (await app.GetPageAsync("/hjelp-naer-deg?sted=9510&sprak=se")).Document.QuerySelectorAll("main ol .service h3 a").Select(link => link.GetAttribute("href"));
    }
}
