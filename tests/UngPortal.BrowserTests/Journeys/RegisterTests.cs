using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using UngPortal.BrowserTests.Site;
using UngPortal.Features.Services.Checking;
using UngPortal.Kernel;
using UngPortal.Platform.Mail;
using UngPortal.Testing;

namespace UngPortal.BrowserTests.Journeys;

/// <summary>Keeping a service right, by clicking: its hours, a holiday, and its own people who confirm it on a phone.</summary>
[Collection(StaffSiteCollection.Name)]
public sealed partial class RegisterTests(BrowserSite site)
{
    private const int Desk = 1280;
    private const string Assurer = "tjenesten@prove.invalid";

    [Fact]
    public async Task Service_KeptAndConfirmed_ByClicking()
    {
        var (id, slug) = await site.App.ServiceAsync("Telefonen vi klikker på", hours: null, assured: new DateOnly(2026, 8, 1));
        await using var keeper = await site.EnterAsync(await site.App.HireAsync(roles: StaffRole.ServiceAssurer), Desk);
        await keeper.OpenAsync("/admin/tjenester?q=telefonen-vi-klikker");
        await keeper.OpenAsync($"/admin/tjenester/{id}/kontakt");

        await keeper.Page.Locator("[id='Rad[0].Tider']").FillAsync("hver dag fra ni");
        await keeper.Page.GetByRole(AriaRole.Button, new() { Name = "Lagre" }).ClickAsync();
        await keeper.Page.Locator(".error-summary a").ClickAsync();
        await Assertions.Expect(keeper.Page.Locator("[id='Rad[0].Tider']")).ToBeFocusedAsync();
        await keeper.Page.Locator("[id='Rad[0].Tider']").FillAsync("man-søn 9.00-21.00");
        await keeper.Page.GetByRole(AriaRole.Button, new() { Name = "Vis de neste 14 dagene" }).ClickAsync();
        await Assertions.Expect(keeper.Page.Locator("section table tr")).ToHaveCountAsync(14);
        await keeper.Page.GetByRole(AriaRole.Button, new() { Name = "Lagre" }).ClickAsync();
        await keeper.ArriveAsync($"**/admin/tjenester/{id}?lagret=true");

        await keeper.OpenAsync($"/admin/tjenester/{id}/unntak");
        await keeper.Page.Locator("#Fra").FillAsync("2026-12-24");
        await keeper.Page.GetByRole(AriaRole.Button, new() { Name = "Legg til" }).ClickAsync();
        await Assertions.Expect(keeper.Page.Locator(".staff-list li")).ToContainTextAsync("24. desember 2026");

        await keeper.OpenAsync($"/admin/tjenester/{id}");
        await keeper.Page.Locator("#Epost").FillAsync(Assurer);
        await keeper.Page.GetByRole(AriaRole.Button, new() { Name = "Lagre" }).ClickAsync();
        await keeper.ArriveAsync($"**/admin/tjenester/{id}?lagret=true");
        await site.App.RunAsync<AssuranceRound>();
        var mail = await site.App.InDatabaseAsync(db => db.Mails.AsNoTracking().SingleAsync(one => one.Recipient == Assurer));

        await using var phone = await site.VisitAsync(360, 740, javaScript: false);
        await phone.OpenAsync(Link().Match(site.App.Services.GetRequiredService<MailText>().Read(mail)).Value);
        await phone.Page.GetByRole(AriaRole.Button, new() { Name = "Ja, alt stemmer" }).ClickAsync();
        await Assertions.Expect(phone.Page.Locator("h1")).ToHaveTextAsync("Takk, det er bekreftet");
        await site.App.DeliverOutboxAsync();
        await phone.OpenAsync($"/tjenester/{slug}");
        await Assertions.Expect(phone.Page.Locator("main")).ToContainTextAsync("Opplysningene ble kontrollert i 2026.");

        await phone.Page.GetByRole(AriaRole.Link, new() { Name = "Er noe feil her?" }).ClickAsync();
        await phone.Page.Locator("label").GetByText("Åpningstidene", new() { Exact = true }).ClickAsync();
        await phone.Page.GetByRole(AriaRole.Button, new() { Name = "Send" }).ClickAsync();
        await phone.ArriveAsync("**/tilbakemelding/takk?side=**");
        await keeper.OpenAsync("/admin/tjenester/meldinger");
        await keeper.Page.Locator("li").Filter(new() { HasText = "Telefonen vi klikker på" }).GetByRole(AriaRole.Button).ClickAsync();
        await Assertions.Expect(keeper.Page.Locator(".flash")).ToContainTextAsync("sjekket");
    }

    [GeneratedRegex(@"/bekreft/\S+", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 2_000)]
    private static partial Regex Link();
}
