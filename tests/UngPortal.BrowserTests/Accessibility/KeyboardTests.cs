using System.Text.RegularExpressions;
using Microsoft.Playwright;
using UngPortal.BrowserTests.Site;

namespace UngPortal.BrowserTests.Accessibility;

[Collection(SiteCollection.Name)]
public sealed partial class KeyboardTests(BrowserSite site)
{
    private const int MostStops = 150;

    [Theory]
    [InlineData(PageTypes.Front, 360)]
    [InlineData(PageTypes.Front, 1280)]
    [InlineData(PageTypes.Article, 360)]
    [InlineData(PageTypes.Article, 1280)]
    public async Task Tab_ThroughAPage_ShowsFocusEverywhereAndReachesAll(string path, int width)
    {
        await using var visit = await site.VisitAsync(width, 740);
        await visit.OpenAsync(path);
        List<FocusProbe> stops = [];

        for (var stop = 0; stop < MostStops; stop++)
        {
            await visit.Page.Keyboard.PressAsync("Tab");
            var probe = await FocusProbe.ReadAsync(visit.Page);
            if (probe.IsBody)
            {
                break;
            }

            stops.Add(probe);
        }

        Assert.True(stops.Count is > 20 and < MostStops, $"{stops.Count} stops");
        Assert.Equal("#innhold", stops[0].Href);
        Assert.Equal("/forlat", stops[1].Href);
        Assert.Contains(stops, stop => stop.Href == "/hjelp-na" && stop.Name.Contains("btn-help", StringComparison.Ordinal));
        Assert.Contains(stops, stop => stop.Href == "/forlat" && stop.Name.Contains("btn-exit", StringComparison.Ordinal));
        Assert.Contains(stops, stop => width == 360 ? stop.Name.Contains("menu__button", StringComparison.Ordinal) : stop.Name == "#sok-topp");
        Faults.None(stops.Where(stop => !stop.IsOutlined).Select(stop => $"no outline: {stop.Name}")
            .Concat(stops.Where(stop => stop.CoveredBy.Length > 0).Select(stop => $"covered by {stop.CoveredBy}: {stop.Name}")));
    }

    [Fact]
    public async Task Enter_OnTheSkipLink_MovesIntoTheContent()
    {
        await using var visit = await site.VisitAsync();
        await visit.OpenAsync(PageTypes.Article);

        await visit.Page.Keyboard.PressAsync("Tab");
        await visit.Page.Keyboard.PressAsync("Enter");
        Assert.StartsWith("main#innhold", await visit.FocusAsync(), StringComparison.Ordinal);
        await visit.Page.Keyboard.PressAsync("Tab");

        Assert.True(await visit.Page.EvaluateAsync<bool>("() => document.querySelector('main').contains(document.activeElement)"));
    }

    [Fact]
    public async Task Escape_InTheOpenMenu_ClosesItAndReturns()
    {
        await using var visit = await site.VisitAsync(360, 740);
        await visit.OpenAsync(PageTypes.Article);
        var menu = visit.Page.Locator("details.menu");

        await visit.Page.Locator(".menu__button").FocusAsync();
        await visit.Page.Keyboard.PressAsync("Enter");
        await visit.Page.Keyboard.PressAsync("Tab");
        Assert.Equal("a Tema", await visit.FocusAsync());
        await visit.Page.Keyboard.PressAsync("Escape");

        await Assertions.Expect(menu).Not.ToHaveAttributeAsync("open", Anything());
        Assert.Equal("summary Meny", await visit.FocusAsync());
    }

    [Fact]
    public async Task Type_InTheSearchBox_SuggestsAndLeadsToAHit()
    {
        await using var visit = await site.VisitAsync();
        await visit.OpenAsync(PageTypes.Front);
        var box = visit.Page.GetByRole(AriaRole.Combobox, new() { Name = "Søk" }).And(visit.Page.Locator("#sok-hero"));
        var options = visit.Page.Locator("#sok-hero ~ .suggest [role=option]");

        await box.FocusAsync();
        await visit.Page.Keyboard.TypeAsync("kjær");
        await Assertions.Expect(box).ToHaveAttributeAsync("aria-expanded", "true");
        await visit.Page.Keyboard.PressAsync("ArrowDown");
        await Assertions.Expect(options.First).ToHaveAttributeAsync("aria-selected", "true");
        Assert.Equal(await options.First.GetAttributeAsync("id"), await box.GetAttributeAsync("aria-activedescendant"));
        Assert.Equal(await options.First.TextContentAsync(), await box.InputValueAsync());

        await visit.Page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(box).ToHaveAttributeAsync("aria-expanded", "false");
        Assert.Equal("kjær", await box.InputValueAsync());

        await visit.Page.Keyboard.PressAsync("ArrowDown");
        await visit.Page.Keyboard.PressAsync("Enter");
        await visit.ArriveAsync("**/sok?q=*");
        await visit.Page.Locator(".result a").First.FocusAsync();
        await visit.Page.Keyboard.PressAsync("Enter");
        await visit.ArriveAsync("**/artikler/**");
    }

    [Fact]
    public async Task Space_OnAnAgeBand_ChoosesItAndKeepsTheFocus()
    {
        await using var visit = await site.VisitAsync();
        await visit.OpenAsync(PageTypes.Front);
        var chip = visit.Page.Locator(".ages .chip").First;

        await chip.FocusAsync();
        await visit.Page.Keyboard.PressAsync("Space");

        await Assertions.Expect(chip).ToHaveAttributeAsync("aria-pressed", "true");
        await Assertions.Expect(chip).ToBeFocusedAsync();
    }

    [GeneratedRegex(".*", RegexOptions.None, matchTimeoutMilliseconds: 100)]
    private static partial Regex Anything();
}
