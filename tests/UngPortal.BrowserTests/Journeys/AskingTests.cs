using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using UngPortal.BrowserTests.Site;
using UngPortal.Features.Questions;
using UngPortal.Kernel;
using UngPortal.Testing;

namespace UngPortal.BrowserTests.Journeys;

/// <summary>A question on its way: asked on a phone, sorted, answered, read a second time, and read with the code. Every page on the way is looked at by axe, light and dark.</summary>
[Collection(SiteCollection.Name)]
public sealed class AskingTests(BrowserSite site)
{
    [Fact]
    public async Task Ask_InDistress_ShowsHelpWhileWritingAndWithTheCode()
    {
        await using var visit = await site.VisitAsync(360, 780, watchesPolicy: true);
        await visit.OpenAsync("/still-sporsmal");
        await visit.Page.Locator("#Tekst").FillAsync("Jeg heter Kari Nordmann, pappa slår meg hver dag og jeg orker ikke mer.");
        await Assertions.Expect(visit.Page.Locator("[data-advice] .crisis")).ToBeVisibleAsync();
        await Assertions.Expect(visit.Page.Locator("[data-advice] .notice")).ToBeVisibleAsync();
        await visit.LookAsync();

        await site.SendQuestionAsync(visit);

        await visit.ArriveAsync("**/still-sporsmal/kvittering");
        await Assertions.Expect(visit.Page.Locator(".crisis")).ToBeVisibleAsync();
        Assert.Equal(5, await visit.Page.Locator(".code__word").CountAsync());
        await visit.LookAsync();
    }

    [Fact]
    public async Task Ask_WithoutJavaScript_IsReadAndTakenBackWithTheCode()
    {
        await using var visit = await site.VisitAsync(360, 780, javaScript: false);
        await visit.OpenAsync("/nn/still-sporsmal");
        await visit.Page.Locator("#Tekst").FillAsync("Kor mykje bør ein sove når ein er fjorten?");
        await site.SendQuestionAsync(visit);
        await visit.ArriveAsync("**/nn/still-sporsmal/kvittering");
        var code = string.Join(' ', await visit.Page.Locator(".code__word").AllTextContentsAsync());
        await visit.Page.Locator("form[action$=kvittering] button").ClickAsync();

        await OpenAsync(visit, "/nn/sjekk-svar", code.ToUpperInvariant());
        await visit.Page.Locator("summary:has-text('Trekk')").ClickAsync();
        await visit.Page.Locator("form[action$=trekk] button").ClickAsync();
        await visit.ArriveAsync("**/nn/sjekk-svar?gjort=trukket");

        await OpenAsync(visit, "/nn/sjekk-svar", code, "**/nn/sjekk-svar");
        await Assertions.Expect(visit.Page.Locator(".error-summary")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Answer_FromThePileToTheAsker_GoesTheWholeWay()
    {
        await using var asker = await site.VisitAsync(360, 780);
        await asker.OpenAsync("/still-sporsmal");
        await asker.Page.Locator("#Tekst").FillAsync("Hvor mange timer bør man sove når man er fjorten år?");
        await site.SendQuestionAsync(asker, topic: "sovn");
        await asker.ArriveAsync("**/still-sporsmal/kvittering");
        var code = string.Join('-', await asker.Page.Locator(".code__word").AllTextContentsAsync());

        await using var sorter = await site.EnterAsync(await site.App.HireAsync(roles: StaffRole.TriageEditor), 360);
        await sorter.OpenAsync("/admin/sporsmal/sortering");
        while (!(await sorter.Page.Locator(".asked").InnerTextAsync()).Contains("fjorten år?", StringComparison.Ordinal))
        {
            await sorter.Page.Locator("button[value=hopp]").ClickAsync();
            await sorter.Page.WaitForLoadStateAsync();
        }

        await sorter.Page.Locator("#Rolle").SelectOptionAsync("klimaradgiver");
        await sorter.Page.Locator(".ds-button[value=bekreft]").PressAsync("Enter");
        await sorter.ArriveAsync("**/admin/sporsmal/sortering?etter=*");
        await using var expert = await site.EnterAsync(await site.App.ExpertAsync(isNew: true, roles: "klimaradgiver"), 360);
        await expert.OpenAsync("/admin/sporsmal");
        await expert.Page.GetByRole(AriaRole.Button, new() { Name = "Ta neste spørsmål" }).ClickAsync();
        await expert.ArriveAsync("**/admin/sporsmal/*");
        await WriteAsync(expert.Page);
        await expert.Page.Locator("button[value=send]").ClickAsync();
        await expert.ArriveAsync("**/admin/sporsmal?gjort=lest");
        await using var reader = await site.EnterAsync(await site.App.HireAsync(roles: StaffRole.ExpertReviewer), 360);
        await reader.OpenAsync($"/admin/sporsmal/{await IdAsync()}/les");
        await reader.Page.Locator("button[value=godkjenn]").ClickAsync();
        await reader.ArriveAsync("**/admin/sporsmal?gjort=ferdig");

        await OpenAsync(asker, "/sjekk-svar", code);
        await Assertions.Expect(asker.Page.Locator("h1")).ToHaveTextAsync("Du har fått svar");
        await Assertions.Expect(asker.Page.Locator(".answer")).ToContainTextAsync("Åtte til ti timer");
        await asker.LookAsync();

        await using var editor = await site.EnterAsync(await site.App.HireAsync(roles: StaffRole.Editor), 360);
        await editor.OpenAsync($"/admin/sporsmal/publisering/{await IdAsync()}");
        await PublishAsync(editor.Page);
        await editor.ArriveAsync("**/admin/sporsmal/publisering?etter=*");
        await site.App.DeliverOutboxAsync();
        await asker.OpenAsync("/sporsmal/sok?q=fjorten+sove+timer+hodet+rydder");
        await asker.Page.GetByRole(AriaRole.Link, new() { Name = "Hvor mye bør en på fjorten sove?", Exact = true }).ClickAsync();
        await asker.ArriveAsync("**/sporsmal/*/hvor-mye-bor-en-pa-fjorten-sove");
        await Assertions.Expect(asker.Page.Locator("main")).ToContainTextAsync("Åtte til ti timer");
        await asker.LookAsync();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Ask_WhatOthersAskedToo_ShowsItOnce_AndThenSendsTheQuestion(bool hasScript)
    {
        site.App.Services.WaitForSearchIndex();
        await using var visit = await site.VisitAsync(360, javaScript: hasScript);
        await visit.OpenAsync("/still-sporsmal");
        await visit.Page.Locator("#Tekst").FillAsync("Jeg har begynt å røyke hasj, og nå kjennes alt uvirkelig. Går det over av seg selv?");
        if (hasScript)
        {
            await Assertions.Expect(visit.Page.Locator("[data-similar-content]")).ToBeVisibleAsync();
            await visit.LookAsync();
            await visit.Page.Locator("[data-similar-close]").ClickAsync();
            await Assertions.Expect(visit.Page.Locator("#Tekst")).ToBeFocusedAsync();
        }

        await site.SendQuestionAsync(visit, hasSeen: false);
        if (!hasScript)
        {
            await Assertions.Expect(visit.Page.Locator("#Tekst")).ToHaveValueAsync("Jeg har begynt å røyke hasj, og nå kjennes alt uvirkelig. Går det over av seg selv?");
            await visit.Page.Locator("button[form=sporsmalet]").ClickAsync();
        }

        await visit.ArriveAsync("**/still-sporsmal/kvittering");
    }

    private Task<Guid> IdAsync() => site.App.InDatabaseAsync(db => db.Questions.Where(question => question.Role == "klimaradgiver").Select(question => question.Id).SingleAsync());

    private static async Task PublishAsync(IPage page)
    {
        await page.Locator("#Tittel").FillAsync("Hvor mye bør en på fjorten sove?");
        await page.Locator("#Gjor").FillAsync("Legg deg til samme tid hver kveld.");
        await page.Locator("#Avslutning").FillAsync("Sov godt!");
        foreach (var tick in new[] { "Navn", "Sted", "Dato", "Diagnose", "Brukernavn", "Trygt" })
        {
            await page.Locator($"[name={tick}]").CheckAsync();
        }

        await page.Locator("button[value=publiser]").ClickAsync();
    }

    private static async Task WriteAsync(IPage page)
    {
        await page.Locator("#Hilsen").FillAsync("Hei! Så bra at du spør om dette.");
        await page.Locator("#Kort").FillAsync("Åtte til ti timer er bra for de fleste på din alder.");
        await page.Locator("#Forklaring").FillAsync(string.Concat(Enumerable.Repeat("Kroppen vokser mens du sover, og hodet rydder i dagen. ", 12)));
        await page.Locator("#SvarerPa").CheckAsync();
        await page.Locator("[name=IkkeDiagnose]").CheckAsync();
        await page.Locator("[name=IkkeMetode]").CheckAsync();
    }

    private static async Task OpenAsync(Visit visit, string path, string code, string arrives = "**/sjekk-svar/samtale")
    {
        await visit.OpenAsync(path);
        await visit.Page.Locator("#Kode").FillAsync(code);
        await visit.Page.Locator("main form button").ClickAsync();
        await visit.ArriveAsync(arrives);
    }
}
