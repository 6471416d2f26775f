using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using NodaTime;
using UngPortal.BrowserTests.Site;
using UngPortal.Features.Questions;
using UngPortal.Kernel;
using UngPortal.Testing;

namespace UngPortal.BrowserTests.Journeys;

/// <summary>A pause on a phone: planned by the editor, met by a visitor, and over when the editor takes it away.</summary>
[Collection(StaffSiteCollection.Name)]
public sealed class ClosingTests(BrowserSite site)
{
    private const string Holiday = "Vi har ferie, og er tilbake på mandag.";
    private const string HolidayInNynorsk = "Vi har ferie, og er tilbake på måndag.";
    private const string HolidayInEnglish = "We are on holiday and back on Monday.";
    private const string Ordinary = "Hvor ofte bør man vaske håret når man svetter mye?";
    private const string AskPath = "/still-sporsmal";

    [Fact]
    public async Task Closing_FromThePlanToTheVisitor_AndAwayAgain()
    {
        await using var editor = await site.EnterAsync(await site.App.HireAsync(roles: StaffRole.ChiefEditor), AskingVisits.Phone);
        await using var visitor = await site.VisitAsync(AskingVisits.Phone, 780, watchesPolicy: true);
        await using var later = await site.VisitAsync(AskingVisits.Phone, 780);
        try
        {
            await CloseAsync(editor);
            await MeetAsync(visitor);
            await WriteInDangerAsync(visitor);
            await RemoveAsync(editor);
        }
        finally
        {
            // Other tests ask as well.
            var now = site.App.Clock.GetUtcNow().UtcDateTime;
            await site.App.InDatabaseAsync(db => db.ClosingPeriods.Where(period => period.From <= now && now < period.Until).ExecuteDeleteAsync());
        }

        await later.OpenAsync(AskPath);
        await Assertions.Expect(later.Page.Locator("main")).Not.ToContainTextAsync("Vi tar en pause nå.");
        await later.Page.Locator("#Tekst").FillAsync(Ordinary);
        await site.SendQuestionAsync(later);
        await later.ArriveAsync("**/still-sporsmal/kvittering");
        await Assertions.Expect(later.Page.Locator(".code__word")).ToHaveCountAsync(5);
    }

    private async Task CloseAsync(Visit editor)
    {
        await editor.OpenAsync("/admin");
        await editor.Page.GetByRole(AriaRole.Link, new() { Name = "Stengt for spørsmål", Exact = true }).PressAsync("Enter");
        await editor.ArriveAsync("**/admin/sporsmal/stengt");
        await FillAsync(editor, "Stengt fra", Written(-1));
        await FillAsync(editor, "Åpner igjen", Written(48));
        await FillAsync(editor, "Tekst på bokmål", Holiday);
        await FillAsync(editor, "Tekst på nynorsk", HolidayInNynorsk);
        await PressAsync(editor, "Legg til perioden", "**/admin/sporsmal/stengt");
        await Assertions.Expect(editor.Page.Locator(".error-summary")).ToContainTextAsync("Skriv en tekst på inntil 500 tegn.");
        await Assertions.Expect(editor.Page.Locator("#TekstNb")).ToHaveValueAsync(Holiday);
        await FillAsync(editor, "Tekst på engelsk", HolidayInEnglish);
        await PressAsync(editor, "Legg til perioden", "**/admin/sporsmal/stengt?gjort=lagret");

        await Assertions.Expect(editor.Page.Locator(".flash")).ToHaveTextAsync("Perioden er lagret.");
        await Assertions.Expect(Row(editor).Locator(".staff-tag")).ToHaveTextAsync("Stengt nå");
        await editor.LookAsync();
    }

    /// <summary>What a visitor reads, and where else there is help; what is not urgent comes back with its text.</summary>
    private async Task MeetAsync(Visit visitor)
    {
        await visitor.OpenAsync("/nn" + AskPath);
        await Assertions.Expect(Notice(visitor)).ToContainTextAsync(HolidayInNynorsk);
        await visitor.OpenAsync(AskPath);
        await Assertions.Expect(Notice(visitor)).ToContainTextAsync("Vi tar en pause nå. " + Holiday);
        await Assertions.Expect(Notice(visitor)).ToContainTextAsync("Er du i fare, eller har noen gjort deg vondt? Da kan du skrive likevel");
        await visitor.LookAsync();
        await visitor.Page.Locator("form.ask a[href='/hjelp-na']").PressAsync("Enter");
        await visitor.ArriveAsync("**/hjelp-na");
        await Assertions.Expect(visitor.Page.Locator("main a[href^='tel:']").First).ToBeVisibleAsync();

        await visitor.OpenAsync(AskPath);
        await visitor.Page.Locator("#Tekst").FillAsync(Ordinary);
        await site.SendQuestionAsync(visitor);
        await Assertions.Expect(visitor.Page.Locator(".error-summary")).ToContainTextAsync("Vi tar ikke imot spørsmål akkurat nå. Kopier gjerne teksten din");
        await Assertions.Expect(visitor.Page.Locator("#Tekst")).ToHaveValueAsync(Ordinary);
        await visitor.LookAsync();
    }

    private async Task WriteInDangerAsync(Visit visitor)
    {
        await visitor.OpenAsync(AskPath);
        await visitor.Page.Locator("#Tekst").FillAsync("Pappa slår meg hver dag og jeg orker ikke mer.");
        await Assertions.Expect(visitor.Page.Locator("[data-advice] .crisis")).ToBeVisibleAsync();
        await site.SendQuestionAsync(visitor);
        await visitor.ArriveAsync("**/still-sporsmal/kvittering");
        await Assertions.Expect(visitor.Page.Locator(".code__word")).ToHaveCountAsync(5);
        Assert.Empty(await visitor.Page.EvaluateAsync<string[]>("window.policyViolations"));
    }

    private static async Task RemoveAsync(Visit editor)
    {
        await Row(editor).Locator("a").PressAsync("Enter");
        await editor.ArriveAsync("**/admin/sporsmal/stengt/*");
        await PressAsync(editor, "Fjern perioden", "**/admin/sporsmal/stengt?gjort=fjernet");
        await Assertions.Expect(editor.Page.Locator(".flash")).ToHaveTextAsync("Perioden er fjernet.");
        await Assertions.Expect(Row(editor)).ToHaveCountAsync(0);
    }

    private static ILocator Notice(Visit visitor) => visitor.Page.Locator("main .notice[role=note]");

    private static ILocator Row(Visit editor) => editor.Page.Locator(".staff-list li", new() { HasText = Holiday });

    private static Task FillAsync(Visit editor, string label, string text) => editor.Page.GetByLabel(label, new() { Exact = true }).FillAsync(text);

    private static async Task PressAsync(Visit editor, string button, string arrives)
    {
        await editor.Page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).PressAsync("Enter");
        await editor.ArriveAsync(arrives);
    }

    /// <summary>A moment so many hours from now, as the field takes it.</summary>
    private string Written(int hours) => Instant.FromDateTimeOffset(site.App.Clock.GetUtcNow()).InZone(OsloTime.Zone).LocalDateTime.PlusHours(hours).ToString("uuuu-MM-dd'T'HH:mm", CultureInfo.InvariantCulture);
}
