using Microsoft.Playwright;
using UngPortal.BrowserTests.Accessibility;
using UngPortal.BrowserTests.Site;
using UngPortal.Features.Questions;
using UngPortal.Features.Questions.Desk;
using UngPortal.Kernel;
using UngPortal.Testing;

namespace UngPortal.BrowserTests.Journeys;

/// <summary>A desk page that keeps itself current leaves alone what somebody is doing there.</summary>
[Collection(StaffSiteCollection.Name)]
public sealed class DeskLiveUseTests(BrowserSite site)
{
    [Fact]
    public async Task Sorting_WhenSomethingRedComesIn_SaysSoAndKeepsWhatWasChosen()
    {
        var id = await site.App.AskedAsync();
        await using var visit = await site.EnterAsync(await site.App.HireAsync(roles: StaffRole.TriageEditor));
        await visit.OpenAsync($"/admin/sporsmal/sortering/{id}");
        await Assertions.Expect(visit.LiveState).ToHaveTextAsync(LiveDesk.On);
        await visit.Page.SelectOptionAsync("#Rolle", LiveDesk.Role);

        await site.App.AskedAsync("Jeg vil ikke leve lenger");
        await site.App.DeliverOutboxAsync();

        await Assertions.Expect(visit.Page.Locator("[data-live-news]")).ToHaveTextAsync("Et nytt rødt spørsmål venter.", new() { Timeout = Visit.Patience });
        Assert.Equal(LiveDesk.Role, await visit.Page.InputValueAsync("#Rolle"));
    }

    [Fact]
    public async Task Answer_WhoseQuestionIsTakenBack_SaysSoAndKeepsTheText()
    {
        var expert = await site.App.ExpertAsync(roles: LiveDesk.Role);
        var id = await site.App.ClaimedAsync(expert);
        await using var visit = await site.EnterAsync(expert);
        await visit.OpenAsync($"/admin/sporsmal/{id}");
        await Assertions.Expect(visit.LiveState).ToHaveTextAsync(LiveDesk.On);
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
    public async Task Home_WhoseButtonComesByItself_LeavesTheFocusWhereItWas()
    {
        var expert = await site.App.ExpertAsync(roles: LiveDesk.Role);
        var id = await site.App.ClaimedAsync(expert);
        await using var visit = await site.EnterAsync(expert);
        await visit.OpenAsync("/admin/sporsmal");
        await Assertions.Expect(visit.LiveState).ToHaveTextAsync(LiveDesk.On);

        await site.App.ChangeAsync(id, question => question.Withdraw(site.App.Clock.GetUtcNow().UtcDateTime));
        await site.App.DeliverOutboxAsync();

        await Assertions.Expect(visit.Page.Locator("#mine button")).ToHaveTextAsync("Ta neste spørsmål", new() { Timeout = Visit.Patience });
        await visit.Page.EvaluateAsync("() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))");
        Assert.StartsWith("body", await visit.FocusAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Home_ThatProposesABreak_GoesOnDoingSoWhileTheRestMoves()
    {
        var expert = await site.App.ExpertAsync(roles: LiveDesk.Role);
        var (id, now) = (await site.App.QueuedAsync(role: LiveDesk.Role), site.App.Clock.GetUtcNow().UtcDateTime);
        await site.App.InDatabaseAsync(db =>
        {
            db.QuestionClaims.AddRange(Enumerable.Range(0, DeskSession.RedInARow).Select(_ => new QuestionClaim { QuestionId = id, StaffId = expert, At = now, Severity = Severity.Red }));
            return db.SaveChangesAsync();
        });
        await using var visit = await site.EnterAsync(expert);
        await visit.OpenAsync("/admin/sporsmal");
        await visit.Page.ClickAsync("#mine button");
        await Assertions.Expect(visit.Page.Locator(".notice")).ToContainTextAsync("Ta en liten pause");
        await Assertions.Expect(visit.LiveState).ToHaveTextAsync(LiveDesk.On);
        var before = await visit.BacklogAsync();

        await site.App.QueuedAsync(role: LiveDesk.Role);
        await site.App.DeliverOutboxAsync();

        await Assertions.Expect(visit.Page.Locator("#i-ko")).Not.ToHaveTextAsync(before, new() { Timeout = Visit.Patience });
        await Assertions.Expect(visit.Page.Locator(".notice")).ToContainTextAsync("Ta en liten pause");
        await visit.Page.ClickAsync("text=Jeg har tatt en pause, ta neste");
        await visit.ArriveAsync("**/admin/sporsmal/*-*");
    }
}
