using Microsoft.Playwright;
using UngPortal.BrowserTests.Site;
using UngPortal.Features.SelfHelpTools;
using UngPortal.Kernel;
using UngPortal.Testing;

namespace UngPortal.BrowserTests.Journeys;

/// <summary>A tool from a proposal to a badge and off the site again, by clicking: two assessors who read each other, an editor-in-chief who decides, and a visitor who sees it.</summary>
[Collection(StaffSiteCollection.Name)]
public sealed class ToolTests(BrowserSite site)
{
    private const int Desk = 1280;
    private const string Slug = "klikket-app";

    [Fact]
    public async Task Tool_CertifiedPublishedAndSuspended_ByClicking()
    {
        var id = await site.App.ToolAsync("Klikket app", Slug);
        await using var chief = await site.EnterAsync(await site.App.HireAsync(roles: StaffRole.ChiefEditor), Desk);
        await using var first = await site.EnterAsync(await site.App.HireAsync(roles: StaffRole.ToolAssessor), Desk);
        await using var second = await site.EnterAsync(await site.App.HireAsync(roles: StaffRole.ToolAssessor), Desk);
        await using var visitor = await site.VisitAsync(AskingVisits.Phone);

        await StepAsync(chief, id, "Begynn silingen");
        await StepAsync(chief, id, "Begynn vurderingen");
        await AssessAsync(first, id, "fag");
        await AssessAsync(second, id, "sikkerhet");
        await ReviewAsync(first, id, "sikkerhet");
        await ReviewAsync(second, id, "fag");
        await TestAsync(chief, id);
        await StepAsync(chief, id, "Send til panelet");
        await DecideAsync(chief, id);
        await StepAsync(chief, id, "Publiser med merke");
        await site.App.DeliverOutboxAsync();

        await visitor.OpenAsync($"/verktoy/{Slug}");
        await Assertions.Expect(visitor.Page.Locator(".standing--assured")).ToHaveTextAsync("Kvalitetssikret – ikke en erstatning for helsehjelp");
        await Assertions.Expect(visitor.Page.Locator("section[aria-labelledby=sjekket] td")).ToHaveTextAsync(["4 av 4", "4 av 4", "4 av 4", "4 av 4"]);

        await StepAsync(chief, id, "Ta av med en gang", "Den sender brukere videre til reklame.");
        await site.App.DeliverOutboxAsync();

        var gone = await visitor.Page.GotoAsync(visitor.Page.Url);
        Assert.Equal(404, gone!.Status);
    }

    private static async Task StepAsync(Visit visit, int id, string step, string reason = "")
    {
        await visit.OpenAsync($"/admin/verktoy/{id}");
        await visit.Page.Locator("label").GetByText(step, new() { Exact = true }).ClickAsync();
        await visit.Page.GetByLabel("Grunn", new() { Exact = true }).FillAsync(reason);
        await PressAsync(visit, "Ta steget", $"**/admin/verktoy/{id}?gjort=true");
    }

    private static async Task AssessAsync(Visit visit, int id, string part)
    {
        await visit.OpenAsync($"/admin/verktoy/{id}/vurdering/{part}");
        await PressAsync(visit, "Ta denne delen", "**?gjort=true");
        var criteria = visit.Page.Locator("fieldset");
        for (var at = 0; at < await criteria.CountAsync(); at++)
        {
            await visit.Page.Locator($"label[for='Svar[{at}].Poeng-{CriterionScore.Holds}']").ClickAsync();
            await visit.Page.Locator($"[id='Svar[{at}].Belegg']").FillAsync("Prøvd på to telefoner.");
        }

        await PressAsync(visit, "Gjør ferdig", "**?gjort=true");
        await Assertions.Expect(visit.Page.Locator("main")).ToContainTextAsync("Ferdig, venter på en annen leser");
    }

    private static async Task ReviewAsync(Visit visit, int id, string part)
    {
        await visit.OpenAsync($"/admin/verktoy/{id}/vurdering/{part}/les");
        var criteria = visit.Page.Locator("fieldset");
        for (var at = 0; at < await criteria.CountAsync(); at++)
        {
            await visit.Page.Locator($"label[for='Poeng[{at}]-{CriterionScore.Holds}']").ClickAsync();
        }

        await PressAsync(visit, "Send inn poengene", $"**/admin/verktoy/{id}?gjort=true");
    }

    private static async Task TestAsync(Visit visit, int id)
    {
        await visit.OpenAsync($"/admin/verktoy/{id}/ungdomspanel");
        await visit.Page.GetByLabel("Hvor mange som prøvde", new() { Exact = true }).FillAsync("6");
        await visit.Page.GetByLabel("Dag", new() { Exact = true }).FillAsync("2026-11-20");
        await visit.Page.GetByLabel("Hva de sa", new() { Exact = true }).FillAsync("Lett å forstå.");
        await PressAsync(visit, "Lagre", $"**/admin/verktoy/{id}?gjort=true");
    }

    private static async Task DecideAsync(Visit visit, int id)
    {
        await visit.OpenAsync($"/admin/verktoy/{id}");
        await visit.Page.GetByRole(AriaRole.Link, new() { Name = "Panelets avgjørelse", Exact = true }).PressAsync("Enter");
        await visit.ArriveAsync($"**/admin/verktoy/{id}/avgjorelse");
        await visit.Page.Locator("label").GetByText("Godkjenn", new() { Exact = true }).ClickAsync();
        await visit.Page.Locator("[id='Konklusjon.Nb']").FillAsync("Vi har prøvd appen i to uker, og den holder det den lover.");
        await PressAsync(visit, "Lagre avgjørelsen", $"**/admin/verktoy/{id}?gjort=true");
    }

    private static async Task PressAsync(Visit visit, string button, string arrives)
    {
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).PressAsync("Enter");
        await visit.ArriveAsync(arrives);
    }
}
