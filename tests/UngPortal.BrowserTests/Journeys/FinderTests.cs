using Microsoft.Playwright;
using UngPortal.BrowserTests.Site;

namespace UngPortal.BrowserTests.Journeys;

/// <summary>Finding the nearest help on a phone. Source: product/services.md, "Finder".</summary>
[Collection(SiteCollection.Name)]
public sealed class FinderTests(BrowserSite site)
{
    private const string Finder = "/hjelp-naer-deg";
    private const int MostTabs = 40;

    [Fact]
    public async Task Find_TheNearestThatIsOpen_ByPostalCode_WithoutJavaScript()
    {
        await using var visit = await site.VisitAsync(360, 740, javaScript: false);
        await visit.OpenAsync("/hjelp-na");
        await visit.Page.Locator($"main a[href='{Finder}']").ClickAsync();
        await visit.ArriveAsync($"**{Finder}");

        await visit.Page.Locator("#sted").FillAsync("1346");
        await visit.Page.Locator("main summary.fold").ClickAsync();
        await visit.Page.Locator("#apen").SelectOptionAsync("ja");
        await visit.Page.Locator("main form button[type=submit]").ClickAsync();
        await visit.ArriveAsync($"**{Finder}?sted=1346&hva=&alder=&apen=ja&dropin=");

        await Assertions.Expect(visit.Page.Locator("main ol .service").First.Locator(".state--open")).ToBeVisibleAsync();
        await Assertions.Expect(visit.Page.Locator("[data-position]")).ToBeHiddenAsync();
        await visit.Page.Locator("main ol .service__name a").First.ClickAsync();
        await visit.ArriveAsync("**/tjenester/*");
        await Assertions.Expect(visit.Page.Locator("main a[href^='tel:']")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Find_WithThePosition_SendsAboutWhere_AndNothingBeforeTheClick()
    {
        await using var visit = await site.VisitAsync(360, 740);
        await visit.Context.GrantPermissionsAsync(["geolocation"], new() { Origin = site.Origin });
        await visit.Context.SetGeolocationAsync(new() { Latitude = 69.968_651f, Longitude = 23.271_23f });
        await visit.OpenAsync($"{Finder}?hva=legevakt");

        await visit.Page.Locator("button[data-position]").ClickAsync();

        await visit.ArriveAsync($"**{Finder}?hva=legevakt&lat=69.97&lon=23.27");
        await Assertions.Expect(visit.Page.Locator("main ol .service__name a").First).ToHaveTextAsync("Alta kommunale legevakt");
    }

    [Fact]
    public async Task Find_WithThePositionRefused_SaysSo_AndTheFieldIsThere()
    {
        await using var visit = await site.VisitAsync(360, 740);
        await visit.OpenAsync(Finder);

        await visit.Page.Locator("button[data-position]").ClickAsync();

        await Assertions.Expect(visit.Page.Locator("[data-position-status]")).ToContainTextAsync("Skriv postnummer eller sted i stedet.");
        await Assertions.Expect(visit.Page.Locator("#sted")).ToBeVisibleAsync();
        Assert.Equal(Finder, visit.Path);
    }

    [Fact]
    public async Task Find_WithTheKeyboardAlone_ArrivesAtAService()
    {
        await using var visit = await site.VisitAsync(360, 740);
        await visit.OpenAsync(Finder);
        await TabToAsync(visit, "input#sted");
        await visit.Page.Keyboard.TypeAsync("Vaaler");
        await visit.Page.Keyboard.PressAsync("Enter");
        await visit.ArriveAsync($"**{Finder}?sted=Vaaler*");
        await TabToAsync(visit, "a Våler (Innlandet)");
        await visit.Page.Keyboard.PressAsync("Enter");
        await visit.ArriveAsync($"**{Finder}?sted=V*Innlandet*");
        await TabToAsync(visit, "a " + await visit.Page.Locator("main ol .service__name a").First.InnerTextAsync());
        await visit.Page.Keyboard.PressAsync("Enter");

        await visit.ArriveAsync("**/tjenester/*");
    }

    private static async Task TabToAsync(Visit visit, string focus)
    {
        for (var tabs = 0; tabs < MostTabs && !(await visit.FocusAsync()).StartsWith(focus, StringComparison.Ordinal); tabs++)
        {
            await visit.Page.Keyboard.PressAsync("Tab");
        }

        Assert.StartsWith(focus, await visit.FocusAsync(), StringComparison.Ordinal);
    }
}
