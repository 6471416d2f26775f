using System.Net;
using Microsoft.EntityFrameworkCore;
using UngPortal.Features.Services;
using UngPortal.Kernel;
using UngPortal.Testing;

namespace UngPortal.Tests.Features.Services.Upkeep;

/// <summary>What a service is and whom it is for, as the register's people write it.</summary>
public sealed class FactsTests(PortalApp app) : IClassFixture<PortalApp>
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

    private async Task<string> CatchUpAsync(string slug)
    {
        await app.DeliverOutboxAsync();
        return (await app.GetPageAsync($"/tjenester/{slug}")).TextOf("h1");
    }
}
