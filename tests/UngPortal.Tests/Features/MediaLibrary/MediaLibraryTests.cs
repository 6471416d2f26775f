using System.Net;
using Microsoft.EntityFrameworkCore;
using NetVips;
using UngPortal.Features.MediaLibrary;
using UngPortal.Features.Publications;
using UngPortal.Kernel;
using UngPortal.Platform.Audit;
using UngPortal.Platform.Media.Pictures;
using UngPortal.Testing;
using static UngPortal.Tests.Features.MediaLibrary.MediaVisits;

namespace UngPortal.Tests.Features.MediaLibrary;

/// <summary>A picture's way through the library: in, described, shown, replaced, out.</summary>
public sealed class MediaLibraryTests : IDisposable
{
    private readonly PortalApp _app = new PortalApp().With("Media:Pictures:Limit", Patience);

    [Theory]
    [InlineData(".jpg", "image/jpeg")]
    [InlineData(".png", "image/png")]
    [InlineData(".webp", "image/webp")]
    [InlineData(".avif", "image/avif")]
    public async Task Upload_EveryKind_BecomesThreeFormatsInThreeWidths(string ending, string type)
    {
        using var editor = await _app.SignInAsAsync(StaffRole.Editor);

        var page = await editor.OpenAsync(await editor.UploadedAsync(TestPictures.Of(2_000, 1_000, ending), "Ferie på fjellet (2)" + ending, type));

        var files = await ReadAsync(editor, page);
        Assert.Equal(9, files.Count);
        foreach (var (format, expected) in new[] { ("avif", PictureFormat.Avif), ("webp", PictureFormat.WebP), ("jpg", PictureFormat.Jpeg) })
        {
            var made = files.Where(file => file.Key.EndsWith(format, StringComparison.Ordinal)).Select(file => file.Value).ToList();
            Assert.All(made, bytes => Assert.Equal(expected, PictureFormats.Of(bytes.AsSpan(0, 64))));
            Assert.Equal([(480, 240), (960, 480), (1600, 800)], made.Select(SizeOf).Order());
        }

        Assert.All(files.Keys, address => Assert.Matches(@"^/media/bilde/[0-9a-f]{32}\.(avif|webp|jpg)$", address));
        Assert.Equal("En rød og en blå flate", page.Document.QuerySelector("picture img")!.GetAttribute("alt"));
    }

    [Theory]
    [InlineData(300, new[] { 300 })]
    [InlineData(480, new[] { 480 })]
    [InlineData(700, new[] { 480, 700 })]
    public async Task Upload_ASmallPicture_IsNeverMadeLarger(int width, int[] expected)
    {
        using var editor = await _app.SignInAsAsync(StaffRole.Expert);

        var files = await ReadAsync(editor, await editor.OpenAsync(await editor.UploadedAsync(TestPictures.Jpeg(width, 200))));

        Assert.Equal(expected, files.Values.Select(bytes => SizeOf(bytes).Width).Distinct().Order());
    }

    [Fact]
    public async Task V14_2_8_Upload_Talking_IsMute()
    {
        using var editor = await _app.SignInAsAsync(StaffRole.Editor);
        var talking = TestPictures.TalkingJpeg(600, 400);
        Assert.NotEmpty(PictureMetadata.In(talking));

        var photo = await ReadAsync(editor, await editor.OpenAsync(await editor.UploadedAsync(talking)));
        var drawing = await ReadAsync(editor, await editor.OpenAsync(await editor.UploadedAsync(TestPictures.TalkingPng(600, 400), "a.png", "image/png")));

        Assert.All(photo.Values.Concat(drawing.Values), bytes =>
        {
            Assert.Empty(PictureMetadata.In(bytes));
            foreach (var trace in (string[])["KANARI", "Exif", "ns.adobe.com", "ICC_PROFILE", "63.4305"])
            {
                Assert.Equal(-1, bytes.AsSpan().IndexOf(System.Text.Encoding.ASCII.GetBytes(trace)));
            }
        });
        Assert.All(photo.Values, bytes =>
        {
            using var picture = Image.NewFromBuffer(bytes);
            Assert.Equal((400, 600), (picture.Width, picture.Height));
            Assert.True(picture.Getpoint(200, 50) is [> 150, _, < 90, ..], "The left half was red; turned upright it is above.");
            Assert.True(picture.Getpoint(200, 550) is [< 90, _, > 150, ..]);
        });
    }

    [Fact]
    public async Task Upload_FiftyMillionPixelsOfOneColour_IsWithinTheLimits()
    {
        using var editor = await _app.SignInAsAsync(StaffRole.Editor);

        var page = await editor.OpenAsync(await editor.UploadedAsync(TestPictures.Bomb(7_000, 7_000), "stor.png", "image/png"));

        Assert.Contains("7000 × 7000", page.TextOf(".media-facts"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Upload_ThatOverrunsItsTime_IsKilledAndSaidSo()
    {
        using var hasty = new PortalApp().With("Media:Pictures:Limit", "00:00:00.010");
        using var editor = await hasty.SignInAsAsync(StaffRole.Editor);

        var page = await editor.UploadAsync(TestPictures.Jpeg(640, 480));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Equal("Det tok for lang tid å lese bildet. Gjør det mindre og prøv igjen.", page.TextOf("#Fil-feil"));
        Assert.Empty(KeptFiles(hasty));
    }

    [Theory]
    [InlineData("AltNb", "", "AltNb")]
    [InlineData("Pynt", "true", "Pynt")]
    [InlineData("Opphav", " ", "Opphav")]
    [InlineData("Lisens", "Stjålet", "Lisens")]
    [InlineData("Lisens", "3", "Lisens")]
    public async Task Upload_PoorlyDescribed_IsRefusedInPlaceAndNotStored(string field, string value, string shown)
    {
        using var editor = await _app.SignInAsAsync(StaffRole.Editor);
        var fields = Description();
        fields[field] = value;

        var page = await editor.UploadAsync(fields, [new Part(TestPictures.Jpeg(64, 64), "a.jpg")]);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.NotEmpty(page.TextOf($"#{shown}-feil"));
        Assert.Empty(KeptFiles(_app));
    }

    [Fact]
    public async Task Save_TextsAndFocus_AreShownAndWrittenDown()
    {
        using var editor = await _app.SignInAsAsync(StaffRole.ChiefEditor);
        var path = await editor.UploadedAsync(TestPictures.Jpeg(640, 480));
        var fields = (await editor.OpenAsync(path)).Form(path);
        (fields["AltNn"], fields["Lisens"], fields["FokusX"], fields["FokusY"]) = ("Ei raud og ei blå flate", "CcBy", "90", "0");

        var saved = await editor.PostAsync(path, fields);
        var page = await editor.OpenAsync(path);

        Assert.Equal(HttpStatusCode.Found, saved.Status);
        Assert.Equal("Ei raud og ei blå flate", page.TextOf("#AltNn"));
        Assert.Contains("focal-20", page.Document.QuerySelector("picture img")!.ClassName, StringComparison.Ordinal);
        Assert.Equal(["media-uploaded", "media-described"], await _app.InDatabaseAsync(db => db.Set<AuditEntry>().Where(entry => entry.Action.StartsWith("media-")).OrderBy(entry => entry.Id).Select(entry => entry.Action).ToListAsync()));
    }

    [Theory]
    [InlineData("101")]
    [InlineData("-1")]
    [InlineData("ti")]
    [InlineData("")]
    public async Task Save_AFocusOutsideThePicture_Is422(string focus)
    {
        using var editor = await _app.SignInAsAsync(StaffRole.Editor);
        var path = await editor.UploadedAsync(TestPictures.Jpeg(64, 64));
        var fields = (await editor.OpenAsync(path)).Form(path);
        (fields["FokusX"], fields["Lisens"]) = (focus, "Own");

        var page = await editor.PostAsync(path, fields);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.NotEmpty(page.TextOf("#FokusX-feil"));
    }

    [Fact]
    public async Task Save_TwoAtOnce_TheSecondIsToldAndKeepsTheText()
    {
        using var editor = await _app.SignInAsAsync(StaffRole.Editor);
        var path = await editor.UploadedAsync(TestPictures.Jpeg(64, 64));
        var first = (await editor.OpenAsync(path)).Form(path);
        var second = new Dictionary<string, string>(first, StringComparer.Ordinal);
        (first["AltNb"], first["Lisens"]) = ("Den første", "Own");
        (second["AltNb"], second["Lisens"]) = ("Den andre", "Own");

        var saved = await editor.PostAsync(path, first);
        var refused = await editor.PostAsync(path, second);

        Assert.Equal((HttpStatusCode.Found, HttpStatusCode.Conflict), (saved.Status, refused.Status));
        Assert.Equal("Den andre", refused.TextOf("#AltNb"));
        Assert.Equal("Den første", (await editor.OpenAsync(path)).TextOf("#AltNb"));
    }

    [Fact]
    public async Task V8_2_2_Change_OfAnotherOrganisationsPicture_IsNotFound()
    {
        using var owner = await _app.SignInAsAsync(StaffRole.Editor);
        using var other = await _app.SignInAsAsync(StaffRole.ChiefEditor, StaffVisits.OtherHouse);
        var path = await owner.UploadedAsync(TestPictures.Jpeg(64, 64));
        var fields = (await owner.OpenAsync(path)).Form(path);
        fields["__RequestVerificationToken"] = (await other.OpenAsync(New)).Form(New)["__RequestVerificationToken"];

        var seen = await other.OpenAsync(path);
        HttpStatusCode[] answers =
        [
            (await other.PostAsync(path, fields)).Status,
            (await other.PostAsync(path + "?handler=Remove", fields)).Status,
            (await other.OpenAsync(path + "/bytt")).Status,
            (await other.PostAsync(path + "/bytt", fields)).Status,
        ];

        Assert.Equal(HttpStatusCode.OK, seen.Status);
        Assert.Null(seen.Document.QuerySelector(".staff-main form"));
        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.NotFound, answer));
        Assert.Equal(HttpStatusCode.OK, (await owner.OpenAsync(path)).Status);
    }

    [Theory]
    [InlineData("/admin/medier/ukjent")]
    [InlineData("/admin/medier/0123456789abcdef0123456789abcdef")]
    [InlineData("/admin/medier/0123456789abcdef0123456789abcdef/bytt")]
    [InlineData("/admin/medier?side=0")]
    [InlineData("/admin/medier?side=2")]
    public async Task Get_WhatIsNotThere_Is404(string path)
    {
        using var editor = await _app.SignInAsAsync(StaffRole.Editor);

        Assert.Equal(HttpStatusCode.NotFound, (await editor.OpenAsync(path)).Status);
    }

    [Fact]
    public async Task Replace_APicture_KeepsNameAndOldFilesWhileTheyAreShown()
    {
        using var editor = await _app.SignInAsAsync(StaffRole.Editor);
        var path = await editor.UploadedAsync(TestPictures.Jpeg(640, 480));
        var before = FilesOf(await editor.OpenAsync(path));

        var answer = await editor.UploadAsync([], [new Part(TestPictures.Png(320, 200), "ny.png", "image/png")], path + "/bytt");
        var after = await editor.OpenAsync(path);

        Assert.Equal(path, answer.Response.Headers.Location!.OriginalString.Split('?')[0]);
        Assert.Contains("320 × 200", after.TextOf(".media-facts"), StringComparison.Ordinal);
        Assert.Empty(before.Intersect(FilesOf(after)));
        using var old = await editor.GetAsync(new Uri(before[0], UriKind.Relative));
        Assert.Equal(HttpStatusCode.OK, old.StatusCode);
    }

    [Fact]
    public async Task Item_NamedInTexts_SaysWhere()
    {
        using var editor = await _app.SignInAsAsync(StaffRole.Editor);
        var path = await editor.UploadedAsync(TestPictures.Jpeg(640, 480));
        var file = FilesOf(await editor.OpenAsync(path))[0];
        var unused = await editor.OpenAsync(path);
        await WriteAsync("svindel-pa-nett", $"Se bildet {path.Split('/')[^1]}.", "");
        await WriteAsync("stipend-og-lan", "Se bildet.", $"<img src=\"{file}\">");

        var used = await editor.OpenAsync(path);

        Assert.Equal("Ingen tekster viser bildet.", unused.TextOf("section p"));
        Assert.Equal(["/artikler/stipend-og-lan", "/artikler/svindel-pa-nett"], used.Document.QuerySelectorAll("section li a").Select(link => link.GetAttribute("href")).Order());
    }

    [Fact]
    public async Task Remove_APicture_TakesItsFilesAlong()
    {
        using var editor = await _app.SignInAsAsync(StaffRole.Editor);
        var path = await editor.UploadedAsync(TestPictures.Jpeg(640, 480));
        var page = await editor.OpenAsync(path);

        var answer = await editor.PostAsync(path + "?handler=Remove", page.Form(path + "?handler=Remove"));

        Assert.Equal("/admin/medier?fjernet=true", answer.Response.Headers.Location!.OriginalString);
        Assert.Equal(HttpStatusCode.NotFound, (await editor.OpenAsync(path)).Status);
        Assert.DoesNotContain(path, (await editor.OpenAsync("/admin/medier")).Links);
        Assert.Empty(KeptFiles(_app));
        Assert.All(await ReadStatusAsync(editor, page), status => Assert.Equal(HttpStatusCode.NotFound, status));
    }

    [Fact]
    public async Task List_OfTheLibrary_IsSearchedFilteredAndPaged()
    {
        using var editor = await _app.SignInAsAsync(StaffRole.Editor);
        var picture = await editor.UploadedAsync(TestPictures.Jpeg(64, 64), alt: "En ÆRLIG rev");
        var person = await _app.HireAsync(roles: StaffRole.Editor);
        await _app.InDatabaseAsync(async db =>
        {
            var template = await db.MediaItems.Include(item => item.Files).FirstAsync();
            for (var i = 0; i < 25; i++)
            {
                var item = new MediaItem { OrganisationId = template.OrganisationId, UploadedById = person, UploadedAt = PortalApp.Start.UtcDateTime.AddDays(-1) };
                item.Describe(new LocalizedText([KeyValuePair.Create("nb", $"Bilde {i}")]), false, "Ola", MediaLicence.Cc0);
                item.Show(new NewPicture(16, 16, [.. PictureRules.Formats.Select(format => new NewPicture.File(UngPortal.Platform.Media.Storing.MediaName.New(format), format, 16, 16, 1))]), PortalApp.Start.UtcDateTime);
                db.MediaItems.Add(item);
            }

            return await db.SaveChangesAsync();
        });

        var all = await editor.OpenAsync("/admin/medier");
        var second = await editor.OpenAsync("/admin/medier?side=2");
        var found = await editor.OpenAsync("/admin/medier?q=%C3%A6rlig+REV");
        var owned = await editor.OpenAsync("/admin/medier?lisens=Own");
        var nothing = await editor.OpenAsync("/admin/medier?q=100%25");

        Assert.Equal((24, 2), (CardsOf(all).Count, CardsOf(second).Count));
        Assert.Equal("Bilder: 26", all.TextOf("[role=status]"));
        Assert.Equal([picture], CardsOf(found));
        Assert.Equal([picture], CardsOf(owned));
        Assert.Empty(CardsOf(nothing));
    }

    public void Dispose() => _app.Dispose();

    private static List<string> CardsOf(HtmlPage page) => [.. page.Document.QuerySelectorAll(".media-grid a").Select(link => link.GetAttribute("href")!)];

    private static (int Width, int Height) SizeOf(byte[] bytes)
    {
        using var picture = Image.NewFromBuffer(bytes);
        return (picture.Width, picture.Height);
    }

    private static async Task<Dictionary<string, byte[]>> ReadAsync(HttpClient editor, HtmlPage page)
    {
        var files = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        foreach (var address in FilesOf(page))
        {
            files[address] = await editor.GetByteArrayAsync(new Uri(address, UriKind.Relative));
        }

        return files;
    }

    private static async Task<List<HttpStatusCode>> ReadStatusAsync(HttpClient editor, HtmlPage page)
    {
        var answers = new List<HttpStatusCode>();
        foreach (var address in FilesOf(page))
        {
            answers.Add((await editor.OpenAsync(address)).Status);
        }

        return answers;
    }

    private Task<int> WriteAsync(string slug, string body, string html) => _app.InDatabaseAsync(async db =>
    {
        var publication = await db.Publications.Include(one => one.Texts).FirstAsync(one => one.Slug == slug);
        publication.Texts.First(text => text.Language == "nb").Rewrite(new TextDraft(slug, "Ingress", body, html, 20, 5));
        return await db.SaveChangesAsync();
    });
}
