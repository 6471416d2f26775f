using System.Net;
using UngPortal.Features.SelfHelpTools;
using UngPortal.Kernel;
using UngPortal.Testing;
using UngPortal.Tests.Features.MediaLibrary;

namespace UngPortal.Tests.Features.SelfHelpTools;

/// <summary>Pictures that a tool may not be shown with.</summary>
public sealed class ScreenshotRefusalTests : IDisposable
{
    private readonly PortalApp _app = new PortalApp().With("Media:Pictures:Limit", MediaVisits.Patience);

    [Theory]
    [InlineData("Bilder[0].Alt.Nb", " ", "Skriv på bokmål hva bildet viser")]
    [InlineData("Bilder[0].Alt.En", "Call 22 33 44 55", "Skriv ikke telefonnumre her. Velg tjenesten nedenfor i stedet.")]
    [InlineData("Bilder[0].Media", "finnes-ikke", "Bildet er ikke lenger i mediebiblioteket. Ta det bort her, og velg et annet om du vil.")]
    public async Task Save_WhatIsWrong_IsRefusedInWords_AndKept(string field, string value, string message)
    {
        var (id, pictures) = await _app.WithPicturesAsync(1);
        using var editor = await _app.SignInAsAsync(StaffRole.Editor);
        var page = await editor.SendShotsAsync(id, "Choose", await editor.OpenShotsAsync(id), ("Velg", pictures[0]), ("Valg", "velg"));

        var refused = await editor.SendShotsAsync(id, null, page, ("Bilder[0].Alt.Nb", "Behold meg"), ("Bilder[0].Alt.Nn", "Behald meg"), (field, value));

        Assert.Equal((HttpStatusCode.UnprocessableEntity, message), (refused.Status, refused.Document.GetElementById($"{field}-feil")!.TextContent.Trim()));
        Assert.NotNull(refused.Document.QuerySelector($".error-summary a[href='#{field}']"));
        Assert.NotNull(refused.Document.GetElementById(field));
        Assert.Equal("Behald meg", refused.Document.GetElementById("Bilder[0].Alt.Nn")!.TextContent);
        Assert.Empty(await _app.AuditOfAsync($"tool:{await _app.SlugOfShownAsync(id)}"));
    }

    [Fact]
    public async Task Save_SevenPictures_OrAnOldPage_IsRefused()
    {
        var (id, pictures) = await _app.WithPicturesAsync(Tool.ScreenshotsMost + 1);
        using var editor = await _app.SignInAsAsync(StaffRole.Editor);
        var page = await editor.OpenShotsAsync(id);
        foreach (var picture in pictures)
        {
            page = await editor.SendShotsAsync(id, "Choose", page, ("Velg", picture), ("Valg", "velg"));
        }

        (string, string)[] alts = [.. pictures.Select((_, at) => ($"Bilder[{at}].Alt.Nb", $"Bilde {at}"))];
        var many = await editor.SendShotsAsync(id, null, page, alts);
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "Det er for mange bilder. Et verktøy viser seks eller færre."), (many.Status, many.TextOf("#Bilder-feil")));

        var six = await editor.SendShotsAsync(id, "Choose", many, ("Valg", $"fjern:{pictures[^1]}"));
        await _app.ChangeToolAsync(await _app.SlugOfShownAsync(id), tool => tool.Suspend(_app.Clock.GetUtcNow().UtcDateTime));
        var old = await editor.SendShotsAsync(id, null, six);
        Assert.Equal((HttpStatusCode.Conflict, Tool.ScreenshotsMost), (old.Status, old.Alts().Count));
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
}
