using System.Net;
using Microsoft.EntityFrameworkCore;
using UngPortal.Features.Services;
using UngPortal.Kernel;
using UngPortal.Testing;

namespace UngPortal.Tests.Features.Services.Upkeep;

/// <summary>How and when a service is reached, and the days that are otherwise.</summary>
public sealed class ContactTests(PortalApp app) : IClassFixture<PortalApp>
{
    [Fact]
    public async Task Contact_LookedAtFirst_ShowsTheFortnightAndSavesNothing()
    {
        var (id, _) = await app.ServiceAsync(hours: null);
        using var assurer = await app.SignInAsAsync(StaffRole.ServiceAssurer);
        var path = $"/admin/tjenester/{id}/kontakt";

        var look = await assurer.FillInAsync(path, null, ("Rad[0].Tider", "man-fre 9.00-15.30; helligdager stengt"), ("forhandsvis", "true"));

        Assert.Equal(HttpStatusCode.OK, look.Status);
        Assert.Equal(14, look.Document.QuerySelectorAll("table tr").Length);
        Assert.Contains("09:00–15:30", look.TextOf("table"), StringComparison.Ordinal);
        Assert.Equal("man-fre 9.00-15.30; helligdager stengt", look.Document.QuerySelector("[name='Rad[0].Tider']")!.GetAttribute("value"));
        Assert.Null((await ChannelsAsync(id))[0].Hours);

        Assert.Equal(HttpStatusCode.Redirect, (await assurer.FillInAsync(path, null, ("Rad[0].Tider", "man-fre 9.00-15.30; helligdager stengt"), ("Rad[1].Slag", "Chat"), ("Rad[1].Adresse", "https://chat.prove.invalid/inn"))).Status);
        Assert.Equal([("+4799999999", "99 99 99 99", "Mo-Fr 09:00-15:30; PH off"), ("https://chat.prove.invalid/inn", "chat.prove.invalid", null)], (await ChannelsAsync(id)).Select(channel => (channel.Address, channel.DisplayAddress, channel.Hours)));
    }

    [Theory]
    [InlineData("Rad[0].Tider", "når vi har tid", "Vi forstår ikke tidene.")]
    [InlineData("Rad[0].Tider", "man 9.00-25.90", "Vi forstår ikke tidene.")]
    [InlineData("Rad[0].Adresse", "12", "Skriv nummeret med siffer")]
    [InlineData("Rad[0].Slag", "Web", "Skriv hele nettadressen")]
    [InlineData("Rad[0].Slag", "", "Velg hvordan tjenesten nås.")]
    public async Task Contact_ThatIsWrong_IsRefusedInWords_AndKept(string field, string value, string message)
    {
        var (id, _) = await app.ServiceAsync();
        using var assurer = await app.SignInAsAsync(StaffRole.ServiceAssurer);

        var page = await assurer.FillInAsync($"/admin/tjenester/{id}/kontakt", null, (field, value), ("Rad[1].Slag", "Web"), ("Rad[1].Adresse", "https://ny.prove.invalid/"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Contains(message, page.TextOf(".error-summary"), StringComparison.Ordinal);
        Assert.NotNull(page.Document.GetElementById(page.Document.QuerySelector(".error-summary a")!.GetAttribute("href")![1..]));
        Assert.Equal("https://ny.prove.invalid/", page.Document.QuerySelector("[name='Rad[1].Adresse']")!.GetAttribute("value"));
        Assert.Single(await ChannelsAsync(id));
    }

    [Fact]
    public async Task Exception_Added_DecidesItsDays_AndCanBeTakenAway()
    {
        var (id, slug) = await app.ServiceAsync(hours: "24/7");
        using var assurer = await app.SignInAsAsync(StaffRole.ServiceAssurer);
        var path = $"/admin/tjenester/{id}/unntak";

        Assert.Equal(HttpStatusCode.Redirect, (await assurer.FillInAsync(path, null, ("Fra", "2026-11-23"), ("Til", "2026-11-24"))).Status);
        await app.DeliverOutboxAsync();
        Assert.Equal("Åpner ons 00:00", (await app.GetPageAsync($"/tjenester/{slug}")).TextOf(".state"));

        foreach (var (from, to, hours, message) in new[] { ("", "", "", "Velg en dag som finnes."), ("2026-11-25", "2026-11-24", "", "Den siste dagen må komme etter den første."), ("2020-01-01", "", "", "Disse dagene er over."), ("2026-12-01", "2029-12-01", "", "høyst ett år"), ("2026-12-01", "", "i morgen", "Skriv tidene som 10.00-14.00") })
        {
            var refused = await assurer.FillInAsync(path, null, ("Fra", from), ("Til", to), ("Tider", hours), ("Fjern", null));
            Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
            Assert.Contains(message, refused.TextOf(".error-summary"), StringComparison.Ordinal);
        }

        Assert.Equal(HttpStatusCode.Redirect, (await assurer.FillInAsync(path, null, ("Fra", "2026-11-23"), ("Til", "2026-11-24"), ("Tider", ""), ("Fjern", "ja"))).Status);
        Assert.Equal("24/7", (await ChannelsAsync(id))[0].Hours);
        Assert.Equal(["service-exception 2026 Nov 23-2026 Nov 24 off", "service-exception-removed 2026 Nov 23-2026 Nov 24 off"], await app.AuditOfAsync($"service:{slug}"));
    }

    private Task<List<ServiceChannel>> ChannelsAsync(int id) => app.InDatabaseAsync(db => db.Set<ServiceChannel>().AsNoTracking().Where(channel => channel.ServiceId == id).OrderBy(channel => channel.Position).ToListAsync());
}
