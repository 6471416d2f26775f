using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using UngPortal.Features.MediaLibrary.Films;
using UngPortal.Features.MediaLibrary.Films.Making;
using UngPortal.Platform.Access;
using UngPortal.Testing;

namespace UngPortal.Tests.Features.MediaLibrary.Films;

/// <summary>Sends films as the script does, and as no script would.</summary>
internal static class FilmVisits
{
    public const string New = "/admin/medier/film/ny";
    public const int PieceMost = 5 * 1024 * 1024;

    public static Dictionary<string, string> FilmDescription(string title = "Om å be om hjelp") => new(StringComparer.Ordinal)
    {
        ["Tittel"] = title,
        ["Opphav"] = "Kari Prøve",
        ["Lisens"] = "CcBy",
    };

    /// <summary>What a piece's address said.</summary>
    public sealed record Said(HttpStatusCode Status, string State, long Received, string? Fault, string? OffsetHeader);

    extension(HttpClient editor)
    {
        public async Task<string> TokenAsync() => (await editor.OpenAsync(New)).Form(New)["__RequestVerificationToken"];

        /// <summary>Begins a film. Returns the status, the film's page when there is one, and the answer's text.</summary>
        public async Task<(HttpStatusCode Status, string Page, string Text)> BeginFilmAsync(string fileName, long bytes, string? token = null, string title = "Om å be om hjelp")
        {
            var fields = FilmDescription(title);
            fields["filnavn"] = fileName;
            fields["bytes"] = bytes.ToString(CultureInfo.InvariantCulture);
            fields["__RequestVerificationToken"] = token ?? await editor.TokenAsync();
            using var content = new FormUrlEncodedContent(fields);
            using var answer = await editor.PostAsync(new Uri(New + "?handler=Begin", UriKind.Relative), content);
            var text = await answer.Content.ReadAsStringAsync();
            return (answer.StatusCode, answer.StatusCode == HttpStatusCode.Created ? JsonDocument.Parse(text).RootElement.GetProperty("side").GetString()! : "", text);
        }

        public async Task<Said> PieceAsync(string page, string? token, long offset, byte[] piece)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, page + "/del") { Content = new ByteArrayContent(piece) { Headers = { ContentType = new MediaTypeHeaderValue("application/octet-stream") } } };
            request.Headers.Add("Upload-Offset", offset.ToString(CultureInfo.InvariantCulture));
            if (token is not null)
            {
                request.Headers.Add("RequestVerificationToken", token);
            }

            using var answer = await editor.SendAsync(request);
            return await ReadAsync(answer);
        }

        /// <summary>Posts the fields with a right token.</summary>
        public async Task<HtmlPage> SubmitAsync(string path, params (string Name, string Value)[] fields)
        {
            var token = (Name: "__RequestVerificationToken", Value: await editor.TokenAsync());
            return await MediaVisits.PostAsync(editor, path, fields.Append(token).ToDictionary(field => field.Name, field => field.Value, StringComparer.Ordinal));
        }

        /// <summary>Asks how far a film has come; by itself as the page does while nobody is there.</summary>
        public async Task<Said> AskAsync(string page, bool isByItself = false)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, page + "/del") { Headers = { { "Sec-Fetch-Site", "same-origin" } } };
            if (isByItself)
            {
                request.Headers.Add(BackgroundRequest.Header, "1");
            }

            using var answer = await editor.SendAsync(request);
            return await ReadAsync(answer);
        }

        /// <summary>Begins a film and sends it in pieces of this size. Returns its page and what was said last.</summary>
        public async Task<(string Page, Said Last)> SendFilmAsync(byte[] film, string fileName = "film.mp4", int pieceSize = PieceMost)
        {
            var token = await editor.TokenAsync();
            var (status, page, text) = await editor.BeginFilmAsync(fileName, film.Length, token);
            Assert.True(status == HttpStatusCode.Created, text);
            Said? last = null;
            for (var offset = 0; offset < film.Length && last is null or { Status: HttpStatusCode.OK }; offset += pieceSize)
            {
                last = await editor.PieceAsync(page, token, offset, film[offset..Math.Min(film.Length, offset + pieceSize)]);
            }

            return (page, last!);
        }

        /// <summary>Sends a film and lets it be made. Returns its page.</summary>
        public async Task<string> MadeFilmAsync(PortalApp app, byte[] film, string fileName = "film.mp4")
        {
            var (page, last) = await editor.SendFilmAsync(film, fileName);
            Assert.Equal((HttpStatusCode.OK, "Waiting"), (last.Status, last.State));
            await app.MakeFilmsAsync();
            var row = await app.FilmAsync(page);
            Assert.True(row.State == FilmState.Ready, $"{row.State} {row.Failure}");
            return page;
        }
    }

    extension(PortalApp app)
    {
        public Task<int> MakeFilmsAsync() => app.Services.GetRequiredService<FilmWorkshop>().WorkAsync(CancellationToken.None);

        public Task<Film> FilmAsync(string page) => app.InDatabaseAsync(db => db.Films.AsNoTracking().Include(film => film.Files).SingleAsync(film => film.Name == Path.GetFileName(page)));

        /// <summary>Changes the row of a film as another node would.</summary>
        public Task<int> ChangeFilmAsync(string page, Action<Film, DateTime> change) => app.InDatabaseAsync(async db =>
        {
            change(await db.Films.Include(film => film.Files).SingleAsync(film => film.Name == Path.GetFileName(page)), db.Time.GetUtcNow().UtcDateTime);
            return await db.SaveChangesAsync();
        });

        /// <summary>Where the uploaded bytes of a film lie.</summary>
        public string UploadOf(string page) => Path.Combine(app.Database.Folder, "film-uploads", page.Split('/')[^1]);
    }

    private static async Task<Said> ReadAsync(HttpResponseMessage answer)
    {
        var offset = answer.Headers.TryGetValues("Upload-Offset", out var values) ? values.Single() : null;
        if (answer.Content.Headers.ContentType?.MediaType != "application/json")
        {
            return new Said(answer.StatusCode, "", -1, null, offset);
        }

        using var json = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        var said = json.RootElement;
        return new Said(answer.StatusCode, said.GetProperty("tilstand").GetString()!, said.GetProperty("mottatt").GetInt64(), said.GetProperty("feil").GetString(), offset);
    }
}
