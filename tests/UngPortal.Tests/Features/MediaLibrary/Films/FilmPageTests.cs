using System.Net;
using UngPortal.Features.MediaLibrary.Films;
using UngPortal.Features.MediaLibrary.Sweeping;
using UngPortal.Features.Publishing;
using UngPortal.Kernel;
using UngPortal.Testing;
using UngPortal.Tests.Features.Publishing;
using static UngPortal.Tests.Features.MediaLibrary.MediaVisits;

namespace UngPortal.Tests.Features.MediaLibrary.Films;

/// <summary>A made film: captions, transcript, poster, its place in a draft and on the public page.</summary>
public sealed class FilmPageTests : IDisposable
{
    private const string Captions = "WEBVTT\n\n00:00.000 --> 00:01.900\nHei, du.\n";
    private readonly PortalApp _app = new PortalApp().With("Media:Pictures:Limit", Patience);

    [FfmpegFact]
    public async Task Caption_WithFaults_ShowsTheLinesAndKeepsTheText()
    {
        using var editor = await _app.SignInAsAsync(StaffRole.Editor);
        var page = await editor.MadeFilmAsync(_app, TestFilms.Mp4());
        const string Wrong = "WEBVTT\n\n00:00.000 --> 00:01.000\nDette er altfor mye tekst til å leses på et sekund.\n\n00:00.500 --> 00:01.900\nHei <i>du</i>";

        var answer = await CaptionAsync(editor, page, "nb", Wrong);
        var huge = await CaptionAsync(editor, page, "nb", "WEBVTT\n\n" + new string('a', 1_000_000));
        var chosen = await editor.UploadAsync(new() { ["Tekst"] = Captions }, [new Part(System.Text.Encoding.UTF8.GetBytes(Wrong), "film.vtt", "text/vtt")], page + "/teksting?sprak=nb");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Equal(Wrong, answer.Document.QuerySelector("#Tekst")!.TextContent.TrimStart('\n'));
        Assert.Equal(3, answer.TextsOf("#Tekst-linjer li").Count);
        Assert.StartsWith("Linje 3: Teksten er for lang til å leses", answer.TextsOf("#Tekst-linjer li")[0], StringComparison.Ordinal);
        Assert.StartsWith("Linje 6:", answer.TextsOf("#Tekst-linjer li")[1], StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, huge.Status);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, chosen.Status);
        Assert.Equal(Wrong, chosen.Document.QuerySelector("#Tekst")!.TextContent.TrimStart('\n'));
        Assert.Null((await _app.FilmAsync(page)).FileOf(FilmFileKind.Captions, "nb"));
    }

    [FfmpegFact]
    public async Task Caption_Well_IsShownAndCanBeReplacedAndRemoved()
    {
        using var editor = await _app.SignInAsAsync(StaffRole.Editor);
        var page = await editor.MadeFilmAsync(_app, TestFilms.Mp4());

        var first = await CaptionAsync(editor, page, "nb", "\uFEFF" + Captions.Replace("\n", "\r\n", StringComparison.Ordinal));
        var file = await editor.UploadAsync(new() { ["Tekst"] = "" }, [new Part(System.Text.Encoding.UTF8.GetBytes(Captions), "film.vtt", "text/vtt")], page + "/teksting?sprak=nn");

        Assert.Equal((HttpStatusCode.Found, HttpStatusCode.Found), (first.Status, file.Status));
        var shown = await editor.OpenAsync(page);
        Assert.Equal(["nb", "nn"], shown.Document.QuerySelectorAll("track").Select(track => track.GetAttribute("srclang")!).Order(StringComparer.Ordinal));
        using var track = await editor.GetAsync(new Uri(shown.Document.QuerySelector("track[srclang=nb]")!.GetAttribute("src")!, UriKind.Relative));
        Assert.Equal("text/vtt; charset=utf-8", track.Content.Headers.ContentType!.ToString());
        Assert.StartsWith("sandbox", string.Join("", track.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
        Assert.Equal("WEBVTT\n\n00:00:00.000 --> 00:00:01.900\nHei, du.\n", await track.Content.ReadAsStringAsync());
        Assert.Contains("Hei, du.", (await editor.OpenAsync(page + "/teksting?sprak=nb")).TextOf("#Tekst"), StringComparison.Ordinal);

        await CaptionAsync(editor, page, "nn", " ");
        Assert.Null((await _app.FilmAsync(page)).FileOf(FilmFileKind.Captions, "nn"));
        Assert.Equal(HttpStatusCode.NotFound, (await editor.OpenAsync(page + "/teksting?sprak=xx")).Status);
    }

    [FfmpegFact]
    public async Task Describe_OverAColleague_KeepsTheText()
    {
        using var editor = await _app.SignInAsAsync(StaffRole.Editor);
        var page = await editor.MadeFilmAsync(_app, TestFilms.Mp4());
        var stale = (await editor.OpenAsync(page)).Form(page);
        await editor.FillInAsync(page, null, ("Tittel", "Kollegaens navn"));

        stale["UtskriftNb"] = "Min utskrift.";
        var answer = await MediaVisits.PostAsync(editor, page, stale);
        var tooLong = await editor.FillInAsync(page, null, ("UtskriftNn", new string('a', 20_001)), ("Tittel", ""));

        Assert.Equal(HttpStatusCode.Conflict, answer.Status);
        Assert.Equal("Min utskrift.", answer.TextOf("#UtskriftNb"));
        Assert.Equal("Kollegaens navn", (await _app.FilmAsync(page)).Title);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, tooLong.Status);
        Assert.NotEmpty(tooLong.TextOf("#UtskriftNn-feil"));
        Assert.NotEmpty(tooLong.TextOf("#Tittel-feil"));
    }

    [FfmpegFact]
    public async Task Poster_OfAnUploadedPicture_IsACopy()
    {
        using var editor = await _app.SignInAsAsync(StaffRole.Editor);
        using var stranger = await _app.SignInAsAsync(StaffRole.Editor, StaffVisits.OtherHouse);
        var page = await editor.MadeFilmAsync(_app, TestFilms.Mp4());
        var picture = await editor.UploadedAsync(TestPictures.Jpeg(1_000, 600));
        var foreign = await stranger.UploadedAsync(TestPictures.Jpeg(64, 64));
        var before = (await _app.FilmAsync(page)).FileOf(FilmFileKind.Poster);

        var refused = await editor.SubmitAsync(page + "/plakat", ("Bilde", foreign.Split('/')[^1]));
        var answer = await editor.FillInAsync(page, page + "/plakat", ("Bilde", picture.Split('/')[^1]));

        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.Found), (refused.Status, answer.Status));
        var poster = (await _app.FilmAsync(page)).FileOf(FilmFileKind.Poster);
        Assert.NotEqual(before, poster);
        using var copy = await editor.GetAsync(new Uri("/media/bilde/" + poster, UriKind.Relative));
        Assert.Equal(HttpStatusCode.OK, copy.StatusCode);
        Assert.Empty(Directory.EnumerateFiles(Path.Combine(_app.Database.Folder, "film-work")));
    }

    [FfmpegFact]
    public async Task Choose_AFilm_PlaysItOnThePublicPage()
    {
        using var editor = await _app.SignInAsAsync(StaffRole.Editor);
        var page = await editor.MadeFilmAsync(_app, TestFilms.Talking());
        var name = page.Split('/')[^1];
        var id = await VideoDraftAsync(editor);
        var choice = $"/admin/innhold/{id}/film";
        Assert.Contains(choice, (await editor.PageAsync($"/admin/innhold/{id}")).Links);

        var tooEarly = await editor.FillInAsync(choice, null, ("Film", name));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, tooEarly.Status);
        Assert.True((await editor.PageAsync(choice)).Document.QuerySelector($"option[value='{name}']")!.HasAttribute("disabled"));
        await CaptionAsync(editor, page, "nb", Captions);
        await editor.FillInAsync(page, null, ("UtskriftNb", "Hei, du.\nDette er en film."));
        var answer = await editor.FillInAsync(choice, null, ("Film", name));

        Assert.Equal($"/admin/innhold/{id}?lagret=1", answer.Response.Headers.Location!.OriginalString);
        var draft = await _app.DraftAsync(id);
        Assert.Equal(("Kari Prøve", "CC BY 4.0", "Hei, du.\nDette er en film."), (draft.Content.Creator, draft.Content.Licence, draft.Content.In("nb").Body));
        await PublishAsync(editor, id);

        var shown = await _app.GetPageAsync($"/video/{draft.Slug}");
        var film = await _app.FilmAsync(page);
        Assert.Equal("/media/film/" + film.FileOf(FilmFileKind.Film), shown.Document.QuerySelector("video source")!.GetAttribute("src"));
        Assert.Equal("/media/bilde/" + film.FileOf(FilmFileKind.Poster), shown.Document.QuerySelector("video")!.GetAttribute("poster"));
        Assert.Equal("/media/film/" + film.FileOf(FilmFileKind.Captions, "nb"), shown.Document.QuerySelector("track[default]")!.GetAttribute("src"));
        Assert.Contains("Dette er en film.", shown.TextsOf(".accordion__body p"));
        Assert.Contains("Filmen er laget av Kari Prøve. (CC BY 4.0)", shown.TextsOf("p"));
        Assert.DoesNotContain("ingen lyd", shown.Text, StringComparison.Ordinal);
        Assert.Contains($"/video/{draft.Slug}", (await editor.OpenAsync(page)).Links);
    }

    [FfmpegFact]
    public async Task Sweep_ReplacedCaptions_StayWhileATextShowsThem()
    {
        using var editor = await _app.SignInAsAsync(StaffRole.Editor);
        var page = await editor.MadeFilmAsync(_app, TestFilms.Mp4());
        await CaptionAsync(editor, page, "nb", Captions);
        await editor.FillInAsync(page, null, ("UtskriftNb", "Hei, du."));
        var id = await VideoDraftAsync(editor);
        await editor.FillInAsync($"/admin/innhold/{id}/film", null, ("Film", page.Split('/')[^1]));
        var shown = (await _app.FilmAsync(page)).FileOf(FilmFileKind.Captions, "nb")!;
        await CaptionAsync(editor, page, "nb", Captions.Replace("Hei", "Hallo", StringComparison.Ordinal));
        var unshown = (await _app.FilmAsync(page)).FileOf(FilmFileKind.Captions, "nb")!;
        await CaptionAsync(editor, page, "nb", Captions);

        await SweepAsync();

        var left = KeptFiles(_app).Select(Path.GetFileName).ToList();
        Assert.Equal(4, left.Count);
        Assert.Contains(shown, left);
        Assert.DoesNotContain(unshown, left);
        using var later = await _app.SignInAsAsync(StaffRole.Editor);
        await PublishAsync(later, id);
        await SweepAsync();
        Assert.Contains(shown, KeptFiles(_app).Select(Path.GetFileName));
    }

    [Fact]
    public async Task Choose_ForAnArticle_Is404()
    {
        using var editor = await _app.SignInAsAsync(StaffRole.Editor);
        var id = await editor.BeginAsync();

        Assert.Equal(HttpStatusCode.NotFound, (await editor.PageAsync($"/admin/innhold/{id}/film")).Status);
    }

    public void Dispose() => _app.Dispose();

    private static async Task<HtmlPage> CaptionAsync(HttpClient editor, string page, string language, string text) =>
        await editor.FillInAsync($"{page}/teksting?sprak={language}", null, ("Tekst", text), ("Fil", null));

    private static async Task<int> VideoDraftAsync(HttpClient editor)
    {
        var answer = await editor.SendAsync("/admin/innhold/ny", "/admin/innhold/ny", ("Type", "Video"), ("Tittel", "En helt ny film"));
        return int.Parse(answer.Response.Headers.Location!.OriginalString.Split('/')[^1], System.Globalization.CultureInfo.InvariantCulture);
    }

    private async Task PublishAsync(HttpClient author, int id)
    {
        using var editor = await _app.SignInAsAsync(StaffRole.ChiefEditor);
        using var professional = await _app.SignInAsAsync(StaffRole.Expert);
        await author.SendAsync($"/admin/innhold/{id}", $"/admin/innhold/{id}", ("Ingress", "En ingress."), ("Tema", "psykisk-helse"), ("Alder", "13-15"));
        await author.StepAsync(id, DraftStep.Submit);
        await editor.StepAsync(id, DraftStep.ApproveAsEditor);
        await professional.StepAsync(id, DraftStep.ApproveAsProfessional);
        await author.StepAsync(id, DraftStep.Publish);
        Assert.Equal(DraftState.Published, (await _app.DraftAsync(id)).State);
        await _app.DeliverOutboxAsync();
    }

    /// <summary>Two nights, two days later.</summary>
    private async Task SweepAsync()
    {
        _app.Clock.Advance(TimeSpan.FromDays(2));
        foreach (var file in KeptFiles(_app).Where(File.Exists))
        {
            File.SetLastWriteTimeUtc(file, PortalApp.Start.UtcDateTime.AddDays(-2));
        }

        await _app.RunAsync<MediaSweep>();
        await _app.RunAsync<MediaSweep>();
    }
}
