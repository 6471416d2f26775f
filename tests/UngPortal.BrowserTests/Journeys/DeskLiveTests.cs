using Microsoft.Playwright;
using UngPortal.BrowserTests.Accessibility;
using UngPortal.BrowserTests.Site;
using UngPortal.Features.Questions.Live;
using UngPortal.Kernel;
using UngPortal.Testing;

namespace UngPortal.BrowserTests.Journeys;

/// <summary>Desk pages that stay open: told by a socket, asking by themselves where there is none, and plain without a script.</summary>
[Collection(SiteCollection.Name)]
public sealed class DeskLiveTests(BrowserSite site)
{
    private const string Role = "jurist";
    private const string On = "Oppdateres av seg selv";
    private const string Polling = "Oppdateres hvert halve minutt";
    private const int HalfAMinute = 31_000;

    [Fact]
    public async Task Home_WhileAColleagueTakesAQuestion_CountsAnewByItself()
    {
        await site.App.QueuedAsync(role: Role);
        await using var watching = await OpenDeskAsync();
        await using var taking = await OpenDeskAsync();
        await Assertions.Expect(State(watching)).ToHaveTextAsync(On);
        var before = await BacklogAsync(watching);
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
        await Assertions.Expect(State(watching)).ToHaveTextAsync(Polling);
        var before = await BacklogAsync(watching);

        await site.App.QueuedAsync(role: Role);
        await watching.Page.Clock.FastForwardAsync(HalfAMinute);

        await Assertions.Expect(watching.Page.Locator("#i-ko")).Not.ToHaveTextAsync(before, new() { Timeout = Visit.Patience });
        await Assertions.Expect(watching.Page.Locator("[data-live-news]")).ToHaveTextAsync("");
    }

    [Fact]
    public async Task Home_WithoutTheNet_SaysSoAndComesBack()
    {
        await using var visit = await OpenDeskAsync(page => page.Clock.InstallAsync());
        await Assertions.Expect(State(visit)).ToHaveTextAsync(On);

        await visit.Context.SetOfflineAsync(true);
        await Assertions.Expect(visit.Page.Locator("[data-live-news]")).ToHaveTextAsync("Du er frakoblet, prøver igjen");
        await visit.Context.SetOfflineAsync(false);
        await visit.Page.Clock.FastForwardAsync(HalfAMinute * 4);

        await Assertions.Expect(visit.Page.Locator("[data-live-news]")).ToHaveTextAsync("");
    }

    [Fact]
    public async Task Sorting_WhenSomethingRedComesIn_SaysSoAndKeepsWhatWasChosen()
    {
        var id = await site.App.AskedAsync();
        await using var visit = await site.EnterAsync(await site.App.HireAsync(roles: StaffRole.TriageEditor));
        await visit.OpenAsync($"/admin/sporsmal/sortering/{id}");
        await Assertions.Expect(State(visit)).ToHaveTextAsync(On);
        await visit.Page.SelectOptionAsync("#Rolle", Role);

        await site.App.AskedAsync("Jeg vil ikke leve lenger");
        await site.App.DeliverOutboxAsync();

        await Assertions.Expect(visit.Page.Locator("[data-live-news]")).ToHaveTextAsync("Et nytt rødt spørsmål venter.", new() { Timeout = Visit.Patience });
        Assert.Equal(Role, await visit.Page.InputValueAsync("#Rolle"));
    }

    [Fact]
    public async Task Answer_WhoseQuestionIsTakenBack_SaysSoAndKeepsTheText()
    {
        var expert = await site.App.ExpertAsync(roles: Role);
        var id = await site.App.ClaimedAsync(expert);
        await using var visit = await site.EnterAsync(expert);
        await visit.OpenAsync($"/admin/sporsmal/{id}");
        await Assertions.Expect(State(visit)).ToHaveTextAsync(On);
        await visit.Page.EvaluateAsync("() => document.querySelector('details:has(#Mer)').open = true");
        await visit.Page.FillAsync("#Mer", "Dette holder jeg på med å skrive.");

        await site.App.ChangeAsync(id, question => question.Withdraw(site.App.Clock.GetUtcNow().UtcDateTime));
        await site.App.DeliverOutboxAsync();

        await Assertions.Expect(visit.Page.Locator("[data-live-news]")).ToContainTextAsync("Spørsmålet venter ikke her lenger", new() { Timeout = Visit.Patience });
        Assert.Equal("Dette holder jeg på med å skrive.", await visit.Page.InputValueAsync("#Mer"));
        await Axe.AddAsync(visit.Page);
        Faults.None([.. await Axe.ViolationsAsync(visit.Page)]);
    }

    [Fact]
    public async Task Home_WithoutJavaScript_HasAPlainLinkToRefresh()
    {
        await using var visit = await site.EnterAsync(await site.App.ExpertAsync(roles: Role), javaScript: false);
        await visit.OpenAsync("/admin/sporsmal");
        var before = await BacklogAsync(visit);
        await site.App.QueuedAsync(role: Role);

        await visit.Page.ClickAsync("[data-live-hub] a");

        await Assertions.Expect(visit.Page.Locator("#i-ko")).Not.ToHaveTextAsync(before, new() { Timeout = Visit.Patience });
        Assert.Equal("", await State(visit).TextContentAsync());
    }

    private static ILocator State(Visit visit) => visit.Page.Locator("[data-live-state]");

    private static async Task<string> BacklogAsync(Visit visit) => (await visit.Page.Locator("#i-ko").TextContentAsync())!.Trim();

    private async Task<Visit> OpenDeskAsync(Func<IPage, Task>? prepare = null)
    {
        var visit = await site.EnterAsync(await site.App.ExpertAsync(roles: Role));
        await (prepare?.Invoke(visit.Page) ?? Task.CompletedTask);
        await visit.OpenAsync("/admin/sporsmal");
        return visit;
    }
}
