using Microsoft.Playwright;
using UngPortal.BrowserTests.Site;
using UngPortal.Kernel;
using UngPortal.Testing;

namespace UngPortal.BrowserTests.Journeys;

/// <summary>The duty to avert on a phone: somebody who answers opens a case from a question, a safeguarding officer assesses it, the first agrees, and the officer ends it. Keys press everything.</summary>
[Collection(StaffSiteCollection.Name)]
public sealed class AvertingTests(BrowserSite site)
{
    private const string Question = "Storebroren min sier at han skal skade noen på skolen på fredag. Hva gjør jeg?";
    private const string Worry = "Han har sagt hvor og når, og spørsmålet virker ekte.";
    private const string Facts = "Vi vet skolen og dagen. Vi vet ikke hvem han er sint på.";

    private const string Done = "Barnevernsvakta fikk beskjed klokka 14.20.";

    [Fact]
    public async Task Case_FromTheQuestionToItsEnd_IsWrittenByTwo()
    {
        var staffId = await site.App.ExpertAsync();
        await using var expert = await site.EnterAsync(staffId, AskingVisits.Phone);
        await using var officer = await site.EnterAsync(await site.App.HireAsync(roles: StaffRole.SafeguardingOfficer), AskingVisits.Phone);
        await using var other = await site.EnterAsync(await site.App.ExpertAsync(), AskingVisits.Phone);
        var path = await OpenCaseAsync(expert, await site.App.ClaimedAsync(staffId, Question));
        Assert.Equal(404, (await other.OpenAsync(path)).Status);

        await FindAsync(officer, path);
        await AssessAsync(officer, path);
        await PressAsync(officer, AriaRole.Link, "Gå videre med saken", "**/steg");
        await Assertions.Expect(officer.Page.Locator("main")).ToContainTextAsync("Saken venter på en annen enn deg.");
        await Assertions.Expect(officer.Page.GetByRole(AriaRole.Button, new() { Name = "Jeg er enig" })).ToHaveCountAsync(0);

        await expert.OpenAsync(path);
        await Assertions.Expect(expert.Page.Locator("main")).ToContainTextAsync(Facts);
        await PressAsync(expert, AriaRole.Link, "Vær den andre som vurderer", "**/steg");
        await expert.LookAsync();
        await PressAsync(expert, AriaRole.Button, "Jeg er enig", $"**{path}?gjort=1");
        await ExpectStateAsync(expert, "Avgjort");

        await officer.OpenAsync($"{path}/steg");
        await PressAsync(officer, AriaRole.Button, "Avslutt saken", "**/steg");
        await Assertions.Expect(officer.Page.Locator(".error-summary")).ToBeVisibleAsync();
        await officer.Page.GetByLabel("Hva ble gjort, når, og hvem fikk beskjed?", new() { Exact = true }).FillAsync(Done);
        await PressAsync(officer, AriaRole.Button, "Avslutt saken", $"**{path}?gjort=1");
        await ExpectStateAsync(officer, "Avsluttet");
        Assert.Equal(["Saken ble åpnet", "Vurdert", "Enig", "Avsluttet"], await officer.Page.Locator("article h3").AllInnerTextsAsync());
        await Assertions.Expect(officer.Page.Locator("article", new() { HasText = "Vurdert" })).ToContainTextAsync("Varsle barnevernet");
        await Assertions.Expect(officer.Page.Locator("article").Last).ToContainTextAsync(Done);
        await Assertions.Expect(officer.Page.GetByRole(AriaRole.Link, new() { Name = "Gå videre med saken" })).ToHaveCountAsync(0);
        await officer.LookAsync();
        Assert.Empty(await officer.Page.EvaluateAsync<string[]>("window.policyViolations"));
    }

    /// <summary>The case opens in a tab beside what the expert writes. Returns its path.</summary>
    private async Task<string> OpenCaseAsync(Visit expert, Guid question)
    {
        await expert.OpenAsync($"/admin/sporsmal/{question}");
        var link = expert.Page.GetByRole(AriaRole.Link, new() { Name = "Vurder avverging (åpnes i en ny fane)", Exact = true });
        var tab = new Visit(site, expert.Context, await expert.Page.RunAndWaitForPopupAsync(() => link.PressAsync("Enter")));
        await tab.ArriveAsync("**/admin/avverging/ny?*");
        await Assertions.Expect(tab.Page.Locator("main")).ToContainTextAsync("Det som er skrevet i spørsmålet blir kopiert inn i saken");
        await tab.LookAsync();
        await PressAsync(tab, AriaRole.Button, "Åpne saken", "**/admin/avverging/ny");
        await Assertions.Expect(tab.Page.Locator(".error-summary")).ToContainTextAsync("Skriv hva du er bekymret for");
        await tab.Page.Locator(".error-summary a").First.PressAsync("Enter");
        await Assertions.Expect(tab.Page.Locator("#Grunn")).ToBeFocusedAsync();
        await tab.Page.Keyboard.TypeAsync(Worry);
        await PressAsync(tab, AriaRole.Button, "Åpne saken", "**/admin/avverging/*-*");

        await ExpectStateAsync(tab, "Åpnet");
        await Assertions.Expect(tab.Page.Locator(".asked")).ToContainTextAsync(Question);
        await Assertions.Expect(tab.Page.Locator("article")).ToContainTextAsync(Worry);
        await Assertions.Expect(tab.Page.Locator(".notice")).ToHaveTextAsync("Foreldrene skal ikke informeres uten klarering.");
        await Assertions.Expect(expert.Page.Locator("#Hilsen")).ToHaveValueAsync(Question);
        return tab.Path;
    }

    private static async Task FindAsync(Visit officer, string path)
    {
        await officer.OpenAsync("/admin");
        await officer.Page.GetByRole(AriaRole.Link, new() { Name = "Avvergingssaker som ikke er avsluttet" }).PressAsync("Enter");
        await officer.ArriveAsync("**/admin/avverging");
        var row = officer.Page.Locator("li", new() { Has = officer.Page.Locator($"a[href='{path}']") });
        await Assertions.Expect(row.Locator(".staff-tag")).ToHaveTextAsync("Åpnet");
        await officer.LookAsync();
        await row.Locator("a").PressAsync("Enter");
        await officer.ArriveAsync($"**{path}");
        await Assertions.Expect(officer.Page.Locator(".asked")).ToContainTextAsync(Question);
        await Assertions.Expect(officer.Page.Locator("article")).ToContainTextAsync(Worry);
    }

    private static async Task AssessAsync(Visit officer, string path)
    {
        await PressAsync(officer, AriaRole.Link, "Gå videre med saken", "**/steg");
        await officer.Page.GetByLabel("Fakta", new() { Exact = true }).FillAsync(Facts);
        await officer.Page.GetByLabel("Rettslig grunnlag", new() { Exact = true }).FillAsync("Straffeloven § 196.");
        await officer.Page.GetByLabel("Andre måter å avverge det på", new() { Exact = true }).FillAsync("Skolen kan ikke gjøre det alene.");
        await PressAsync(officer, AriaRole.Button, "Send til en til", "**/steg");
        await Assertions.Expect(officer.Page.Locator(".error-summary")).ToContainTextAsync("Velg hva vi gjør.");
        await Assertions.Expect(officer.Page.GetByLabel("Fakta", new() { Exact = true })).ToHaveValueAsync(Facts);
        await officer.Page.GetByLabel("Varsle barnevernet", new() { Exact = true }).PressAsync("Space");
        await officer.LookAsync();
        await PressAsync(officer, AriaRole.Button, "Send til en til", $"**{path}?gjort=1");
        await ExpectStateAsync(officer, "Venter på en til");
    }

    private static async Task PressAsync(Visit visit, AriaRole role, string name, string arrives)
    {
        await visit.Page.GetByRole(role, new() { Name = name, Exact = true }).PressAsync("Enter");
        await visit.ArriveAsync(arrives);
    }

    private static Task ExpectStateAsync(Visit visit, string state) => Assertions.Expect(visit.Page.Locator(".staff-head .staff-tag")).ToHaveTextAsync(state);
}
