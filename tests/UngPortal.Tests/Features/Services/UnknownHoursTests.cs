using UngPortal.Features.Services;
using UngPortal.Testing;

namespace UngPortal.Tests.Features.Services;

/// <summary>What is said where some hours are known and others aren't. Source: product/services.md, "Open now".</summary>
public sealed class UnknownHoursTests(PortalApp app) : IClassFixture<PortalApp>
{
    [Fact]
    public async Task APlace_WhoseNumbersHaveNoHours_SaysSoOnce_AndBesideNoButton()
    {
        await app.InDatabaseAsync(db =>
        {
            var location = new ServiceLocation { Address = "Prøveveien 1", PostalCode = "9510", Latitude = 69.9689, Longitude = 23.2716, Precision = LocationPrecision.Address };
            ServiceChannel[] channels =
            [
                new() { Position = 1, Kind = ChannelKind.Visit, Address = "Prøveveien 1", DisplayAddress = "Prøveveien 1", Hours = "Mo-Fr 14:00-18:00" },
                new() { Position = 2, Kind = ChannelKind.Phone, Address = "+4799999998", DisplayAddress = "99 99 99 98", Hours = null },
                new() { Position = 3, Kind = ChannelKind.Phone, Address = "+4799999997", DisplayAddress = "99 99 99 97", Hours = null },
                new() { Position = 4, Kind = ChannelKind.Web, Address = "https://prove.invalid/", DisplayAddress = "prove.invalid", Hours = null },
            ];
            db.Services.Add(Service.List("provehuset-alta", new(
                ServiceKind.Local, new() { ["nb"] = "Prøvehuset" }, [], [], [], 9_000, null, new DateOnly(2026, 11, 1), "https://prove.invalid/", channels)
            { Local = new LocalFacts("hfu", "5601", ["5601"], location, (null, null), true, [], []) }));
            return db.SaveChangesAsync();
        });

        var card = (await app.GetPageAsync("/hjelp-naer-deg?sted=9510")).Document.QuerySelectorAll("main ol .service").Single(one => one.TextContent.Contains("Prøvehuset", StringComparison.Ordinal));

        Assert.Equal(["Telefon: Ukjent, sjekk nettsiden"], card.QuerySelectorAll("p").Select(line => line.TextContent.Trim()).Where(line => line.Contains("Ukjent", StringComparison.OrdinalIgnoreCase)));
        Assert.DoesNotContain(card.QuerySelectorAll("a.ds-button"), button => button.TextContent.Contains("jekk nettsiden", StringComparison.Ordinal) || button.TextContent.Contains("pen", StringComparison.Ordinal));
        Assert.Equal("Oppmøte: åpner 14:00", card.QuerySelector(".state")!.TextContent.Trim());
        Assert.Contains("Du kan komme i dag", card.QuerySelectorAll(".tag").Select(tag => tag.TextContent));
    }
}
