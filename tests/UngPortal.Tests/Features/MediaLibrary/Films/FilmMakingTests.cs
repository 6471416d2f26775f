using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using UngPortal.Features.MediaLibrary.Films;
using UngPortal.Features.MediaLibrary.Films.Making;
using UngPortal.Kernel;
using UngPortal.Platform.Media.Films;
using UngPortal.Testing;
using static UngPortal.Tests.Features.MediaLibrary.MediaVisits;

namespace UngPortal.Tests.Features.MediaLibrary.Films;

/// <summary>From uploaded bytes to a film that plays: whichever node does it, and whenever it can.</summary>
public sealed class FilmMakingTests : IDisposable
{
    private readonly PortalApp _app = new PortalApp().With("Media:Pictures:Limit", Patience);

    [FfmpegFact]
    public async Task V14_2_8_film_tells_nothing()
    {
        using var editor = await _app.SignInAsAsync(StaffRole.Editor);
        var original = TestFilms.Talking();
        Assert.Contains(TestFilms.Canary, Encoding.Latin1.GetString(original), StringComparison.Ordinal);

        var page = await editor.MadeFilmAsync(_app, original);

        var film = await _app.FilmAsync(page);
        Assert.Equal((640, 360, 2), (film.Width, film.Height, film.Seconds));
        Assert.False(File.Exists(_app.UploadOf(page)));
        var path = Path.Combine(_app.Database.Folder, "library", film.FileOf(FilmFileKind.Film)![..2], film.FileOf(FilmFileKind.Film)!);
        var told = TestFilms.Probe(path);
        Assert.Contains("\"codec_name\": \"h264\"", told, StringComparison.Ordinal);
        Assert.Contains("\"codec_name\": \"aac\"", told, StringComparison.Ordinal);
        foreach (var trace in new[] { TestFilms.Canary, "59.91", "creation_time", "\"location", "2024", "Lavf", "\"title\"", "\"artist\"" })
        {
            Assert.DoesNotContain(trace, told, StringComparison.OrdinalIgnoreCase);
        }

        var bytes = Encoding.Latin1.GetString(await File.ReadAllBytesAsync(path));
        Assert.DoesNotContain(TestFilms.Canary, bytes, StringComparison.Ordinal);
        Assert.DoesNotContain("udta", bytes, StringComparison.Ordinal);
        Assert.DoesNotContain("ilst", bytes, StringComparison.Ordinal);
        Assert.True(bytes.IndexOf("moov", StringComparison.Ordinal) < bytes.IndexOf("mdat", StringComparison.Ordinal), "It starts at once.");
    }

    [FfmpegFact]
    public async Task Make_EveryKind_PlaysOnThePage()
    {
        using var editor = await _app.SignInAsAsync(StaffRole.Editor);
        (byte[] Film, string Name, int Width, int Height)[] kinds =
        [
            (TestFilms.Mov(), "film.MOV", 320, 180), (TestFilms.Webm(), "film.webm", 320, 180), (TestFilms.Mkv(), "film.mkv", 320, 180), (TestFilms.Upright(), "film.m4v", 720, 1_280),
        ];
        foreach (var (bytes, name, width, height) in kinds)
        {
            var page = await editor.OpenAsync(await editor.MadeFilmAsync(_app, bytes, name));

            var video = page.Document.QuerySelector("video")!;
            Assert.Equal((width.ToString(System.Globalization.CultureInfo.InvariantCulture), height.ToString(System.Globalization.CultureInfo.InvariantCulture)), (video.GetAttribute("width"), video.GetAttribute("height")));
            Assert.Matches("^/media/bilde/[0-9a-f]{32}[.]jpg$", video.GetAttribute("poster"));
            using var poster = await editor.GetAsync(new Uri(video.GetAttribute("poster")!, UriKind.Relative));
            Assert.Equal("image/jpeg", poster.Content.Headers.ContentType!.MediaType);
            var address = video.QuerySelector("source")!.GetAttribute("src")!;
            Assert.Matches("^/media/film/[0-9a-f]{32}[.]mp4$", address);
            using var film = await editor.GetAsync(new Uri(address, UriKind.Relative));
            Assert.Equal((HttpStatusCode.OK, "video/mp4"), (film.StatusCode, film.Content.Headers.ContentType!.MediaType));
            using var asPicture = await editor.GetAsync(new Uri(address.Replace("/film/", "/bilde/", StringComparison.Ordinal), UriKind.Relative));
            Assert.Equal(HttpStatusCode.NotFound, asPicture.StatusCode);
        }
    }

    [FfmpegFact]
    public async Task Get_ARangeOfAFilm_IsThatPart()
    {
        using var editor = await _app.SignInAsAsync(StaffRole.Editor);
        var page = await editor.OpenAsync(await editor.MadeFilmAsync(_app, TestFilms.Mp4()));
        var address = page.Document.QuerySelector("video source")!.GetAttribute("src")!;
        using var visitor = _app.CreateVisitor();
        using var whole = await visitor.GetAsync(new Uri(address, UriKind.Relative));
        var bytes = await whole.Content.ReadAsByteArrayAsync();

        using var asked = new HttpRequestMessage(HttpMethod.Get, address) { Headers = { Range = new RangeHeaderValue(100, 299) } };
        using var part = await visitor.SendAsync(asked);
        using var beyond = new HttpRequestMessage(HttpMethod.Get, address) { Headers = { Range = new RangeHeaderValue(bytes.Length, null) } };
        using var nothing = await visitor.SendAsync(beyond);

        Assert.Equal("bytes", whole.Headers.AcceptRanges.Single());
        Assert.Equal(HttpStatusCode.PartialContent, part.StatusCode);
        Assert.Equal(bytes[100..300], await part.Content.ReadAsByteArrayAsync());
        Assert.Equal(HttpStatusCode.RequestedRangeNotSatisfiable, nothing.StatusCode);
        Assert.StartsWith("sandbox; default-src 'none'", string.Join("", whole.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
    }

    [FfmpegFact]
    public async Task Make_WithoutThePrograms_WaitsUntilTheyCome()
    {
        var ffmpeg = Path.Combine(_app.Database.Folder, "ffmpeg-som-kommer");
        _app.With("Media:Films:Ffmpeg", ffmpeg);
        using var editor = await _app.SignInAsAsync(StaffRole.Editor);
        var (page, _) = await editor.SendFilmAsync(TestFilms.Mp4());

        Assert.Equal(0, await _app.MakeFilmsAsync());
        Assert.Equal(FilmState.Waiting, (await _app.FilmAsync(page)).State);
        Assert.True(File.Exists(_app.UploadOf(page)));
        Assert.Contains("installere pakken ffmpeg", (await editor.OpenAsync(page)).TextOf(".staff-note"), StringComparison.Ordinal);
        Assert.Contains("install the package ffmpeg", (await editor.OpenAsync("/en" + page)).TextOf(".staff-note"), StringComparison.Ordinal);
        Assert.Contains("ffmpeg", (await editor.OpenAsync(FilmVisits.New)).TextOf(".staff-note"), StringComparison.Ordinal);

        File.CreateSymbolicLink(ffmpeg, TestFilms.Ffmpeg!);
        Assert.Equal(1, await _app.MakeFilmsAsync());

        Assert.Equal(FilmState.Ready, (await _app.FilmAsync(page)).State);
        Assert.DoesNotContain("installere", (await editor.OpenAsync(page)).Text, StringComparison.Ordinal);
    }

    [FfmpegFact]
    public async Task Make_WhatALostNodeHad_IsTakenOverWhenItsLeaseEnds()
    {
        using var editor = await _app.SignInAsAsync(StaffRole.Editor);
        var (page, _) = await editor.SendFilmAsync(TestFilms.Mp4());
        await _app.ChangeFilmAsync(page, (film, now) => film.Claim("tapt-node", now.AddMinutes(2), now));

        Assert.Equal(0, await _app.MakeFilmsAsync());
        Assert.Contains("blir laget nå", (await editor.OpenAsync(page)).TextOf("[data-film-poll]"), StringComparison.Ordinal);

        // The clock wakes the workshop too: whoever comes first, both do what there is to do.
        _app.Clock.Advance(TimeSpan.FromMinutes(2));
        await _app.MakeFilmsAsync();

        Assert.Equal((FilmState.Ready, 2), ((await _app.FilmAsync(page)).State, (await _app.FilmAsync(page)).Attempts));
    }

    [FfmpegFact]
    public async Task Make_WhatThreeNodesWereLostOver_IsGivenUp()
    {
        using var editor = await _app.SignInAsAsync(StaffRole.Editor);
        var (page, _) = await editor.SendFilmAsync(TestFilms.Mp4());
        await _app.ChangeFilmAsync(page, (film, now) =>
        {
            for (var i = Film.AttemptsMost; i > 0; i--)
            {
                film.Claim($"tapt-{i}", now.AddMinutes(-2 * (i - 1)), now.AddMinutes(-2 * i));
            }
        });

        Assert.Equal(0, await _app.MakeFilmsAsync());

        Assert.Equal((FilmState.Failed, (FilmFailure?)FilmFailure.Interrupted), ((await _app.FilmAsync(page)).State, (await _app.FilmAsync(page)).Failure));
        Assert.Contains("avbrutt tre ganger", (await editor.OpenAsync(page)).TextOf(".staff-note"), StringComparison.Ordinal);
    }

    [FfmpegFact]
    public async Task Make_OnTwoNodesAtOnce_HappensOnce()
    {
        using var database = TestDatabase.FromTemplate();
        using var one = new SharedApp(database);
        using var other = new SharedApp(database, isSecond: true);
        one.With("Media:Pictures:Limit", Patience);
        other.With("Media:Pictures:Limit", Patience);
        using var editor = await one.SignInAsAsync(StaffRole.Editor);
        var (page, _) = await editor.SendFilmAsync(TestFilms.Mp4());
        other.CreateVisitor().Dispose();

        var tried = await Task.WhenAll(one.MakeFilmsAsync(), other.MakeFilmsAsync());

        Assert.Equal(1, tried.Sum());
        var film = await one.FilmAsync(page);
        Assert.Equal((FilmState.Ready, 1, 2), (film.State, film.Attempts, film.Files.Count));
    }

    [FfmpegFact]
    public async Task Make_StoppedByTheHost_IsPutBackAtOnce()
    {
        using var editor = await _app.SignInAsAsync(StaffRole.Editor);
        var (page, _) = await editor.SendFilmAsync(TestFilms.Mp4(30, "1280x720"));
        using var stop = new CancellationTokenSource(TimeSpan.FromMilliseconds(400));
        var workshop = _app.Services.GetRequiredService<FilmWorkshop>();

        await workshop.WorkAsync(stop.Token).ContinueWith(_ => { }, TaskScheduler.Default);

        var film = await _app.FilmAsync(page);
        Assert.Equal((FilmState.Waiting, 0), (film.State, film.Attempts));
        Assert.True(File.Exists(_app.UploadOf(page)));
        Assert.Empty(KeptFiles(_app));
    }

    [FfmpegFact]
    public async Task Remove_AMadeFilm_DeletesItsFiles()
    {
        using var editor = await _app.SignInAsAsync(StaffRole.Editor);
        var page = await editor.MadeFilmAsync(_app, TestFilms.Mp4());
        Assert.Equal(2, KeptFiles(_app).Count);

        await editor.SubmitAsync(page + "?handler=Remove");

        Assert.Empty(KeptFiles(_app));
        Assert.NotNull((await _app.InDatabaseAsync(db => db.Films.AsNoTracking().SingleAsync())).TakenDownAt);
    }

    public void Dispose() => _app.Dispose();
}
