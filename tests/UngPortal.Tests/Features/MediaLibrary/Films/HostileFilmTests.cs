using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using UngPortal.Features.MediaLibrary.Films;
using UngPortal.Kernel;
using UngPortal.Platform.Media.Films;
using UngPortal.Testing;
using static UngPortal.Tests.Features.MediaLibrary.MediaVisits;

namespace UngPortal.Tests.Features.MediaLibrary.Films;

/// <summary>Files that nobody should send: refused at the door, or failed with a clear reason; nothing of them is kept.</summary>
public sealed class HostileFilmTests(HostileFilmTests.Site app) : IClassFixture<HostileFilmTests.Site>
{
    public static TheoryData<string, string> Liars => new()
    {
        { "PK\u0003\u0004\u0014\u0000\u0000\u0000film", "film.mp4" },
        { "#EXTM3U\n#EXT-X-TARGETDURATION:10\n#EXTINF:10,\nhttp://169.254.169.254/latest/meta-data\n", "film.mp4" },
        { "#EXTM3U\n#EXTINF:10,\nfile:///etc/passwd\n", "film.mkv" },
        { "ffconcat version 1.0\nfile '/etc/passwd'\n", "film.mp4" },
        { "ffconcat version 1.0\nfile 'http://x.invalid/a.mp4'\n", "film.webm" },
        { "<svg xmlns='http://www.w3.org/2000/svg'><script>1</script></svg>", "film.mp4" },
        { "<?xml version='1.0'?><MPD><BaseURL>http://x.invalid/</BaseURL></MPD>", "film.mp4" },
        { "RIFF\u0010\u0000\u0000\u0000AVI LIST", "film.mp4" },
        { "<!DOCTYPE html><script>1</script>", "film.webm" },
        { "v=0\r\no=- 0 0 IN IP4 127.0.0.1\r\nm=video 5004 RTP/AVP 96\r\n", "film.mp4" },
        { "\0\0\0\u0018ftypavif\0\0\0\0avifmif1", "film.mp4" },
        { "\0\0\0\u0018ftypM4A \0\0\0\0M4A mp42", "film.mp4" },
        { "\0\0\0\u0018ftypisom\0\0\0\0isommp42", "film.webm" },
        { "\u001aE\u00df\u00a3\u0001\u0000\u0000\u0000", "film.mp4" },
        { "x", "film.mp4" },
    };

    [Theory]
    [MemberData(nameof(Liars))]
    public async Task V5_2_2_Send_AnythingElse_Is415AndForgotten(string content, string name)
    {
        using var editor = await app.SignInAsAsync(StaffRole.Editor);
        var bytes = Encoding.Latin1.GetBytes(content);

        var (page, last) = await editor.SendFilmAsync(bytes, name);
        var whole = await editor.UploadAsync(FilmVisits.FilmDescription(), [new Part(bytes, name, "video/mp4")], FilmVisits.New);

        Assert.Equal(HttpStatusCode.UnsupportedMediaType, last.Status);
        Assert.Contains("ikke en film av rett slag", last.Fault, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, whole.Status);
        Assert.NotEmpty(whole.TextOf("#Fil-feil"));
        Assert.Equal(HttpStatusCode.NotFound, (await editor.OpenAsync(page)).Status);
        Assert.False(File.Exists(app.UploadOf(page)));
    }

    [Theory]
    [InlineData("film.exe", 10, HttpStatusCode.UnsupportedMediaType)]
    [InlineData("film.m3u8", 10, HttpStatusCode.UnsupportedMediaType)]
    [InlineData("film.avi", 10, HttpStatusCode.UnsupportedMediaType)]
    [InlineData("film", 10, HttpStatusCode.UnsupportedMediaType)]
    [InlineData("film.mp4.svg", 10, HttpStatusCode.UnsupportedMediaType)]
    [InlineData("../../film.mp4", 10, HttpStatusCode.UnprocessableEntity)]
    [InlineData("http://x.invalid/film.mp4", 10, HttpStatusCode.UnprocessableEntity)]
    [InlineData("a\u0000.mp4", 10, HttpStatusCode.BadRequest)]
    [InlineData("a\u202Egpj.mp4", 10, HttpStatusCode.UnprocessableEntity)]
    [InlineData("", 10, HttpStatusCode.UnprocessableEntity)]
    [InlineData("film.mp4", 0, HttpStatusCode.UnprocessableEntity)]
    [InlineData("film.mp4", -1, HttpStatusCode.UnprocessableEntity)]
    [InlineData("film.mp4", long.MaxValue, HttpStatusCode.RequestEntityTooLarge)]
    public async Task V5_3_2_Begin_UnderATrickNameOrSize_IsRefused(string name, long bytes, HttpStatusCode expected)
    {
        using var editor = await app.SignInAsAsync(StaffRole.Editor);
        var before = await app.InDatabaseAsync(db => db.Films.CountAsync());

        Assert.Equal(expected, (await editor.BeginFilmAsync(name, bytes)).Status);
        Assert.Equal(before, await app.InDatabaseAsync(db => db.Films.CountAsync()));
    }

    [FfmpegFact]
    public async Task V5_2_6_Make_WhatNobodyCanShow_FailsWithItsReason()
    {
        using var editor = await app.SignInAsAsync(StaffRole.Editor);
        var whole = TestFilms.Mp4(6);
        (byte[] Film, string Name, FilmFailure Expected)[] corpus =
        [
            (TestFilms.FourHours(), "film.mp4", FilmFailure.TooLong),
            (TestFilms.Huge(), "film.mp4", FilmFailure.TooLarge),
            (TestFilms.Mp4(1, "32x32"), "film.mp4", FilmFailure.TooSmall),
            (TestFilms.SoundAlone(), "film.mp4", FilmFailure.NoPictures),
            (TestFilms.OddCoding(), "film.mkv", FilmFailure.UnknownCoding),
            (whole[..(whole.Length / 2)], "film.mp4", FilmFailure.Broken),
            (TestFilms.SlowStartMp4()[..20_000], "film.mp4", FilmFailure.Broken),
            ([.. whole[..40], .. Encoding.ASCII.GetBytes("#EXTM3U\n#EXTINF:10,\nhttp://169.254.169.254/x\n")], "film.mp4", FilmFailure.NoPictures),
            ([.. TestFilms.Webm()[..4], .. Encoding.ASCII.GetBytes("\nffconcat version 1.0\nfile '/etc/passwd'\n")], "film.webm", FilmFailure.Broken),
        ];

        foreach (var (film, name, expected) in corpus)
        {
            var (page, last) = await editor.SendFilmAsync(film, name);
            Assert.Equal("Waiting", last.State);
            Assert.Equal(1, await app.MakeFilmsAsync());

            var row = await app.FilmAsync(page);
            Assert.Equal((FilmState.Failed, (FilmFailure?)expected), (row.State, row.Failure));
            Assert.Empty(row.Files);
            Assert.False(File.Exists(app.UploadOf(page)));
            foreach (var prefix in new[] { "", "/nn", "/en" })
            {
                var shown = (await editor.OpenAsync(prefix + page)).TextOf(".staff-note");
                Assert.True(shown.Length > 20 && !shown.Contains("FilmFailure_", StringComparison.Ordinal), shown);
            }
        }

        Assert.Empty(KeptFiles(app));
        Assert.Empty(Directory.EnumerateFileSystemEntries(Path.Combine(app.Database.Folder, "film-work")));
    }

    [FfmpegFact]
    public async Task V5_2_6_Make_BeyondItsTime_IsKilled()
    {
        using var hurried = new PortalApp().With("Media:Films:Limit", "00:00:00.050");
        using var editor = await hurried.SignInAsAsync(StaffRole.Editor);
        var (page, _) = await editor.SendFilmAsync(TestFilms.Mp4(6, "1280x720"));

        await hurried.MakeFilmsAsync();

        Assert.Equal((FilmState.Failed, (FilmFailure?)FilmFailure.TooDemanding), ((await hurried.FilmAsync(page)).State, (await hurried.FilmAsync(page)).Failure));
        Assert.Empty(KeptFiles(hurried));
    }

    public sealed class Site : PortalApp
    {
        public Site() => With("Media:Pictures:Limit", Patience);
    }
}
