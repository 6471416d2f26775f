using System.Net;
using Microsoft.EntityFrameworkCore;
using UngPortal.Features.Accounts;
using UngPortal.Features.MediaLibrary.Films;
using UngPortal.Features.MediaLibrary.Sweeping;
using UngPortal.Kernel;
using UngPortal.Testing;
using static UngPortal.Tests.Features.MediaLibrary.Films.FilmVisits;
using static UngPortal.Tests.Features.MediaLibrary.MediaVisits;

namespace UngPortal.Tests.Features.MediaLibrary.Films;

/// <summary>A film's way in: in pieces, whole, interrupted, by the wrong people. Nothing here is made, so any bytes with the right beginning will do.</summary>
public sealed class FilmUploadTests : IDisposable
{
    private const string NewFilmForm = FilmVisits.New;
    private static readonly byte[] Bytes = FilmBytes(1_000);
    private readonly PortalApp _app = new PortalApp().With("Media:Films:Megabytes", "12").With("Media:Films:OrganisationMegabytes", "20").With("Media:Films:Ffmpeg", "/finnes/ikke/ffmpeg");

    [Fact]
    public async Task Send_InPieces_ArrivesAsItWas()
    {
        using var editor = await _app.SignInAsAsync(StaffRole.Editor);

        var (page, last) = await editor.SendFilmAsync(Bytes, pieceSize: 300);

        Assert.Equal((HttpStatusCode.OK, "Waiting", 1_000L, "1000"), (last.Status, last.State, last.Received, last.OffsetHeader));
        Assert.Equal(Bytes, await File.ReadAllBytesAsync(_app.UploadOf(page)));
        var film = await _app.FilmAsync(page);
        Assert.Equal(("Om å be om hjelp", "film.mp4", 1_000L), (film.Title, film.FileName, film.BytesTold));
        Assert.Equal(["film-begun"], await _app.AuditOfAsync($"film:{film.Name}"));
    }

    [Fact]
    public async Task Send_AtAWrongOffset_AnswersTheRightOne()
    {
        using var editor = await _app.SignInAsAsync(StaffRole.Expert);
        var token = await editor.TokenAsync();
        var (_, page, _) = await editor.BeginFilmAsync("film.mp4", Bytes.Length, token);
        await editor.PieceAsync(page, token, 0, Bytes[..400]);

        var replayed = await editor.PieceAsync(page, token, 0, Bytes[..400]);
        var afterAGap = await editor.PieceAsync(page, token, 500, Bytes[500..]);
        var asked = await editor.AskAsync(page);
        var right = await editor.PieceAsync(page, token, 400, Bytes[400..]);
        var finished = await editor.PieceAsync(page, token, 400, Bytes[400..]);

        Assert.Equal((HttpStatusCode.Conflict, "400"), (replayed.Status, replayed.OffsetHeader));
        Assert.Equal((HttpStatusCode.Conflict, "400"), (afterAGap.Status, afterAGap.OffsetHeader));
        Assert.Equal((HttpStatusCode.OK, 400L, "Uploading"), (asked.Status, asked.Received, asked.State));
        Assert.Equal((HttpStatusCode.OK, "Waiting"), (right.Status, right.State));
        Assert.Equal((HttpStatusCode.Conflict, "1000", "Waiting"), (finished.Status, finished.OffsetHeader, finished.State));
        Assert.Equal(Bytes, await File.ReadAllBytesAsync(_app.UploadOf(page)));
    }

    [Fact]
    public async Task Send_AfterALostPiece_GoesOnWhereTheRowStands()
    {
        using var editor = await _app.SignInAsAsync(StaffRole.Editor);
        var token = await editor.TokenAsync();
        var (_, page, _) = await editor.BeginFilmAsync("film.mp4", Bytes.Length, token);
        await editor.PieceAsync(page, token, 0, Bytes[..400]);
        // Bytes of a piece whose sender was lost before the row was told.
        await File.AppendAllTextAsync(_app.UploadOf(page), "rester av en tapt del");

        await editor.PieceAsync(page, token, 400, Bytes[400..]);

        Assert.Equal(Bytes, await File.ReadAllBytesAsync(_app.UploadOf(page)));
    }

    [Fact]
    public async Task Send_TheSamePieceTwiceAtOnce_CountsOnce()
    {
        using var editor = await _app.SignInAsAsync(StaffRole.Editor);
        var token = await editor.TokenAsync();
        var (_, page, _) = await editor.BeginFilmAsync("film.mp4", Bytes.Length, token);

        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => editor.PieceAsync(page, token, 0, Bytes[..400])));

        Assert.Single(answers, answer => answer.Status == HttpStatusCode.OK);
        Assert.All(answers, answer => Assert.True(answer.Status is HttpStatusCode.OK or HttpStatusCode.Conflict or HttpStatusCode.ServiceUnavailable, answer.ToString()));
        Assert.Equal(400, (await editor.AskAsync(page)).Received);
    }

    [Fact]
    public async Task Send_WhatDoesNotFit_IsRefused()
    {
        using var editor = await _app.SignInAsAsync(StaffRole.Editor);
        var token = await editor.TokenAsync();
        var (_, page, _) = await editor.BeginFilmAsync("film.mp4", 6 * 1024 * 1024, token);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await editor.PieceAsync(page, token, 0, FilmBytes(PieceMost + 1))).Status);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await editor.PieceAsync(page, token, 0, FilmBytes(PieceMost + 300_000))).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await editor.PieceAsync(page, token, 0, [])).Status);
        Assert.Equal(HttpStatusCode.OK, (await editor.PieceAsync(page, token, 0, FilmBytes(PieceMost))).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await editor.PieceAsync(page, token, PieceMost, FilmBytes(PieceMost))).Status);
        Assert.Equal(PieceMost, (await editor.AskAsync(page)).Received);
    }

    [Fact]
    public async Task V3_5_1_Send_WithoutAToken_Is400()
    {
        using var editor = await _app.SignInAsAsync(StaffRole.Editor);
        var (_, page, _) = await editor.BeginFilmAsync("film.mp4", Bytes.Length);

        Assert.Equal(HttpStatusCode.BadRequest, (await editor.PieceAsync(page, null, 0, Bytes)).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await editor.BeginFilmAsync("film.mp4", Bytes.Length, "ikke-ekte")).Status);
        Assert.Equal(0, (await editor.AskAsync(page)).Received);
    }

    [Fact]
    public async Task V8_2_2_Open_AnotherHousesFilm_Is404()
    {
        using var editor = await _app.SignInAsAsync(StaffRole.Editor);
        using var stranger = await _app.SignInAsAsync(StaffRole.ChiefEditor, StaffVisits.OtherHouse);
        using var other = await _app.SignInAsAsync(StaffRole.TriageEditor);
        var (_, page, _) = await editor.BeginFilmAsync("film.mp4", Bytes.Length);
        var token = await stranger.TokenAsync();

        foreach (var path in new[] { page, page + "/del", page + "/teksting", page + "/plakat" })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await stranger.OpenAsync(path)).Status);
            Assert.Equal(HttpStatusCode.Forbidden, (await other.OpenAsync(path)).Status);
        }

        foreach (var path in new[] { page, page + "?handler=Remove", page + "/teksting?sprak=nb", page + "/plakat" })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await stranger.SubmitAsync(path)).Status);
        }

        Assert.Equal(HttpStatusCode.NotFound, (await stranger.PieceAsync(page, token, 0, Bytes)).Status);
        Assert.DoesNotContain(page, (await stranger.OpenAsync("/admin/medier/film")).Links);
        Assert.Contains(page, (await editor.OpenAsync("/admin/medier/film")).Links);
    }

    [Fact]
    public async Task V5_2_1_Begin_TooLarge_Is413()
    {
        using var editor = await _app.SignInAsAsync(StaffRole.Editor);
        const long Megabyte = 1024 * 1024;

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await editor.BeginFilmAsync("film.mp4", (12 * Megabyte) + 1)).Status);
        Assert.Equal(HttpStatusCode.Created, (await editor.BeginFilmAsync("film.mp4", 12 * Megabyte)).Status);
        var (status, _, text) = await editor.BeginFilmAsync("film.mp4", (8 * Megabyte) + 1);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, status);
        Assert.Contains("har ikke plass", text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Created, (await editor.BeginFilmAsync("film.mp4", 8 * Megabyte)).Status);
        using var neighbour = await _app.SignInAsAsync(StaffRole.Editor, StaffVisits.OtherHouse);
        Assert.Equal(HttpStatusCode.Created, (await neighbour.BeginFilmAsync("film.mp4", 12 * Megabyte)).Status);
    }

    [Fact]
    public async Task Begin_WithoutAName_SaysSoInWords()
    {
        using var editor = await _app.SignInAsAsync(StaffRole.Editor);

        var (status, _, text) = await editor.BeginFilmAsync("film.mp4", 10, title: " ");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.Contains("Gi filmen et navn", text, StringComparison.Ordinal);
        Assert.Equal(0, await _app.InDatabaseAsync(db => db.Films.CountAsync()));
    }

    [Theory]
    [InlineData(true, HttpStatusCode.Found)]
    [InlineData(false, HttpStatusCode.OK)]
    public async Task Ask_HowFarItHasCome_KeepsASessionOpen_OnlyWhereSomebodyIsThere(bool isByItself, HttpStatusCode afterwards)
    {
        using var editor = await _app.SignInAsAsync(StaffRole.Editor);
        var (page, _) = await editor.SendFilmAsync(Bytes);
        _app.Clock.Advance(StaffSession.IdleMost - TimeSpan.FromMinutes(2));

        var said = await editor.AskAsync(page, isByItself);
        _app.Clock.Advance(TimeSpan.FromMinutes(3));

        Assert.Equal((HttpStatusCode.OK, "Waiting"), (said.Status, said.State));
        Assert.Equal(afterwards, (await editor.OpenAsync(page)).Status);
    }

    [Fact]
    public async Task Upload_WholeWithoutScript_Waits()
    {
        using var editor = await _app.SignInAsAsync(StaffRole.Editor);
        var big = FilmBytes(6 * 1024 * 1024);

        var answer = await editor.UploadAsync(FilmDescription(), [new Part(big, "Min film.mov", "video/quicktime")], NewFilmForm);

        Assert.Equal(HttpStatusCode.Found, answer.Status);
        var page = answer.Response.Headers.Location!.OriginalString.Split('?')[0];
        Assert.Equal((FilmState.Waiting, "Min film.mov"), ((await _app.FilmAsync(page)).State, (await _app.FilmAsync(page)).FileName));
        Assert.Equal(big, await File.ReadAllBytesAsync(_app.UploadOf(page)));
        Assert.Contains("venter på tur", (await editor.OpenAsync(page)).TextOf("[data-film-poll]"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Upload_WholeWithFaults_KeepsWhatWasTyped()
    {
        using var editor = await _app.SignInAsAsync(StaffRole.Editor);
        var fields = FilmDescription();
        fields["Lisens"] = "";

        var page = await editor.UploadAsync(fields, [new Part(Bytes, "film.mp4", "video/mp4")], NewFilmForm);
        var none = await editor.UploadAsync(FilmDescription(), [], NewFilmForm);
        var two = await editor.UploadAsync(FilmDescription(), [new Part(Bytes, "a.mp4"), new Part(Bytes, "b.mp4")], NewFilmForm);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Equal("Om å be om hjelp", page.Document.QuerySelector("#Tittel")!.GetAttribute("value"));
        Assert.NotEmpty(page.TextOf("#Lisens-feil"));
        Assert.Equal("Velg en film.", none.TextOf("#Fil-feil"));
        Assert.Equal("Velg bare én film om gangen.", two.TextOf("#Fil-feil"));
        Assert.Equal(0, await _app.InDatabaseAsync(db => db.Films.CountAsync()));
    }

    [Fact]
    public async Task Sweep_AnUploadThatRestsForTwoDays_IsForgotten()
    {
        using var editor = await _app.SignInAsAsync(StaffRole.Editor);
        var token = await editor.TokenAsync();
        var (_, page, _) = await editor.BeginFilmAsync("film.mp4", Bytes.Length, token);
        await editor.PieceAsync(page, token, 0, Bytes[..400]);
        var (done, _) = await editor.SendFilmAsync(Bytes);
        Assert.Contains("ikke ferdig", (await editor.OpenAsync(page)).TextOf(".staff-note"), StringComparison.Ordinal);

        _app.Clock.Advance(TimeSpan.FromHours(47));
        await _app.RunAsync<FilmSweep>();
        Assert.Equal(1, await _app.InDatabaseAsync(db => db.Films.CountAsync(film => film.State == FilmState.Uploading)));

        _app.Clock.Advance(TimeSpan.FromHours(1.1));
        await _app.RunAsync<FilmSweep>();

        Assert.Equal(done.Split('/')[^1], (await _app.InDatabaseAsync(db => db.Films.SingleAsync())).Name);
        Assert.False(File.Exists(_app.UploadOf(page)));
        Assert.True(File.Exists(_app.UploadOf(done)));
    }

    [Fact]
    public async Task Sweep_BytesWithoutARow_AreDeletedAfterADay()
    {
        using var editor = await _app.SignInAsAsync(StaffRole.Editor);
        var (page, _) = await editor.SendFilmAsync(Bytes);
        var stray = _app.UploadOf("/0123456789abcdef0123456789abcdef");
        await File.WriteAllBytesAsync(stray, Bytes);
        File.SetLastWriteTimeUtc(stray, PortalApp.Start.UtcDateTime.AddDays(-2));
        File.SetLastWriteTimeUtc(_app.UploadOf(page), PortalApp.Start.UtcDateTime.AddDays(-2));

        await _app.RunAsync<FilmSweep>();

        Assert.False(File.Exists(stray));
        Assert.True(File.Exists(_app.UploadOf(page)));
    }

    [Fact]
    public async Task Remove_AnUpload_DeletesItsBytes()
    {
        using var editor = await _app.SignInAsAsync(StaffRole.Editor);
        var (page, _) = await editor.SendFilmAsync(Bytes);

        var answer = await editor.SubmitAsync(page + "?handler=Remove");

        Assert.Equal("/admin/medier/film?fjernet=true", answer.Response.Headers.Location!.OriginalString);
        Assert.False(File.Exists(_app.UploadOf(page)));
        Assert.Equal(HttpStatusCode.NotFound, (await editor.OpenAsync(page)).Status);
    }

    public void Dispose() => _app.Dispose();

    /// <summary>Bytes that begin as an MP4 does.</summary>
    private static byte[] FilmBytes(int length)
    {
        var bytes = new byte[length];
        for (var i = 0; i < length; i++)
        {
            bytes[i] = (byte)(i % 251);
        }

        "\0\0\0\u0020ftypisom\0\0\u0002\0isomiso2avc1mp41"u8.CopyTo(bytes);
        return bytes;
    }
}
