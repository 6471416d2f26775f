using Microsoft.Playwright;
using UngPortal.BrowserTests.Site;
using UngPortal.Features.Questions;
using UngPortal.Testing;

namespace UngPortal.BrowserTests.Journeys;

/// <summary>The answer editor keeps what is written, says when, and says in words when it can't.</summary>
[Collection(StaffSiteCollection.Name)]
public sealed class AnswerAutosaveTests(BrowserSite site)
{
    private const int PastTheSave = 5_000;
    private const string Text = "De fleste trenger åtte til ti timer.";

    [Fact]
    public async Task Writing_IsKeptByItself()
    {
        var (visit, id) = await OpenAsync();
        await using var _ = visit;

        await visit.Page.FillAsync("#Kort", Text);
        await Assertions.Expect(Status(visit)).ToContainTextAsync("Lagret kl. ");
        await visit.Page.FillAsync("#Gjor", "Sov godt.");
        await Assertions.Expect(visit.Page.Locator("input[name=Versjon]")).Not.ToHaveValueAsync("1");
        await visit.Page.ReloadAsync();

        Assert.Equal([Text, "Sov godt."], [await visit.Page.InputValueAsync("#Kort"), await visit.Page.InputValueAsync("#Gjor")]);
        await visit.Page.FillAsync("#Avslutning", "Ha det!");
        await visit.Page.ClickAsync("[data-keep]");
        await visit.ArriveAsync($"**/admin/sporsmal/{id}*lagret");
        Assert.Equal("Ha det!", await visit.Page.InputValueAsync("#Avslutning"));
    }

    [Fact]
    public async Task Writing_OverAnotherWindow_SaysSoAndKeepsBothTexts()
    {
        var (first, id) = await OpenAsync();
        await using var _ = first;
        var page = await first.Context.NewPageAsync();
        await page.GotoAsync($"/admin/sporsmal/{id}");
        await first.Page.FillAsync("#Kort", Text);
        await Assertions.Expect(Status(first)).ToContainTextAsync("Lagret kl. ");

        await page.FillAsync("#Kort", "Noe annet.");

        await Assertions.Expect(page.Locator("[data-kept-status]")).ToContainTextAsync("noen andre har lagret i dette svaret");
        Assert.Equal("Noe annet.", await page.InputValueAsync("#Kort"));
        await first.Page.ReloadAsync();
        Assert.Equal(Text, await first.Page.InputValueAsync("#Kort"));
    }

    [Fact]
    public async Task Writing_AfterTheQuestionIsGone_OrSignedOut_SaysSo()
    {
        var (visit, id) = await OpenAsync();
        await using var _ = visit;
        await visit.Context.ClearCookiesAsync();
        await visit.Page.FillAsync("#Kort", Text);
        await Assertions.Expect(Status(visit)).ToContainTextAsync("du er logget ut");

        var (other, question) = await OpenAsync();
        await using var __ = other;
        await site.App.ChangeAsync(question, one => one.LetGo());
        await other.Page.FillAsync("#Kort", Text);
        await Assertions.Expect(Status(other)).ToContainTextAsync("spørsmålet er ikke hos deg lenger");
        Assert.Equal([Text, Text], [await visit.Page.InputValueAsync("#Kort"), await other.Page.InputValueAsync("#Kort")]);
        Assert.NotEqual(id, question);
    }

    [Fact]
    public async Task Writing_WithoutTheNet_IsKeptOnceItIsBack()
    {
        var (visit, id) = await OpenAsync();
        await using var _ = visit;
        await visit.Context.SetOfflineAsync(true);
        await visit.Page.FillAsync("#Kort", Text);
        await Assertions.Expect(Status(visit)).ToContainTextAsync("vi får ikke kontakt");
        await visit.Page.ClickAsync("[data-keep]");
        await Assertions.Expect(visit.Page.Locator("#Kort")).ToHaveValueAsync(Text);

        await visit.Context.SetOfflineAsync(false);

        // The browser may say that it is back a moment before it is; then the page tries again after half a minute.
        await Assertions.Expect(Status(visit)).ToContainTextAsync("Lagret kl. ", new() { Timeout = 2 * Visit.Patience });
        Assert.Equal(QuestionState.Drafted, (await site.App.QuestionAsync(id)).State);
    }

    [Fact]
    public async Task Writing_WhatNoDraftKeeps_IsNotSaidToBeSaved_AndNotLeftWithoutAWord()
    {
        var (visit, id) = await OpenAsync();
        await using var _ = visit;
        var saves = 0;
        var asked = new TaskCompletionSource<string>();
        visit.Page.Request += (_, request) => saves += request.Method == "POST" ? 1 : 0;
        visit.Page.Dialog += async (_, dialog) =>
        {
            await dialog.DismissAsync();
            asked.TrySetResult(dialog.Type);
        };
        await visit.Page.Clock.InstallAsync();
        await visit.Page.ReloadAsync();
        await visit.Page.CheckAsync("#SvarerPa");
        await visit.Page.ClickAsync("details:has(#Mer) summary");
        await visit.Page.FillAsync("#Mer", "Hvor lenge har det vart?");
        await visit.Page.Clock.FastForwardAsync(PastTheSave);
        await Assertions.Expect(Status(visit)).ToHaveTextAsync("");

        await visit.Page.ClickAsync("main a[href='/admin/sporsmal']");
        Assert.Equal("beforeunload", await asked.Task.WaitAsync(TimeSpan.FromMilliseconds(Visit.Patience)));
        await visit.Page.FillAsync("#Kort", Text);
        await visit.Page.Clock.FastForwardAsync(PastTheSave);

        await Assertions.Expect(Status(visit)).ToContainTextAsync("Lagret kl. ");
        Assert.Equal(1, saves);
        await visit.Page.ClickAsync("[data-keep]");
        await Assertions.Expect(visit.Page.Locator(".flash")).ToHaveTextAsync("Utkastet er lagret.");
        Assert.Equal(["Hvor lenge har det vart?", Text], [await visit.Page.InputValueAsync("#Mer"), await visit.Page.InputValueAsync("#Kort")]);
        Assert.True(await visit.Page.IsCheckedAsync("#SvarerPa"));
        Assert.Null((await site.App.QuestionAsync(id)).MoreAskedAt);
    }

    private static ILocator Status(Visit visit) => visit.Page.Locator("[data-kept-status]");

    private async Task<(Visit Visit, Guid Id)> OpenAsync()
    {
        var expert = await site.App.ExpertAsync();
        var id = await site.App.ClaimedAsync(expert);
        var visit = await site.EnterAsync(expert);
        await visit.OpenAsync($"/admin/sporsmal/{id}");
        return (visit, id);
    }
}
