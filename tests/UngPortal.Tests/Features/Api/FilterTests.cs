using System.Globalization;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using UngPortal.Features.Services;
using UngPortal.Kernel;
using UngPortal.Testing;

namespace UngPortal.Tests.Features.Api;

/// <summary>Each filter alone finds what the register itself says, and together they find what all of them do.</summary>
[Collection(ShippedSite.Name)]
public sealed class FilterTests(PortalApp app)
{
    [Fact]
    public async Task Pages_OfAnySize_HoldEachServiceOnce()
    {
        var listed = await app.InDatabaseAsync(db => db.Services.Where(service => service.State == ServiceState.Listed).Select(service => service.Slug).ToListAsync());
        foreach (var size in new[] { 7, 100 })
        {
            Assert.Equal(listed.Order(StringComparer.Ordinal), SlugsOf(await app.AllAsync("/services", size)));
        }

        var minimal = await app.ReadAsync("/services?minimal=true");
        Assert.Equal((await app.AllAsync("/services")).Select(service => service.Text("id")), minimal.GetProperty("contents").EnumerateArray().Select(service => service.Text("id")));
        Assert.Equal(0, (await app.ReadAsync("/services?page=99")).GetProperty("contents").GetArrayLength());
    }

    [Theory]
    [InlineData("kind=helpline")]
    [InlineData("type=hfu")]
    [InlineData("municipality=0301")]
    [InlineData("topic=kropp-helse-og-sex")]
    [InlineData("open_now=true")]
    [InlineData("kind=local&municipality=0301&type=hfu")]
    [InlineData("kind=helpline&open_now=true&topic=folelser-identitet-og-forelskelse")]
    public async Task Filters_AloneAndTogether_FindWhatTheRegisterHolds(string query)
    {
        var wanted = query.Split('&').Select(part => part.Split('=')).ToDictionary(part => part[0], part => part[1]);
        var now = NodaTime.Instant.FromDateTimeOffset(app.Clock.GetUtcNow());
        var below = await app.InDatabaseAsync(db => db.Set<UngPortal.Features.Topics.Topic>().ToDictionaryAsync(topic => topic.Slug, topic => topic.Path.Split('/', StringSplitOptions.None)));
        var all = await app.InDatabaseAsync(db => db.Services.Include(service => service.Channels).Include(service => service.Areas).AsSplitQuery().ToListAsync());
        var expected = all.Where(service =>
            (!wanted.TryGetValue("kind", out var kind) || service.Kind.ToString().Equals(kind, StringComparison.OrdinalIgnoreCase))
            && (!wanted.TryGetValue("type", out var type) || service.Type == type)
            && (!wanted.TryGetValue("municipality", out var number) || service.Municipality == number || service.Areas.Any(area => area.Municipality == number))
            && (!wanted.TryGetValue("topic", out var topic) || service.Topics.Any(slug => below[slug].Contains(topic)))
            && (!wanted.ContainsKey("open_now") || service.Channels.Any(channel => channel.StateAt(now).IsOpen)));

        var found = SlugsOf(await app.AllAsync("/services?" + query));

        Assert.NotEmpty(found);
        Assert.NotEqual(all.Count, found.Count);
        Assert.Equal(expected.Select(service => service.Slug).Order(StringComparer.Ordinal), found);
    }

    [Fact]
    public async Task OpenNow_AgreesWithThePages()
    {
        var open = SlugsOf(await app.AllAsync("/services?open_now=true&kind=helpline")).Concat(SlugsOf(await app.AllAsync("/services?open_now=true&kind=practical"))).Concat(SlugsOf(await app.AllAsync("/services?open_now=true&kind=emergency"))).Order(StringComparer.Ordinal);
        var page = await app.GetPageAsync("/tjenester?apen=na");

        Assert.Equal(page.Links.Where(link => link.StartsWith("/tjenester/", StringComparison.Ordinal)).Select(link => link["/tjenester/".Length..]).Distinct().Order(StringComparer.Ordinal), open);
        foreach (var service in (await app.AllAsync("/services")).Take(60))
        {
            var shown = await app.GetPageAsync("/tjenester/" + service.Text("x-slug"));
            Assert.EndsWith(service.GetProperty("x-live").Text("text").ToLowerInvariant(), shown.TextOf(".state").ToLowerInvariant(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Near_GivesTheNearestFirst_AndNobodyBeyond()
    {
        var oslo = new GeoPoint(59.91, 10.75);
        var near = await app.AllAsync("/services?near=59.91,10.75,40");
        var places = await app.AllAsync("/locations?near=59.91,10.75,40");
        var far = await app.InDatabaseAsync(db => db.ServiceLocations.ToListAsync());

        Assert.Equal(far.Count(place => place.Point.KilometresTo(oslo) <= 40), near.Count);
        Assert.Equal(near.Count, places.Count);
        Assert.Equal(near.Select(Kilometres).Order(), near.Select(Kilometres));
        Assert.All(places, place => Assert.Equal(Kilometres(place), Math.Round(new GeoPoint(place.GetProperty("latitude").GetDouble(), place.GetProperty("longitude").GetDouble()).KilometresTo(oslo), 1)));
        var clinics = await app.InDatabaseAsync(db => db.Services.Where(service => service.Type == "legevakt").Select(service => service.Slug).ToListAsync());
        Assert.Equal(near.Count(service => clinics.Contains(service.Text("x-slug"))), (await app.AllAsync("/services?near=59.91,10.75,40&type=legevakt")).Count);
    }

    [Fact]
    public async Task Search_TakesAllWordsOrTheirBeginnings()
    {
        Assert.Contains("helsestasjon-for-ungdom-bekkestua-baerum", SlugsOf(await app.AllAsync("/services?search=B%C3%86RUM%20helsest")));
        Assert.Contains("helsestasjon-for-ungdom-bekkestua-baerum", SlugsOf(await app.AllAsync("/services?text=baerum")));
        Assert.Empty(await app.AllAsync("/services?search=helsestasjon%20xqzwv"));
    }

    [Fact]
    public async Task Terms_AndOrganizations_FindTheirServices()
    {
        var terms = await app.AllAsync("/taxonomy_terms");
        var hfu = terms.Single(term => term.Text("code") == "hfu");
        var oslo = (await app.AllAsync("/organizations?search=oslo")).First();

        Assert.Equal(SlugsOf(await app.AllAsync("/services?type=hfu")), SlugsOf(await app.AllAsync($"/services?taxonomy_term_id={hfu.Text("id")}")));
        Assert.Equal(SlugsOf(await app.AllAsync("/services?kind=local")), SlugsOf(await app.AllAsync($"/services?taxonomy_id={hfu.Text("taxonomy_id")}")));
        Assert.Equal(
            (await app.ReadAsync($"/organizations/{oslo.Text("id")}")).GetProperty("services").EnumerateArray().Select(service => service.Text("x-slug")).Order(StringComparer.Ordinal),
            SlugsOf(await app.AllAsync($"/services?organization_id={oslo.Text("id")}")));
        Assert.All(await app.AllAsync($"/taxonomy_terms?parent_id={terms.First(term => term.TryGetProperty("parent_id", out _)).Text("parent_id")}"), term => Assert.True(term.TryGetProperty("parent_id", out _)));
        Assert.All(await app.AllAsync("/taxonomy_terms?top_only=true"), term => Assert.False(term.TryGetProperty("parent_id", out _)));
        Assert.Empty(await app.AllAsync("/services?taxonomy_term_id=00000000-0000-5000-8000-000000000000"));
    }

    [Fact]
    public async Task Postcode_FindsThoseForItsMunicipality_OrAroundIt()
    {
        var serving = await app.AllAsync("/service_at_locations?postcode=0580");
        var around = await app.AllAsync("/service_at_locations?postcode=0580&proximity=5000");

        Assert.NotEmpty(serving);
        Assert.NotEmpty(around);
        Assert.All(around, place => Assert.InRange(Kilometres(place), 0, 5));
    }

    [Fact]
    public async Task Services_AreFound_ByIdAndByShortName()
    {
        var one = await app.ReadAsync("/services/112-politi");

        Assert.Equal(one.Text("id"), (await app.ReadAsync($"/services/{one.Text("id")}")).Text("id"));
        Assert.Equal("112", one.GetProperty("phones")[0].Text("number"));
        Assert.Equal("active", one.Text("status"));
        Assert.Equal("2026-09-09", one.Text("assured_date"));
    }

    private static double Kilometres(JsonElement one) => double.Parse(one.GetProperty("x-distance-km").GetRawText(), CultureInfo.InvariantCulture);

    private static List<string> SlugsOf(List<JsonElement> services) => [.. services.Select(service => service.Text("x-slug")).Order(StringComparer.Ordinal)];
}
