using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using UngPortal.Features.Services;
using UngPortal.Features.Services.Importing;
using UngPortal.Kernel;
using UngPortal.Platform.Importing;
using UngPortal.Testing;

namespace UngPortal.Tests.Features.Services.Upkeep;

/// <summary>Keeping the register by its pages.</summary>
public sealed class RegisterTests(PortalApp app) : IClassFixture<PortalApp>
{
    [Fact]
    public async Task Facts_Changed_AreShownWithinASecond_AndWrittenDown()
    {
        var (id, slug) = await app.ServiceAsync("Telefonen for prøver");
        using var assurer = await app.SignInAsAsync(StaffRole.ServiceAssurer);
        Assert.Contains("Telefonen for prøver", (await app.GetPageAsync($"/tjenester/{slug}")).TextOf("h1") + await CatchUpAsync(slug), StringComparison.Ordinal);

        var sent = await assurer.FillInAsync($"/admin/tjenester/{id}/opplysninger", null, ("NavnNb", "Den nye telefonen"), ("NavnNn", "Den nye telefonen"), ("OmNb", "Noen svarer."), ("Tema", "vold"));

        Assert.Equal(HttpStatusCode.Redirect, sent.Status);
        Assert.Equal("Den nye telefonen", await CatchUpAsync(slug));
        Assert.Equal(["service-facts"], await app.AuditOfAsync($"service:{slug}"));
        var record = await HtmlPage.ReadAsync(await assurer.GetAsync(new Uri($"/admin/tjenester/{id}", UriKind.Relative)));
        Assert.Contains("Opplysninger endret", record.TextOf("section .staff-list"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("NavnNb", "", "Skriv navnet på bokmål.")]
    [InlineData("OmNb", "", "Skriv hva tjenesten er, på bokmål.")]
    [InlineData("Nettside", "javascript:alert(1)", "Skriv hele adressen, med https:// først, eller la feltet stå tomt.")]
    [InlineData("Kilde", "http://prove.invalid", "Skriv hele adressen til siden der opplysningene står, med https:// først.")]
    [InlineData("Tema", "finnes-ikke", "Velg blant temaene i listen.")]
    public async Task Facts_ThatAreWrong_AreRefusedInWords_AndKept(string field, string value, string message)
    {
        var (id, slug) = await app.ServiceAsync("Uforandret");
        using var editor = await app.SignInAsAsync(StaffRole.Editor);

        var page = await editor.FillInAsync($"/admin/tjenester/{id}/opplysninger", null, ("NavnEn", "Kept name"), (field, value));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Contains(message, page.TextOf(".error-summary"), StringComparison.Ordinal);
        Assert.Equal("Kept name", page.Document.QuerySelector("#NavnEn")!.GetAttribute("value"));
        Assert.Empty(await app.AuditOfAsync($"service:{slug}"));
    }

    [Fact]
    public async Task Home_WithServicesToConfirm_TellsThemAndTheOldOnesInOneLine()
    {
        var today = OsloTime.DayOf(app.Clock.GetUtcNow().UtcDateTime);
        await app.ServiceAsync("Snart", assured: today.AddDays(-AssuranceLadder.DueDays));
        await app.ServiceAsync("Gammel", assured: today.AddDays(-AssuranceLadder.NotedDays));
        var (due, old) = await app.InDatabaseAsync(async db => (
            await db.Services.CountAsync(service => service.State == ServiceState.Listed && service.Assured <= today.AddDays(-AssuranceLadder.DueDays)),
            await db.Services.CountAsync(service => service.State == ServiceState.Listed && service.Assured <= today.AddDays(-AssuranceLadder.NotedDays))));
        using var editor = await app.SignInAsAsync(StaffRole.Editor);

        var page = await HtmlPage.ReadAsync(await editor.GetAsync(new Uri("/admin", UriKind.Relative)));

        Assert.True(due > old);
        Assert.Single(page.TextsOf("li a"), $"Tjenester som må bekreftes: {due}. Leserne ser at opplysningene er gamle hos {old} av dem.");
        Assert.DoesNotContain("/admin/tjenester?vis=Old", page.Links);
    }

    [Fact]
    public async Task Facts_OfALocalService_SayWhereAndForWhom()
    {
        var id = await app.InDatabaseAsync(db => db.Services.Where(service => service.Slug == "helsestasjon-for-ungdom-bekkestua-baerum").Select(service => service.Id).SingleAsync());
        using var editor = await app.SignInAsAsync(StaffRole.Editor);
        var path = $"/admin/tjenester/{id}/opplysninger";

        var refused = await editor.FillInAsync(path, null, ("For", "Herøy"), ("Gate", "Prøveveien 1"), ("Postnummer", "9999"), ("AlderFra", "20"), ("AlderTil", "13"));
        Assert.Equal(3, refused.TextsOf(".error-summary li").Count);
        Assert.Equal("Herøy", refused.Document.QuerySelector("#For")!.GetAttribute("value"));

        Assert.Equal(HttpStatusCode.Redirect, (await editor.FillInAsync(path, null, ("For", "Bærum, 1818"), ("Gate", "Prøveveien 1"), ("Postnummer", "1357"), ("AlderFra", "13"), ("AlderTil", "20"))).Status);

        var service = await app.InDatabaseAsync(db => db.Services.Include(one => one.Areas).Include(one => one.Location).SingleAsync(one => one.Id == id));
        Assert.Equal(["1818", "3201"], service.Areas.Select(area => area.Municipality).Order(StringComparer.Ordinal));
        Assert.Equal(("Prøveveien 1", "1357", LocationPrecision.PostalCode), (service.Location!.Address, service.Location.PostalCode, service.Location.Precision));
        Assert.InRange(service.Location.Latitude, 59.85, 59.98);
    }

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
        await CatchUpAsync(slug);
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

    [Fact]
    public async Task NewService_IsShownOnlyOnceItMeetsAllCriteria()
    {
        using var editor = await app.SignInAsAsync(StaffRole.Editor);
        var sent = await editor.FillInAsync("/admin/tjenester/ny", null, ("Navn", "Et sted for prøver"), ("Slag", "Local"), ("Type", "hfu"), ("For", "Oslo"), ("Maate", "Phone"), ("Adresse", "22 00 00 01"), ("Kilde", "https://prove.invalid/"));
        var id = int.Parse(sent.Response.Headers.Location!.ToString().Split('/')[3], System.Globalization.CultureInfo.InvariantCulture);
        Assert.Equal(HttpStatusCode.NotFound, (await app.GetPageAsync("/tjenester/et-sted-for-prover")).Status);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await StepAsync(editor, id, "vis")).Status);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await editor.FillInAsync($"/admin/tjenester/{id}/kriterier", null, ("Krav", "Free"), ("Notat", ""))).Status);
        await JudgeAsync(editor, id);
        Assert.Equal(HttpStatusCode.Redirect, (await StepAsync(editor, id, "vis")).Status);
        await app.DeliverOutboxAsync();
        Assert.Equal(HttpStatusCode.OK, (await app.GetPageAsync("/tjenester/et-sted-for-prover")).Status);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await editor.FillInAsync("/admin/tjenester/ny", null, ("Navn", "Et sted for prøver"), ("Slag", "Helpline"), ("Maate", "Phone"), ("Adresse", "22 00 00 01"), ("Kilde", "https://prove.invalid/"))).Status);

        Assert.Equal(HttpStatusCode.Redirect, (await StepAsync(editor, id, "skjul")).Status);
        await app.DeliverOutboxAsync();
        Assert.Equal(HttpStatusCode.NotFound, (await app.GetPageAsync("/tjenester/et-sted-for-prover")).Status);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await StepAsync(editor, id, "skjul")).Status);
    }

    [Fact]
    public async Task TwoAtOnce_TheSecondIsTold_AndKeepsTheText()
    {
        var (id, _) = await app.ServiceAsync();
        using var editor = await app.SignInAsAsync(StaffRole.Editor);
        var path = $"/admin/tjenester/{id}/opplysninger";
        var old = (await HtmlPage.ReadAsync(await editor.GetAsync(new Uri(path, UriKind.Relative)))).Form(path)["Versjon"];
        await editor.FillInAsync(path, null, ("NavnNb", "Den første"));

        var second = await editor.FillInAsync(path, null, ("NavnNb", "Den andre"), ("Versjon", old));

        Assert.Equal(HttpStatusCode.Conflict, second.Status);
        Assert.Equal("Den andre", second.Document.QuerySelector("#NavnNb")!.GetAttribute("value"));
        Assert.Equal(HttpStatusCode.Redirect, (await editor.FillInAsync(path, null, ("NavnNb", "Den andre"), ("Versjon", second.Form(path)["Versjon"]))).Status);
    }

    [Fact]
    public async Task List_ShowsTheOldestFirst_AndWhatIsLookedFor()
    {
        await app.ServiceAsync("Den eldste", assured: new DateOnly(2001, 1, 1));
        using var editor = await app.SignInAsAsync(StaffRole.Editor);

        var all = await HtmlPage.ReadAsync(await editor.GetAsync(new Uri("/admin/tjenester", UriKind.Relative)));
        var found = await HtmlPage.ReadAsync(await editor.GetAsync(new Uri("/admin/tjenester?q=112-politi&vis=All", UriKind.Relative)));
        var home = await HtmlPage.ReadAsync(await editor.GetAsync(new Uri("/admin", UriKind.Relative)));

        Assert.Equal("Den eldste", all.TextsOf("tbody th")[0]);
        Assert.Contains("Sier ikke lenger når det er åpent", all.TextsOf("tbody tr")[0], StringComparison.Ordinal);
        Assert.Single(found.TextsOf("tbody th"));
        Assert.Contains("Tjenester som må bekreftes", home.TextOf("main"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await editor.GetAsync(new Uri("/admin/tjenester?side=9999", UriKind.Relative))).StatusCode);
    }

    [Fact]
    public async Task Import_OfTheShippedFiles_LeavesWhatStaffChanged()
    {
        var id = await app.InDatabaseAsync(db => db.Services.Where(service => service.Slug == "dopingkontakten").Select(service => service.Id).SingleAsync());
        using var editor = await app.SignInAsAsync(StaffRole.Editor);
        await editor.FillInAsync($"/admin/tjenester/{id}/opplysninger", null, ("NavnNb", "Vår egen tekst"));

        await using var scope = app.Services.CreateAsyncScope();
        var import = scope.ServiceProvider.GetServices<IContentImport>().OfType<HelplineImport>().Single();
        var report = new ImportReport();
        await import.RunAsync(Repository.Content, report, CancellationToken.None);
        Assert.Empty(report.Problems);

        Assert.Equal("Vår egen tekst", await app.InDatabaseAsync(async db => (await db.Services.SingleAsync(service => service.Id == id)).Name["nb"]));
    }

    private static async Task<HtmlPage> StepAsync(HttpClient client, int id, string step)
    {
        var path = $"/admin/tjenester/{id}";
        var page = await HtmlPage.ReadAsync(await client.GetAsync(new Uri(path, UriKind.Relative)));
        using var content = new FormUrlEncodedContent(page.Form(path).Where(field => field.Key != "steg").Append(KeyValuePair.Create("steg", step)));
        return await HtmlPage.ReadAsync(await client.PostAsync(new Uri(path, UriKind.Relative), content));
    }

    private static async Task JudgeAsync(HttpClient client, int id)
    {
        var path = $"/admin/tjenester/{id}/kriterier";
        var page = await HtmlPage.ReadAsync(await client.GetAsync(new Uri(path, UriKind.Relative)));
        using var content = new FormUrlEncodedContent(page.Form(path).Concat(Enum.GetNames<ListingCriterion>().Select(name => KeyValuePair.Create("Krav", name))));
        Assert.Equal(HttpStatusCode.Redirect, (await client.PostAsync(new Uri(path, UriKind.Relative), content)).StatusCode);
    }

    private async Task<string> CatchUpAsync(string slug)
    {
        await app.DeliverOutboxAsync();
        return (await app.GetPageAsync($"/tjenester/{slug}")).TextOf("h1");
    }

    private Task<List<ServiceChannel>> ChannelsAsync(int id) => app.InDatabaseAsync(db => db.Set<ServiceChannel>().AsNoTracking().Where(channel => channel.ServiceId == id).OrderBy(channel => channel.Position).ToListAsync());
}
