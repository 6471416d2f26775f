using System.Net;
using Microsoft.EntityFrameworkCore;
using UngPortal.Features.Services;
using UngPortal.Kernel;
using UngPortal.Testing;
using UngPortal.Tests.Features.MediaLibrary;

namespace UngPortal.Tests.Features.Services;

/// <summary>What services tell of themselves: languages, accessibility, who is there, and on what terms.</summary>
public sealed class ToldTests(PortalApp app) : IClassFixture<PortalApp>
{
    [Fact]
    public async Task Facts_Told_AreShownInEachLanguage_AndWrittenDown()
    {
        var (id, slug) = await app.ServiceAsync("Prøvehuset");
        using var assurer = await app.SignInAsAsync(StaffRole.ServiceAssurer);
        var untold = await app.GetPageAsync("/tjenester/tromso-legevakt");
        Assert.Equal((HttpStatusCode.OK, (AngleSharp.Dom.IElement?)null), (untold.Status, untold.Document.QuerySelector("#godt-a-vite")));

        var sent = await assurer.FillInAsync($"/admin/tjenester/{id}/opplysninger", null, ("Sprak", "uk"), ("Tilgang", "step-free"), ("Fagfolk", "nurse"), ("Vilkar", "anonymous"));
        await app.DeliverOutboxAsync();

        Assert.Equal(HttpStatusCode.Redirect, sent.Status);
        Assert.Equal(["service-facts +uk, +anonymous, +step-free, +nurse"], await app.AuditOfAsync($"service:{slug}"));
        Assert.Equal(["Slik er det: du kan være anonym", "Språk: ukrainsk", "Tilgjengelighet: inngang uten trinn", "Hvem du kan møte: helsesykepleier"], await ToldAsync($"/tjenester/{slug}"));
        Assert.Equal(["Slik er det: du kan vere anonym", "Språk: ukrainsk", "Tilgjenge: inngang utan trinn", "Kven du kan møte: helsesjukepleiar"], await ToldAsync($"/nn/tjenester/{slug}"));
        Assert.Equal(["How it works: you can be anonymous", "Languages: Ukrainian", "Accessibility: step-free entrance", "Who you can meet: nurse"], await ToldAsync($"/en/tjenester/{slug}"));

        var again = await assurer.OpenAsync($"/admin/tjenester/{id}/opplysninger");
        Assert.Equal(["Vilkar-anonymous", "Sprak-uk", "Tilgang-step-free", "Fagfolk-nurse"], again.Document.QuerySelectorAll("input[type=checkbox][checked]").Select(tick => tick.Id));
    }

    [Fact]
    public async Task AlertAndConfidentiality_AreShown_InTheLanguageThatIsThere()
    {
        var (id, slug) = await app.ServiceAsync("Varselhuset");
        using var editor = await app.SignInAsAsync(StaffRole.Editor);

        var sent = await editor.FillInAsync($"/admin/tjenester/{id}/opplysninger", null, ("VarselNb", "Stengt i uke 30."), ("VarselEn", "Closed in week 30."), ("TaushetNb", "Vi sier ikke noe videre uten at du vet det."));
        await app.DeliverOutboxAsync();

        Assert.Equal(HttpStatusCode.Redirect, sent.Status);
        var (page, english) = (await app.GetPageAsync($"/tjenester/{slug}"), await app.GetPageAsync($"/en/tjenester/{slug}"));
        Assert.Equal("Akkurat nå: Stengt i uke 30.", page.TextOf(".service__alert"));
        Assert.Equal("Vi sier ikke noe videre uten at du vet det.", page.TextOf("section[aria-labelledby=taushet] p"));
        Assert.Equal("Right now: Closed in week 30.", english.TextOf(".service__alert"));
        Assert.Equal("nb", english.Document.QuerySelector("section[aria-labelledby=taushet] p")!.GetAttribute("lang"));
        Assert.Null((await app.GetPageAsync("/tjenester/112-politi")).Document.QuerySelector(".service__alert, #taushet"));
    }

    [Fact]
    public async Task Alert_OfAPlaceWhoseSourceIsNoPage_IsSaved_AndTheSourceStays()
    {
        var (id, source) = await app.InDatabaseAsync(async db =>
        {
            var place = await db.Services.FirstAsync(one => one.Slug == "alta-kommunale-legevakt");
            return (place.Id, place.Source);
        });
        using var editor = await app.SignInAsAsync(StaffRole.Editor);

        Assert.False(source.StartsWith("https:", StringComparison.Ordinal));
        Assert.Equal(HttpStatusCode.Redirect, (await editor.FillInAsync($"/admin/tjenester/{id}/opplysninger", null, ("VarselNb", "Ring før du kommer."))).Status);
        Assert.Equal(source, await app.InDatabaseAsync(db => db.Services.Where(one => one.Id == id).Select(one => one.Source).SingleAsync()));
    }

    [Theory]
    [InlineData("VarselNb", 401, "Forkort teksten til 400 tegn.")]
    [InlineData("TaushetEn", 20, "Skriv teksten på bokmål også.")]
    public async Task Said_TooLongOrNotInBokmal_IsRefusedAndKept(string field, int length, string told)
    {
        var (id, slug) = await app.ServiceAsync();
        using var editor = await app.SignInAsAsync(StaffRole.Editor);
        var text = new string('a', length);

        var page = await editor.FillInAsync($"/admin/tjenester/{id}/opplysninger", null, (field, text));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Contains(told, page.TextOf(".error-summary"), StringComparison.Ordinal);
        Assert.Equal(text, page.TextOf("#" + field));
        Assert.Empty(await app.AuditOfAsync($"service:{slug}"));
    }

    [Theory]
    [InlineData("Sprak", "klingon")]
    [InlineData("Tilgang", "nurse")]
    [InlineData("Fagfolk", "free")]
    [InlineData("Vilkar", "<b>")]
    public async Task Facts_ThatAreNone_AreRefusedInWords_AndTheRestIsKept(string field, string value)
    {
        var (id, slug) = await app.ServiceAsync();
        using var editor = await app.SignInAsAsync(StaffRole.Editor);

        var page = await editor.FillInAsync($"/admin/tjenester/{id}/opplysninger", null, ("NavnEn", "Kept name"), (field, value));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Contains("Velg blant det som står i listen.", page.TextOf(".error-summary"), StringComparison.Ordinal);
        Assert.Equal("Kept name", page.Document.QuerySelector("#NavnEn")!.GetAttribute("value"));
        Assert.Empty(await app.AuditOfAsync($"service:{slug}"));
    }

    [Fact]
    public async Task Topics_OfALocalService_StayWhenOtherFactsAreEdited()
    {
        var id = await app.InDatabaseAsync(async db =>
        {
            var place = await db.Services.Include(one => one.Channels).Include(one => one.Location).Include(one => one.Areas).FirstAsync(one => one.Slug == "helsestasjon-for-ungdom-bekkestua-baerum");
            place.Edit(place.Facts() with { Topics = ["vold"] }, db.Time.GetUtcNow().UtcDateTime);
            await db.SaveChangesAsync();
            return place.Id;
        });
        using var editor = await app.SignInAsAsync(StaffRole.Editor);

        Assert.Equal(HttpStatusCode.Redirect, (await editor.FillInAsync($"/admin/tjenester/{id}/opplysninger", null, ("AlderFra", "13"))).Status);

        Assert.Equal(["vold"], await app.InDatabaseAsync(db => db.Services.Where(one => one.Id == id).Select(one => one.Topics).SingleAsync()));
    }

    [Fact]
    public async Task StarterServices_TellNothingThatNoSourceTells()
    {
        using var own = new PortalApp();

        Assert.Equal(0, await own.InDatabaseAsync(db => db.Services.CountAsync(service => service.Languages.Any() || service.Told.Any())));
    }

    [Fact]
    public void Told_InAnyOrder_IsTheSame_AndWhatIsNoFactThrows()
    {
        Assert.Equal(["no", "en", "uk"], ToldFacts.Sorted(SpokenLanguages.All, ["uk", "no", "en", "uk"]));
        Assert.Equal("se", SpokenLanguages.Find("SME"));
        Assert.Null(SpokenLanguages.Find("xx"));
        Assert.Throws<InvalidOperationException>(() => ToldFacts.Sorted(ToldFacts.All, ["step-free", "wheelchair"]));
    }

    private async Task<IReadOnlyList<string>> ToldAsync(string path) => (await app.GetPageAsync(path)).TextsOf("section[aria-labelledby=godt-a-vite] li");
}
