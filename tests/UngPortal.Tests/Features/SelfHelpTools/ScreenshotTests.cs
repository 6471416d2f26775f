using System.Net;
using Microsoft.EntityFrameworkCore;
using UngPortal.Features.MediaLibrary;
using UngPortal.Features.SelfHelpTools;
using UngPortal.Kernel;
using UngPortal.Platform.Outbox;
using UngPortal.Testing;
using UngPortal.Tests.Features.MediaLibrary;

namespace UngPortal.Tests.Features.SelfHelpTools;

/// <summary>Pictures of tools: from the media library to the tool's page, and away again with the picture.</summary>
public sealed class ScreenshotTests : IDisposable
{
    private readonly PortalApp _app = new PortalApp().With("Media:Pictures:Limit", MediaVisits.Patience);

    [Fact]
    public async Task Add_AnUploadedPicture_ShowsItInEveryFormat_SaidInWords_AndIsWrittenDown()
    {
        var id = await _app.ToolAsync("Vist app", "vist-app");
        using var editor = await _app.SignInAsAsync(StaffRole.Editor);
        var picture = (await editor.UploadedAsync(TestPictures.Jpeg(700, 1_200), alt: "Forsiden i appen")).Split('/')[^1];
        Assert.Null((await _app.GetPageAsync("/verktoy/vist-app")).Document.QuerySelector(".shots"));

        var chosen = await SendAsync(editor, id, "Choose", await OpenAsync(editor, id), ("Velg", picture), ("Valg", "velg"));
        Assert.Equal("Forsiden i appen", chosen.Document.GetElementById("Bilder[0].Alt.Nb")!.TextContent);
        var sent = await SendAsync(editor, id, null, chosen, ("Bilder[0].Alt.Nn", "Framsida i appen"));
        await _app.DeliverOutboxAsync();

        Assert.Equal(HttpStatusCode.Redirect, sent.Status);
        var page = await _app.GetPageAsync("/verktoy/vist-app");
        var image = page.Document.QuerySelector(".shots img")!;
        Assert.Equal(("Forsiden i appen", "lazy", "700", "1200"), (image.GetAttribute("alt"), image.GetAttribute("loading"), image.GetAttribute("width"), image.GetAttribute("height")));
        Assert.Equal(["image/avif", "image/webp"], page.Document.QuerySelectorAll(".shots source").Select(source => source.GetAttribute("type")));
        Assert.Null(page.Document.QuerySelector(".shots__wide"));
        using var visitor = _app.CreateVisitor();
        Assert.All(MediaVisits.FilesOf(page), address => Assert.Equal(HttpStatusCode.OK, visitor.GetAsync(new Uri(address, UriKind.Relative)).GetAwaiter().GetResult().StatusCode));
        Assert.Equal("Framsida i appen", (await _app.GetPageAsync("/nn/verktoy/vist-app")).Document.QuerySelector(".shots img")!.GetAttribute("alt"));
        Assert.Equal("nb", (await _app.GetPageAsync("/en/verktoy/vist-app")).Document.QuerySelector(".shots li")!.GetAttribute("lang"));
        Assert.Equal([$"tool-screenshots {picture}"], await _app.AuditOfAsync("tool:vist-app"));
        Assert.Single((await OpenAsync(editor, id)).TextsOf("section[aria-labelledby=endringer] li"));
        Assert.Contains("Vist app", (await editor.OpenAsync($"/admin/medier/{picture}")).TextOf("section[aria-labelledby=bruk]"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Move_AndRemove_KeepWhatIsWritten_AndSaveNothingBefore()
    {
        var (id, pictures) = await WithPicturesAsync(2);
        using var editor = await _app.SignInAsAsync(StaffRole.ChiefEditor);
        var page = await SendAsync(editor, id, "Choose", await OpenAsync(editor, id), ("Velg", pictures[0]), ("Valg", "velg"));
        page = await SendAsync(editor, id, "Choose", page, ("Velg", pictures[1]), ("Bilder[0].Alt.Nb", "Den første"));

        page = await SendAsync(editor, id, "Choose", page, ("Bilder[1].Alt.Nb", "Den andre"), ("Valg", $"opp:{pictures[1]}"));

        Assert.Equal(["Den andre", "Den første"], Alts(page));
        Assert.Empty(await _app.AuditOfAsync($"tool:{await SlugAsync(id)}"));
        Assert.Equal(HttpStatusCode.Redirect, (await SendAsync(editor, id, null, page)).Status);
        page = await OpenAsync(editor, id);
        Assert.Equal(["Den andre", "Den første"], Alts(page));
        page = await SendAsync(editor, id, "Choose", page, ("Valg", $"fjern:{pictures[1]}"));
        Assert.Equal(["Den første"], Alts(page));
        await SendAsync(editor, id, null, page);
        Assert.Equal(["Den første"], Alts(await OpenAsync(editor, id)));
    }

    [Theory]
    [InlineData("Bilder[0].Alt.Nb", " ", "Skriv på bokmål hva bildet viser")]
    [InlineData("Bilder[0].Alt.En", "Call 22 33 44 55", "Skriv ikke telefonnumre her. Velg tjenesten nedenfor i stedet.")]
    [InlineData("Bilder[0].Media", "finnes-ikke", "Bildet er ikke lenger i mediebiblioteket. Ta det bort her, og velg et annet om du vil.")]
    public async Task Save_WhatIsWrong_IsRefusedInWords_AndKept(string field, string value, string message)
    {
        var (id, pictures) = await WithPicturesAsync(1);
        using var editor = await _app.SignInAsAsync(StaffRole.Editor);
        var page = await SendAsync(editor, id, "Choose", await OpenAsync(editor, id), ("Velg", pictures[0]), ("Valg", "velg"));

        var refused = await SendAsync(editor, id, null, page, ("Bilder[0].Alt.Nb", "Behold meg"), ("Bilder[0].Alt.Nn", "Behald meg"), (field, value));

        Assert.Equal((HttpStatusCode.UnprocessableEntity, message), (refused.Status, refused.Document.GetElementById($"{field}-feil")!.TextContent.Trim()));
        Assert.NotNull(refused.Document.QuerySelector($".error-summary a[href='#{field}']"));
        Assert.NotNull(refused.Document.GetElementById(field));
        Assert.Equal("Behald meg", refused.Document.GetElementById("Bilder[0].Alt.Nn")!.TextContent);
        Assert.Empty(await _app.AuditOfAsync($"tool:{await SlugAsync(id)}"));
    }

    [Fact]
    public async Task Save_SevenPictures_OrAnOldPage_IsRefused()
    {
        var (id, pictures) = await WithPicturesAsync(Tool.ScreenshotsMost + 1);
        using var editor = await _app.SignInAsAsync(StaffRole.Editor);
        var page = await OpenAsync(editor, id);
        foreach (var picture in pictures)
        {
            page = await SendAsync(editor, id, "Choose", page, ("Velg", picture), ("Valg", "velg"));
        }

        (string, string)[] alts = [.. pictures.Select((_, at) => ($"Bilder[{at}].Alt.Nb", $"Bilde {at}"))];
        var many = await SendAsync(editor, id, null, page, alts);
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "Det er for mange bilder. Et verktøy viser seks eller færre."), (many.Status, many.TextOf("#Bilder-feil")));

        var six = await SendAsync(editor, id, "Choose", many, ("Valg", $"fjern:{pictures[^1]}"));
        await _app.ChangeToolAsync(await SlugAsync(id), tool => tool.Suspend(_app.Clock.GetUtcNow().UtcDateTime));
        var old = await SendAsync(editor, id, null, six);
        Assert.Equal((HttpStatusCode.Conflict, Tool.ScreenshotsMost), (old.Status, Alts(old).Count));
    }

    [Fact]
    public async Task Remove_APictureFromTheLibrary_TakesItOffTheToolsStoredPage()
    {
        var (id, pictures) = await WithPicturesAsync(1);
        using var editor = await _app.SignInAsAsync(StaffRole.Editor);
        var page = await SendAsync(editor, id, "Choose", await OpenAsync(editor, id), ("Velg", pictures[0]), ("Valg", "velg"));
        await SendAsync(editor, id, null, page, ("Bilder[0].Alt.Nb", "Snart borte"));
        await _app.DeliverOutboxAsync();
        var path = $"/verktoy/{await SlugAsync(id)}";
        Assert.NotNull((await _app.GetPageAsync(path)).Document.QuerySelector(".shots img"));

        await _app.InDatabaseAsync(async db =>
        {
            (await db.MediaItems.SingleAsync(item => item.Name == pictures[0])).TakeDown(db.Time.GetUtcNow().UtcDateTime);
            db.Announce(MediaChanged.Kind, $"media:{pictures[0]}");
            return await db.SaveChangesAsync();
        });
        await _app.DeliverOutboxAsync();

        Assert.Null((await _app.GetPageAsync(path)).Document.QuerySelector(".shots"));
        var gone = await SendAsync(editor, id, null, await OpenAsync(editor, id));
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "Snart borte"), (gone.Status, Alts(gone)[0]));
        var without = await SendAsync(editor, id, "Choose", gone, ("Valg", $"fjern:{pictures[0]}"));
        Assert.Equal(HttpStatusCode.Redirect, (await SendAsync(editor, id, null, without)).Status);
    }

    [Fact]
    public async Task Open_AsAnAssessor_IsRefused()
    {
        var id = await _app.ToolAsync();
        using var assessor = await _app.SignInAsAsync(StaffRole.ToolAssessor);

        Assert.Equal(HttpStatusCode.Forbidden, (await assessor.OpenAsync($"/admin/verktoy/{id}/skjermbilder")).Status);
    }

    [Fact]
    public void Show_TwiceTheSame_OrWithoutBokmal_Throws()
    {
        var tool = Tool.Propose("prove", ToolVisits.Facts(), PortalApp.Start.UtcDateTime);
        LocalizedText alt = new() { ["nb"] = "Forsiden" };

        Assert.Throws<InvalidOperationException>(() => tool.Show([(1, alt), (1, alt)], PortalApp.Start.UtcDateTime));
        Assert.Throws<InvalidOperationException>(() => tool.Show([(1, new() { ["en"] = "The front page" })], PortalApp.Start.UtcDateTime));
        Assert.Throws<InvalidOperationException>(() => tool.Show([.. Enumerable.Range(1, 7).Select(item => (item, alt))], PortalApp.Start.UtcDateTime));
        Assert.Empty(tool.Screenshots);
    }

    public void Dispose() => _app.Dispose();

    private static List<string> Alts(HtmlPage page) => [.. page.Document.QuerySelectorAll("textarea[name$='.Alt.Nb']").Select(field => field.TextContent)];

    private static Task<HtmlPage> OpenAsync(HttpClient editor, int id) => editor.OpenAsync($"/admin/verktoy/{id}/skjermbilder");

    private static Task<HtmlPage> SendAsync(HttpClient editor, int id, string? handler, HtmlPage page, params (string Field, string Value)[] more)
    {
        var path = $"/admin/verktoy/{id}/skjermbilder";
        var fields = page.Form(path);
        foreach (var (field, value) in more)
        {
            fields[field] = value;
        }

        return editor.PostAsync(handler is null ? path : $"{path}?handler={handler}", fields);
    }

    private Task<string> SlugAsync(int id) => _app.InDatabaseAsync(db => db.Tools.Where(tool => tool.Id == id).Select(tool => tool.Slug).SingleAsync());

    private async Task<(int Tool, IReadOnlyList<string> Pictures)> WithPicturesAsync(int count)
    {
        var person = await _app.HireAsync(roles: StaffRole.Editor);
        var house = await _app.HouseIdAsync(StaffVisits.OwnHouse);
        var pictures = new List<string>();
        for (var number = 0; number < count; number++)
        {
            pictures.Add(await _app.PictureOfAsync(house, person));
        }

        return (await _app.ToolAsync(), pictures);
    }
}
