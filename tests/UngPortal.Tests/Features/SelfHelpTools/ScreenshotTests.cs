using System.Net;
using Microsoft.EntityFrameworkCore;
using UngPortal.Features.MediaLibrary;
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

        var chosen = await editor.SendShotsAsync(id, "Choose", await editor.OpenShotsAsync(id), ("Velg", picture), ("Valg", "velg"));
        Assert.Equal("Forsiden i appen", chosen.Document.GetElementById("Bilder[0].Alt.Nb")!.TextContent);
        var sent = await editor.SendShotsAsync(id, null, chosen, ("Bilder[0].Alt.Nn", "Framsida i appen"));
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
        Assert.Single((await editor.OpenShotsAsync(id)).TextsOf("section[aria-labelledby=endringer] li"));
        Assert.Contains("Vist app", (await editor.OpenAsync($"/admin/medier/{picture}")).TextOf("section[aria-labelledby=bruk]"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Move_AndRemove_KeepWhatIsWritten_AndSaveNothingBefore()
    {
        var (id, pictures) = await _app.WithPicturesAsync(2);
        using var editor = await _app.SignInAsAsync(StaffRole.ChiefEditor);
        var page = await editor.SendShotsAsync(id, "Choose", await editor.OpenShotsAsync(id), ("Velg", pictures[0]), ("Valg", "velg"));
        page = await editor.SendShotsAsync(id, "Choose", page, ("Velg", pictures[1]), ("Bilder[0].Alt.Nb", "Den første"));

        page = await editor.SendShotsAsync(id, "Choose", page, ("Bilder[1].Alt.Nb", "Den andre"), ("Valg", $"opp:{pictures[1]}"));

        Assert.Equal(["Den andre", "Den første"], page.Alts());
        Assert.Empty(await _app.AuditOfAsync($"tool:{await _app.SlugOfShownAsync(id)}"));
        Assert.Equal(HttpStatusCode.Redirect, (await editor.SendShotsAsync(id, null, page)).Status);
        page = await editor.OpenShotsAsync(id);
        Assert.Equal(["Den andre", "Den første"], page.Alts());
        page = await editor.SendShotsAsync(id, "Choose", page, ("Valg", $"fjern:{pictures[1]}"));
        Assert.Equal(["Den første"], page.Alts());
        await editor.SendShotsAsync(id, null, page);
        Assert.Equal(["Den første"], (await editor.OpenShotsAsync(id)).Alts());
    }

    [Fact]
    public async Task Upload_FromThePage_SavesWhatIsWrittenFirst_AndLeadsBack()
    {
        var (id, pictures) = await _app.WithPicturesAsync(1);
        using var editor = await _app.SignInAsAsync(StaffRole.Editor);
        var empty = await editor.SendShotsAsync(id, null, await editor.OpenShotsAsync(id), ("Valg", "last-opp"));
        Assert.Equal($"/admin/medier/ny?tilbake=/admin/verktoy/{id}/skjermbilder", empty.Response.Headers.Location?.OriginalString);
        Assert.Empty(await _app.AuditOfAsync($"tool:{await _app.SlugOfShownAsync(id)}"));

        var page = await editor.SendShotsAsync(id, "Choose", await editor.OpenShotsAsync(id), ("Velg", pictures[0]), ("Valg", "velg"));
        var refused = await editor.SendShotsAsync(id, null, page, ("Bilder[0].Alt.Nb", " "), ("Bilder[0].Alt.Nn", "Halvferdig"), ("Valg", "last-opp"));
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "Halvferdig"), (refused.Status, refused.Document.GetElementById("Bilder[0].Alt.Nn")!.TextContent));
        var sent = await editor.SendShotsAsync(id, null, page, ("Bilder[0].Alt.Nb", "Skrevet før opplasting"), ("Valg", "last-opp"));

        Assert.Equal(empty.Response.Headers.Location, sent.Response.Headers.Location);
        Assert.Equal(["Skrevet før opplasting"], (await editor.OpenShotsAsync(id)).Alts());
    }

    [Fact]
    public async Task Remove_APictureFromTheLibrary_TakesItOffTheToolsStoredPage()
    {
        var (id, pictures) = await _app.WithPicturesAsync(1);
        using var editor = await _app.SignInAsAsync(StaffRole.Editor);
        var page = await editor.SendShotsAsync(id, "Choose", await editor.OpenShotsAsync(id), ("Velg", pictures[0]), ("Valg", "velg"));
        await editor.SendShotsAsync(id, null, page, ("Bilder[0].Alt.Nb", "Snart borte"));
        await _app.DeliverOutboxAsync();
        var path = $"/verktoy/{await _app.SlugOfShownAsync(id)}";
        Assert.NotNull((await _app.GetPageAsync(path)).Document.QuerySelector(".shots img"));

        await _app.InDatabaseAsync(async db =>
        {
            (await db.MediaItems.SingleAsync(item => item.Name == pictures[0])).TakeDown(db.Time.GetUtcNow().UtcDateTime);
            db.Announce(MediaChanged.Kind, $"media:{pictures[0]}");
            return await db.SaveChangesAsync();
        });
        await _app.DeliverOutboxAsync();

        Assert.Null((await _app.GetPageAsync(path)).Document.QuerySelector(".shots"));
        var gone = await editor.SendShotsAsync(id, null, await editor.OpenShotsAsync(id));
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "Snart borte"), (gone.Status, gone.Alts()[0]));
        var without = await editor.SendShotsAsync(id, "Choose", gone, ("Valg", $"fjern:{pictures[0]}"));
        Assert.Equal(HttpStatusCode.Redirect, (await editor.SendShotsAsync(id, null, without)).Status);
    }

    public void Dispose() => _app.Dispose();
}
