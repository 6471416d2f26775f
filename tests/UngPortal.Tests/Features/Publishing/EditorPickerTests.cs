using System.Net;
using Microsoft.EntityFrameworkCore;
using UngPortal.Features.Publications;
using UngPortal.Features.Publishing;
using UngPortal.Kernel;
using UngPortal.Testing;
using UngPortal.Tests.Features.MediaLibrary;

namespace UngPortal.Tests.Features.Publishing;

/// <summary>Choosing articles, illustrations, services and pictures without a script: searching loses nothing that was typed.</summary>
public sealed class EditorPickerTests : IDisposable
{
    private const string Angst = "angst-nar-kroppen-slar-alarm";
    private const string Sesjon = "sesjon-og-verneplikt";

    private readonly PortalApp _app = new();

    [Fact]
    public async Task Search_ForAnArticle_ShowsHitsAndKeepsWhatWasTyped()
    {
        using var author = await _app.SignInAsAsync(StaffRole.Editor);
        var id = await author.BeginAsync();

        var page = await ChooseAsync(author, id, await author.PageAsync($"/admin/innhold/{id}"), ("RelatertSok", "angst"), ("Tekst", "Halvskrevet tekst"), ("Ingress", "En ingress"), ("Alder", "13-15"));

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.NotNull(page.Document.QuerySelector($"#relatert input[type=checkbox][value={Angst}]"));
        Assert.Equal("Halvskrevet tekst", page.TextOf("#Tekst"));
        Assert.Equal("En ingress", page.TextOf("#Ingress"));
        Assert.NotNull(page.Document.QuerySelector("input[name=Alder][value='13-15'][checked]"));
        Assert.Equal("", (await _app.DraftAsync(id)).Content.In("nb").Body);
    }

    [Fact]
    public async Task Search_ForAPastedAddress_FindsTheArticle()
    {
        using var author = await _app.SignInAsAsync(StaffRole.Editor);
        var id = await author.BeginAsync();

        var page = await ChooseAsync(author, id, await author.PageAsync($"/admin/innhold/{id}"), ("RelatertSok", $"https://ungportal.no/artikler/{Angst}"));

        Assert.Equal([Angst], page.Document.QuerySelectorAll("#relatert input[type=checkbox]").Select(box => box.GetAttribute("value")));
    }

    [Fact]
    public async Task Search_WithoutHits_SaysWhatWasNotFound()
    {
        using var author = await _app.SignInAsAsync(StaffRole.Editor);
        var id = await author.BeginAsync();

        var page = await ChooseAsync(author, id, await author.PageAsync($"/admin/innhold/{id}"), ("RelatertSok", "<b>kvantefysikk</b>"));

        Assert.Equal("Fant ingen publisert artikkel som heter «<b>kvantefysikk</b>».", page.TextOf("#relatert [role=status]"));
    }

    [Fact]
    public async Task Related_ChosenMovedAndSaved_KeepsItsOrder()
    {
        using var author = await _app.SignInAsAsync(StaffRole.Editor);
        var id = await author.BeginAsync();
        var chosen = await ChooseAsync(author, id, await author.PageAsync($"/admin/innhold/{id}"), ("Relatert", $"{Angst}\n{Sesjon}"), ("Valg", "velg:Relatert"));
        Assert.Equal(2, chosen.Document.QuerySelectorAll("#relatert .staff-picked li").Length);

        var moved = await ChooseAsync(author, id, chosen, ("Valg", $"opp:Relatert:{Sesjon}"));
        await author.SendAsync(moved, $"/admin/innhold/{id}", $"/admin/innhold/{id}");

        Assert.Equal([Sesjon, Angst], (await _app.DraftAsync(id)).Content.Related);
        var page = await ChooseAsync(author, id, await author.PageAsync($"/admin/innhold/{id}"), ("Valg", $"fjern:Relatert:{Sesjon}"));
        Assert.Equal([Angst], page.Document.QuerySelectorAll("#relatert input[name=Relatert]").Select(field => field.GetAttribute("value")));
    }

    [Fact]
    public async Task Related_ThatIsNotPublished_IsNamedInTheListAndBeforeSubmit()
    {
        using var author = await _app.SignInAsAsync(StaffRole.Editor);
        var id = await author.BeginAsync();
        await author.WriteAsync(id, more: ("Relatert", "finnes-ikke"));

        var page = await author.PageAsync($"/admin/innhold/{id}");
        var answer = await author.StepAsync(id, DraftStep.Submit);

        Assert.Contains("«finnes-ikke» finnes ikke lenger", page.TextOf("#relatert .staff-picked"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Contains("«finnes-ikke» er ikke publisert", answer.TextOf(".staff-problems"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Related_MoreThanSix_IsRefusedWithAllOfThemKept()
    {
        using var author = await _app.SignInAsAsync(StaffRole.Editor);
        var id = await author.BeginAsync();
        var seven = await _app.InDatabaseAsync(db => db.Publications.Where(one => one.Kind == PublicationKind.Article).OrderBy(one => one.Slug).Select(one => one.Slug).Take(7).ToListAsync());

        var page = await author.WriteAsync(id, more: ("Relatert", string.Join('\n', seven)));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Equal(7, page.Document.QuerySelectorAll("#relatert .staff-picked li").Length);
        Assert.Contains("seks artikler", page.TextOf(".error-summary"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Illustration_Chosen_IsShownWithItsPictureAndSaved()
    {
        using var author = await _app.SignInAsAsync(StaffRole.Editor);
        var id = await author.BeginAsync();
        var page = await ChooseAsync(author, id, await author.PageAsync($"/admin/innhold/{id}"), ("IllustrasjonSok", "vandrer"));
        var radio = page.Document.QuerySelector("#illustrasjoner input[value=vandrer-med-kart]")!;
        Assert.EndsWith(".svg", radio.Closest("label")!.QuerySelector("img")!.GetAttribute("src"), StringComparison.Ordinal);

        await author.WriteAsync(id, more: ("Illustrasjon", "vandrer-med-kart"));

        Assert.Equal("vandrer-med-kart", (await _app.DraftAsync(id)).Content.Illustration);
        Assert.NotNull((await author.PageAsync($"/admin/innhold/{id}")).Document.QuerySelector("#illustrasjoner input[value=vandrer-med-kart][checked]"));
    }

    [Fact]
    public async Task Services_AreListedWithStateAndShortcode()
    {
        using var author = await _app.SignInAsAsync(StaffRole.Editor);
        var id = await author.BeginAsync();

        var row = (await author.PageAsync($"/admin/innhold/{id}")).Document.QuerySelectorAll(".staff-services li").First(one => one.TextContent.Contains("[[tjeneste:113-medisinsk-nodnummer]]", StringComparison.Ordinal));

        Assert.NotNull(row.QuerySelector(".state--open"));
        Assert.NotNull(row.QuerySelector("input[name=Tjenester]"));
    }

    [Fact]
    public async Task Pictures_OfAnIllustration_ComeFromTheLibraryWithTheirDescription()
    {
        using var app = new PortalApp().With("Media:Pictures:Limit", MediaVisits.Patience);
        using var author = await app.SignInAsAsync(StaffRole.Editor);
        await author.UploadedAsync(TestPictures.Jpeg(600, 400), alt: "En hund i snøen");
        await author.UploadedAsync(TestPictures.Jpeg(600, 400), alt: "En katt i vinduet");
        var id = await author.BeginAsync("To dyr", PublicationKind.Illustration);
        await author.SendAsync($"/admin/innhold/{id}", $"/admin/innhold/{id}", ("Ingress", "To dyr."), ("Tema", "psykisk-helse"));
        Assert.Contains("Bildet mangler.", (await author.StepAsync(id, DraftStep.Submit)).TextOf(".staff-problems"), StringComparison.Ordinal);

        var page = await ChooseAsync(author, id, await author.PageAsync($"/admin/innhold/{id}"), ("BilderSok", "hund"));
        var dog = Assert.Single(page.Document.QuerySelectorAll("#bilder input[type=checkbox]")).GetAttribute("value")!;
        var cat = (await author.PageAsync($"/admin/innhold/{id}")).Document.QuerySelectorAll("#bilder input[type=checkbox]").Select(box => box.GetAttribute("value")!).First(name => name != dog);
        await author.SendAsync(page, $"/admin/innhold/{id}", $"/admin/innhold/{id}", ("Bilder", $"{dog}\n{cat}"));

        var pictures = (await app.DraftAsync(id)).Content.Pictures;
        Assert.Equal(["En hund i snøen", "En katt i vinduet"], pictures.Select(picture => picture.Alt.In("nb")));
        using var shown = await author.GetAsync(new Uri($"/media/{pictures[0].Media}", UriKind.Relative));
        Assert.Equal("image/webp", shown.Content.Headers.ContentType!.MediaType);
        Assert.Equal(HttpStatusCode.Redirect, (await author.StepAsync(id, DraftStep.Submit)).Status);

        using var editor = await app.SignInAsAsync(StaffRole.ChiefEditor);
        using var professional = await app.SignInAsAsync(StaffRole.Expert);
        await editor.StepAsync(id, DraftStep.ApproveAsEditor);
        await professional.StepAsync(id, DraftStep.ApproveAsProfessional);
        await author.StepAsync(id, DraftStep.Publish);
        await app.DeliverOutboxAsync();
        var live = await app.GetPageAsync("/illustrasjoner/to-dyr");
        Assert.Equal("En hund i snøen", live.Document.QuerySelector(".series img")!.GetAttribute("alt"));
        Assert.Equal($"/media/{pictures[0].Media}", live.Document.QuerySelector(".series img")!.GetAttribute("src"));
    }

    [Fact]
    public async Task Pictures_OfAnotherHouse_CanNotBeChosen()
    {
        using var app = new PortalApp().With("Media:Pictures:Limit", MediaVisits.Patience);
        using var stranger = await app.SignInAsAsync(StaffRole.Editor, StaffVisits.OtherHouse);
        using var author = await app.SignInAsAsync(StaffRole.Editor);
        var theirs = (await stranger.UploadedAsync(TestPictures.Jpeg(600, 400))).Split('/')[^1];
        var id = await author.BeginAsync("Et dyr", PublicationKind.Illustration);

        await author.SendAsync($"/admin/innhold/{id}", $"/admin/innhold/{id}", ("Bilder", theirs));

        Assert.Empty((await author.PageAsync($"/admin/innhold/{id}")).Document.QuerySelectorAll("#bilder input[type=checkbox]"));
        Assert.Empty((await app.DraftAsync(id)).Content.Pictures);
    }

    public void Dispose() => _app.Dispose();

    private static Task<HtmlPage> ChooseAsync(HttpClient client, int id, HtmlPage page, params (string Name, string Value)[] fields) =>
        client.SendAsync(page, $"/admin/innhold/{id}", $"/admin/innhold/{id}?handler=Choose", fields);
}
