using System.Net;
using UngPortal.Features.Services;
using UngPortal.Kernel;
using UngPortal.Testing;
using UngPortal.Tests.Features.Api;
using UngPortal.Tests.Features.MediaLibrary;

namespace UngPortal.Tests.Features.Services;

/// <summary>What services cost, in their own words; that it is free is a fact of its own. Source: product/services.md, "Model".</summary>
public sealed class CostTests(PortalApp app) : IClassFixture<PortalApp>
{
    private const string Price = "Gratis for deg under 20 år, ellers 250 kr.";

    [Fact]
    public async Task Cost_Told_IsShownInTheLanguageThatIsThere_ConfirmedAndToldToOthers()
    {
        var (id, slug) = await app.ServiceAsync("Prishuset");
        using var editor = await app.SignInAsAsync(StaffRole.Editor);

        var sent = await editor.FillInAsync($"/admin/tjenester/{id}/opplysninger", null, ("KosterNb", Price), ("KosterNn", "Gratis for deg under 20 år, elles 250 kr."), ("Vilkar", "anonymous"));
        await app.DeliverOutboxAsync();

        Assert.Equal(HttpStatusCode.Redirect, sent.Status);
        Assert.Equal(Price, (await app.GetPageAsync($"/tjenester/{slug}")).TextOf("section[aria-labelledby=pris] p"));
        Assert.Equal("Kva det kostar Gratis for deg under 20 år, elles 250 kr.", (await app.GetPageAsync($"/nn/tjenester/{slug}")).TextOf("section[aria-labelledby=pris]"));
        var english = await app.GetPageAsync($"/en/tjenester/{slug}");
        Assert.Equal("What it costs " + Price, english.TextOf("section[aria-labelledby=pris]"));
        Assert.Equal("nb", english.Document.QuerySelector("section[aria-labelledby=pris] p")!.GetAttribute("lang"));
        Assert.Equal(Price, (await editor.OpenAsync($"/admin/tjenester/{id}/opplysninger")).TextOf("#KosterNb"));

        var told = await ApiVisits.ReadAsync(app, $"/services/{slug}");
        Assert.Empty(HsdsSchemas.Faults("service", told));
        Assert.Equal((Price, Price), (told.Text("fees_description"), told.GetProperty("cost_options")[0].Text("option")));
    }

    [Fact]
    public async Task Cost_ThatNobodyHasTold_IsUnknown_AndNotCalledFree()
    {
        var told = await ApiVisits.ReadAsync(app, "/services/112-politi");

        Assert.False(told.TryGetProperty("cost_options", out _) || told.TryGetProperty("fees_description", out _));
        Assert.Null((await app.GetPageAsync("/tjenester/112-politi")).Document.QuerySelector("#pris"));
    }

    [Theory]
    [InlineData("KosterNb", 401, "", "Forkort teksten til 400 tegn.")]
    [InlineData("KosterEn", 20, "", "Skriv teksten på bokmål også.")]
    [InlineData("KosterNb", 20, "free", "Du har krysset av for gratis og skrevet en pris. Ta bort det som ikke stemmer.")]
    public async Task Cost_ThatIsWrong_IsRefusedInWords_AndKept(string field, int length, string offer, string message)
    {
        var (id, slug) = await app.ServiceAsync();
        using var editor = await app.SignInAsAsync(StaffRole.Editor);
        var text = new string('a', length);
        (string, string?)[] written = [(field, text), .. offer.Length > 0 ? [("Vilkar", offer)] : Array.Empty<(string, string?)>()];

        var page = await editor.FillInAsync($"/admin/tjenester/{id}/opplysninger", null, written);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Equal([message], page.TextsOf(".error-summary li"));
        Assert.Equal(text, page.TextOf("#" + field));
        Assert.Empty(await app.AuditOfAsync($"service:{slug}"));
    }

    [Fact]
    public void Revise_WithBothFreeAndAPrice_Throws()
    {
        var way = new ServiceChannel { Position = 1, Kind = ChannelKind.Phone, Address = "116111", DisplayAddress = "116 111", Hours = null };
        var facts = new ServiceFacts(ServiceKind.Helpline, new() { ["nb"] = "Prøve" }, [], [], [], 1, null, new DateOnly(2026, 11, 23), "Prøve", [way]) { Cost = new() { ["nb"] = Price } };

        Assert.Equal(Price, Service.List("prove", facts).Facts().Cost["nb"]);
        Assert.Throws<InvalidOperationException>(() => Service.List("prove", facts with { Told = [ToldFacts.Free] }));
    }
}
