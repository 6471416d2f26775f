using System.Buffers.Binary;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using UngPortal.BrowserTests.Accessibility;
using UngPortal.BrowserTests.Site;
using UngPortal.Features.MediaLibrary.Films.Making;
using UngPortal.Kernel;
using UngPortal.Platform.Access;
using UngPortal.Platform.Media.Films;
using UngPortal.Testing;

namespace UngPortal.BrowserTests.Journeys;

/// <summary>A film on its way in: the connection breaks, the page is loaded anew, and the upload goes on where it was.</summary>
[Collection(StaffSiteCollection.Name)]
public sealed class FilmUploadTests(BrowserSite site)
{
    private const int Size = 9 * 1024 * 1024;

    [Fact]
    public async Task Upload_ThatBreaksOff_GoesOnAfterAReload()
    {
        await using var visit = await EditorAsync(360, 740);
        var film = new FilePayload { Name = "Min film.mp4", MimeType = "video/mp4", Buffer = Film() };
        await visit.OpenAsync("/admin/medier/film/ny");
        await ExpectNoViolationsAsync(visit);
        await visit.Page.ClickAsync("form[data-film-upload] button[type=submit]");
        await Assertions.Expect(visit.Page.Locator(".error-summary")).ToContainTextAsync("Velg en film.");

        await visit.Page.SetInputFilesAsync("#Fil", film);
        await visit.Page.ClickAsync("form[data-film-upload] button[type=submit]");
        await Assertions.Expect(visit.Page.Locator(".error-summary")).ToContainTextAsync("Gi filmen et navn");
        await visit.Page.FillAsync("#Tittel", "Om å be om hjelp");
        await visit.Page.FillAsync("#Opphav", "Kari Prøve");
        await visit.Page.SelectOptionAsync("#Lisens", "Own");

        // The first piece arrives, all later ones are lost.
        var pieces = 0;
        await visit.Page.RouteAsync("**/del", route => route.Request.Method == "POST" && ++pieces > 1 ? route.AbortAsync() : route.ContinueAsync());
        await visit.Page.ClickAsync("form[data-film-upload] button[type=submit]");
        await Assertions.Expect(visit.Page.Locator("[data-film-status]")).ToContainTextAsync("Forbindelsen er borte", new() { Timeout = Visit.Patience });
        Assert.InRange(await visit.Page.EvalOnSelectorAsync<double>("progress", "bar => bar.value"), 30, 60);
        await ExpectNoViolationsAsync(visit);

        // In this order: the page that is left tries again by itself, and would send the rest of the film as soon as it may.
        await visit.Page.ReloadAsync();
        await visit.Page.UnrouteAllAsync();
        Assert.Matches("^/admin/medier/film/[0-9a-f]{32}$", visit.Path);
        await ExpectNoViolationsAsync(visit);
        await visit.Page.SetInputFilesAsync("#Fil", new FilePayload { Name = "annen.mp4", MimeType = "video/mp4", Buffer = [1] });
        await visit.Page.ClickAsync("form[data-film-resume] button[type=submit]");
        await Assertions.Expect(visit.Page.Locator(".error-summary")).ToContainTextAsync("Det er ikke samme fil");
        await visit.Page.SetInputFilesAsync("#Fil", film);
        await visit.Page.ClickAsync("form[data-film-resume] button[type=submit]");

        await Assertions.Expect(visit.Page.Locator("[data-film-poll]")).ToContainTextAsync("venter på tur", new() { Timeout = Visit.Patience });
        await ExpectNoViolationsAsync(visit);
        var look = await visit.Page.WaitForRequestAsync(request => request.Method == "GET" && request.Url.EndsWith("/del", StringComparison.Ordinal));
        Assert.Equal("1", await look.HeaderValueAsync(BackgroundRequest.Header));
        if (site.App.Services.GetRequiredService<FilmTools>().AreThere)
        {
            await site.App.Services.GetRequiredService<FilmWorkshop>().WorkAsync(CancellationToken.None);

            // Nobody touches the page: its script sees that the film is finished.
            await Assertions.Expect(visit.Page.Locator("video")).ToBeVisibleAsync(new() { Timeout = Visit.Patience });
            await visit.Page.WaitForFunctionAsync("() => document.querySelector('video').readyState > 0");
            await ExpectNoViolationsAsync(visit);
        }

        Assert.Empty(await visit.Page.EvaluateAsync<string[]>("window.policyViolations"));
    }

    [Fact]
    public async Task Upload_PausedByHand_WaitsForTheWord()
    {
        await using var visit = await EditorAsync(1280, 900);
        await visit.OpenAsync("/admin/medier/film/ny");
        await visit.Page.SetInputFilesAsync("#Fil", new FilePayload { Name = "film.mp4", MimeType = "video/mp4", Buffer = Film() });
        await visit.Page.FillAsync("#Tittel", "Pause");
        await visit.Page.FillAsync("#Opphav", "Kari Prøve");
        await visit.Page.SelectOptionAsync("#Lisens", "Own");
        var held = new TaskCompletionSource<IRoute>();
        await visit.Page.RouteAsync("**/del", route => route.Request.Method == "POST" && held.TrySetResult(route) ? Task.CompletedTask : route.ContinueAsync());
        await visit.Page.ClickAsync("form[data-film-upload] button[type=submit]");
        await held.Task.WaitAsync(TimeSpan.FromMilliseconds(Visit.Patience));

        await visit.Page.ClickAsync("[data-film-pause]");
        await Assertions.Expect(visit.Page.Locator("[data-film-status]")).ToHaveTextAsync("Opplastingen står på pause.");
        await visit.Page.ClickAsync("[data-film-go]");

        await Assertions.Expect(visit.Page.Locator("[data-film-poll]")).ToContainTextAsync("venter på tur", new() { Timeout = Visit.Patience });
    }

    /// <summary>A shipped film made large by room that stands empty in it.</summary>
    private static byte[] Film()
    {
        var film = File.ReadAllBytes(Directory.EnumerateFiles(Path.Combine(Repository.Content, "videos"), "*.mp4").Order(StringComparer.Ordinal).First());
        var bytes = new byte[Size];
        film.CopyTo(bytes, 0);
        BinaryPrimitives.WriteInt32BigEndian(bytes.AsSpan(film.Length), Size - film.Length);
        "free"u8.CopyTo(bytes.AsSpan(film.Length + 4));
        return bytes;
    }

    private static async Task ExpectNoViolationsAsync(Visit visit)
    {
        await Axe.AddAsync(visit.Page);
        Assert.Empty(await Axe.ViolationsAsync(visit.Page));
        Assert.True(await visit.Page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= document.documentElement.clientWidth"), visit.Path);
    }

    private async Task<Visit> EditorAsync(int width, int height)
    {
        using var client = await site.App.SignInAsAsync(StaffRole.Editor);
        var cookie = client.DefaultRequestHeaders.GetValues("Cookie").Single().Split('=', 2);
        var visit = await site.VisitAsync(width, height, watchesPolicy: true);
        await visit.Context.AddCookiesAsync([new Cookie { Name = cookie[0], Value = cookie[1], Url = site.Origin }]);
        return visit;
    }
}
