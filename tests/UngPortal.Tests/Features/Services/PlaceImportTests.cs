using Microsoft.EntityFrameworkCore;
using UngPortal.Features.Services;
using UngPortal.Platform.Importing;
using UngPortal.Tests.Features.Importing;

namespace UngPortal.Tests.Features.Services;

/// <summary>The files of local services: one bad entry is named, the others come in, and a second time changes nothing.</summary>
public sealed class PlaceImportTests(EmptySite app) : IClassFixture<EmptySite>
{
    private const string Types = "- id: hfu\n  name: { nb: \"Helsestasjon\" }\n  summary: { nb: \"Kort.\" }\n  description: { nb: \"Lenger.\" }\n  askThem:\n    nb: [\"Hei.\", \"Ha det.\"]\n";

    public static TheoryData<string, string, string> Faults => new()
    {
        { "type: hfu", "type: brevdue", "none of the types" },
        { "municipality: \"0301\"", "municipality: \"9999\"", "number of no municipality" },
        { "postalCode: \"0580\"", "postalCode: \"9999\"", "no postal code" },
        { "latitude: 59.92", "latitude: 0", "outside Norway" },
        { "latitude: 59.92", "latitude: NaN", "outside Norway" },
        { "precision: address", "precision: omtrent", "must be address" },
        { "Mo-Fr 09:00-15:00", "Mo-Fr 09:00-25:90", "'hours'" },
        { "{ from: 12, to: 24 }", "{ from: 24, to: 12 }", "from the younger to the older" },
        { "22 00 00 00", "to to null null", "no phone number" },
        { "https://example.no", "javascript:alert(1)", "must begin with https" },
        { "serves: [\"0301\"]", "serves: [\"0302\"]", "number of no municipality" },
        { "checked: 2026-01-01", "checked: i fjor", "must be a date" },
        { "dropIn: yes", "dropIn: kanskje", "must be yes or no" },
        { "dropIn: yes", "dropIn: yes\n  eier: meg", "'eier' is unknown" },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task Import_ABadEntry_IsNamed_AndTheOthersComeIn(string right, string wrong, string said)
    {
        using var tree = new ContentTree(app);
        var (bad, good) = ($"feil-{Math.Abs(wrong.GetHashCode(StringComparison.Ordinal))}", $"rett-{Math.Abs(wrong.GetHashCode(StringComparison.Ordinal))}");
        tree.Write("services/types.yml", Types);
        tree.Write("services/places.yml", Place(bad).Replace(right, wrong, StringComparison.Ordinal) + Place(good));

        var report = await tree.ImportAsync();

        Assert.Contains(report.Problems, problem => problem.ToString().Contains(said, StringComparison.Ordinal));
        var slugs = await app.InDatabaseAsync(db => db.Services.Where(service => service.Slug == bad || service.Slug == good).Select(service => service.Slug).ToListAsync());
        Assert.Equal([good], slugs);
    }

    [Fact]
    public async Task Import_Twice_ChangesNothing_AndAChangeIsTaken()
    {
        using var tree = new ContentTree(app);
        tree.Write("services/types.yml", Types);
        tree.Write("services/places.yml", Place("et-sted"));
        await tree.ImportAsync();
        var before = await ReadAsync("et-sted");
        Assert.Equal(0, (await tree.ImportAsync())[ImportOutcome.Updated]);
        Assert.Equal(before.Version, (await ReadAsync("et-sted")).Version);

        tree.Write("services/places.yml", Place("et-sted").Replace("Mo-Fr 09:00-15:00", "Mo-Fr 10:00-15:00", StringComparison.Ordinal).Replace("[\"0301\"]", "[\"0301\", \"3201\"]", StringComparison.Ordinal));
        Assert.Equal(1, (await tree.ImportAsync())[ImportOutcome.Updated]);

        var after = await ReadAsync("et-sted");
        Assert.Equal(before.Location!.Id, after.Location!.Id);
        Assert.Equal(["0301", "3201"], after.Areas.Select(area => area.Municipality).Order(StringComparer.Ordinal));
        Assert.Equal([("Gata 1, 0580 Oslo", "Mo-Fr 10:00-15:00; PH off"), ("22 00 00 00", null), ("example.no", null)], after.Channels.OrderBy(channel => channel.Position).Select(channel => (channel.DisplayAddress, channel.Hours)));
    }

    [Fact]
    public async Task Import_APlaceThatMoved_HasItsNewAddressAlone()
    {
        using var tree = new ContentTree(app);
        tree.Write("services/types.yml", Types);
        tree.Write("services/places.yml", Place("flytter"));
        await tree.ImportAsync();
        tree.Write("services/places.yml", Place("flytter").Replace("Gata 1", "Gata 2", StringComparison.Ordinal).Replace("59.92", "59.93", StringComparison.Ordinal));
        await tree.ImportAsync();

        var moved = await ReadAsync("flytter");

        Assert.Equal(("Gata 2", 59.93), (moved.Location!.Address, moved.Location.Latitude));
        Assert.Equal(1, await app.InDatabaseAsync(db => db.ServiceLocations.CountAsync(location => location.ServiceId == moved.Id)));
    }

    private static string Place(string id) =>
        $$"""
        - id: {{id}}
          type: hfu
          name: "Et sted"
          municipality: "0301"
          address: "Gata 1"
          postalCode: "0580"
          at: { latitude: 59.92, longitude: 10.79, precision: address }
          phone: "22 00 00 00"
          website: "https://example.no"
          hours: "Mo-Fr 09:00-15:00; PH off"
          age: { from: 12, to: 24 }
          dropIn: yes
          serves: ["0301"]
          checked: 2026-01-01
          source: "https://example.no"

        """.ReplaceLineEndings("\n");

    private Task<Service> ReadAsync(string slug) => app.InDatabaseAsync(db => db.Services.AsNoTracking().Include(service => service.Channels).Include(service => service.Location).Include(service => service.Areas).AsSplitQuery().SingleAsync(service => service.Slug == slug));
}
