using Microsoft.Playwright;
using UngPortal.BrowserTests.Accessibility;
using UngPortal.BrowserTests.Site;
using UngPortal.Features.Questions.Live;
using UngPortal.Testing;

namespace UngPortal.BrowserTests.Journeys;

/// <summary>Desk pages that stay open: told by a socket, asking by themselves where there is none, and plain without a script.</summary>
[Collection(StaffSiteCollection.Name)]
public sealed class DeskLiveTests(BrowserSite site)
{
    private const string Polling = "Oppdateres hvert halve minutt";
    private const int HalfAMinute = 31_000;

    [Fact]
    public async Task Home_WhileAColleagueTakesAQuestion_CountsAnewByItself()
    {
        await site.App.QueuedAsync(role: LiveDesk.Role);
        await using var watching = await OpenDeskAsync();
        await using var taking = await OpenDeskAsync();
        await Assertions.Expect(watching.LiveState).ToHaveTextAsync(LiveDesk.On);
        var before = await watching.BacklogAsync();
        await watching.Page.EvaluateAsync("() => window.isTheSame = true");

        await taking.Page.ClickAsync("form[action$='/admin/sporsmal'] button");
        await taking.ArriveAsync("**/admin/sporsmal/*-*");
        await site.App.DeliverOutboxAsync();

        await Assertions.Expect(watching.Page.Locator("#i-ko")).Not.ToHaveTextAsync(before, new() { Timeout = Visit.Patience });
        Assert.True(await watching.Page.EvaluateAsync<bool>("() => window.isTheSame === true"));
        Assert.StartsWith("button", await watching.FocusAsync(), StringComparison.Ordinal);
        Assert.Empty(await watching.Page.EvaluateAsync<string[]>("window.policyViolations ?? []"));
        await Axe.AddAsync(watching.Page);
        Faults.None([.. await Axe.ViolationsAsync(watching.Page)]);
    }

    [Fact]
    public async Task Home_WithoutASocket_AsksByItself()
    {
        await using var watching = await OpenDeskAsync(async page =>
        {
            await page.Clock.InstallAsync();
            await page.RouteWebSocketAsync("**" + DeskHub.Path + "*", socket => _ = socket.CloseAsync());
        });
        await Assertions.Expect(watching.LiveState).ToHaveTextAsync(Polling);
        var before = await watching.BacklogAsync();

        await site.App.QueuedAsync(role: LiveDesk.Role);
        await watching.Page.Clock.FastForwardAsync(HalfAMinute);

        await Assertions.Expect(watching.Page.Locator("#i-ko")).Not.ToHaveTextAsync(before, new() { Timeout = Visit.Patience });
        await Assertions.Expect(watching.Page.Locator("[data-live-news]")).ToHaveTextAsync("");
    }

    [Fact]
    public async Task Home_WithoutTheNet_SaysSoAndComesBack()
    {
        await using var visit = await OpenDeskAsync(page => page.Clock.InstallAsync());
        await Assertions.Expect(visit.LiveState).ToHaveTextAsync(LiveDesk.On);

        await visit.Context.SetOfflineAsync(true);
        await Assertions.Expect(visit.Page.Locator("[data-live-news]")).ToHaveTextAsync("Du er frakoblet, prøver igjen");
        await visit.Context.SetOfflineAsync(false);
        await visit.Page.Clock.FastForwardAsync(HalfAMinute * 4);

        await Assertions.Expect(visit.Page.Locator("[data-live-news]")).ToHaveTextAsync("");
    }

    [Fact]
    public async Task Home_WithoutJavaScript_HasAPlainLinkToRefresh()
    {
        await using var visit = await site.EnterAsync(await site.App.ExpertAsync(roles: LiveDesk.Role), javaScript: false);
        await visit.OpenAsync("/admin/sporsmal");
        var before = await visit.BacklogAsync();
        await site.App.QueuedAsync(role: LiveDesk.Role);

        await visit.Page.ClickAsync("[data-live-hub] a");

        await Assertions.Expect(visit.Page.Locator("#i-ko")).Not.ToHaveTextAsync(before, new() { Timeout = Visit.Patience });
        Assert.Equal("", await visit.LiveState.TextContentAsync());
    }

    private async Task<Visit> OpenDeskAsync(Func<IPage, Task>? prepare = null)
    {
        var visit = await site.EnterAsync(await site.App.ExpertAsync(roles: LiveDesk.Role));
        await (prepare?.Invoke(visit.Page) ?? Task.CompletedTask);
        await visit.OpenAsync("/admin/sporsmal");
        return visit;
    }
}
