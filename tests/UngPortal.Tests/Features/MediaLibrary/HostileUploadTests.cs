using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using UngPortal.Features.MediaLibrary;
using UngPortal.Kernel;
using UngPortal.Testing;
using static UngPortal.Tests.Features.MediaLibrary.MediaVisits;

namespace UngPortal.Tests.Features.MediaLibrary;

/// <summary>Files that nobody should send: each is refused with a clear text, and nothing of it is kept.</summary>
public sealed class HostileUploadTests(HostileUploadTests.Site app) : IClassFixture<HostileUploadTests.Site>
{
    private const HttpStatusCode WrongType = HttpStatusCode.UnsupportedMediaType;
    private const HttpStatusCode Unprocessable = HttpStatusCode.UnprocessableEntity;

    public static TheoryData<string> Drawings { get; } =
    [
        "<svg xmlns='http://www.w3.org/2000/svg'><script>window.__xss=1</script></svg>",
        "<svg xmlns='http://www.w3.org/2000/svg' onload='window.__xss=1'/>",
        "<?xml version='1.0'?><svg xmlns='http://www.w3.org/2000/svg'><a href='javascript:window.__xss=1'><rect/></a></svg>",
        "<svg xmlns='http://www.w3.org/2000/svg'><foreignObject><body xmlns='http://www.w3.org/1999/xhtml' onload='1'/></foreignObject></svg>",
        "<svg xmlns='http://www.w3.org/2000/svg'><use href='data:image/svg+xml;base64,PHN2Zy8+#x'/></svg>",
        "<svg xmlns='http://www.w3.org/2000/svg'><image href='http://169.254.169.254/latest/meta-data'/></svg>",
        "<!DOCTYPE svg [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><svg xmlns='http://www.w3.org/2000/svg'>&x;</svg>",
        "<!DOCTYPE svg [<!ENTITY a 'aaaa'><!ENTITY b '&a;&a;&a;'>]><svg xmlns='http://www.w3.org/2000/svg'>&b;</svg>",
        "<svg xmlns='http://www.w3.org/2000/svg'><animate attributeName='href' values='javascript:1'/></svg>",
        "<svg xmlns='http://www.w3.org/2000/svg'><set attributeName='onmouseover' to='1'/></svg>",
        "\uFEFF  <svg xmlns='http://www.w3.org/2000/svg'><style>@import 'http://evil.invalid/x'</style></svg>",
        "<svg:svg xmlns:svg='http://www.w3.org/2000/svg'><svg:script>1</svg:script></svg:svg>",
    ];

    [Theory]
    [MemberData(nameof(Drawings))]
    public async Task V1_3_4_Upload_ADrawingWithScript_IsRefused(string drawing)
    {
        var bytes = Encoding.UTF8.GetBytes(drawing);

        await RefusedAsync(WrongType, new Part(bytes, "tegning.svg", "image/svg+xml"));
        await RefusedAsync(WrongType, new Part(bytes, "tegning.png", "image/png"));
    }

    [Theory]
    [InlineData("GIF89a\u0001\u0000\u0001\u0000\u0080\u0000\u0000", "bilde.gif", "image/gif")]
    [InlineData("GIF87a\u0001\u0000\u0001\u0000\u0080\u0000\u0000", "bilde.jpg", "image/jpeg")]
    [InlineData("%PDF-1.7\n1 0 obj", "rapport.pdf", "application/pdf")]
    [InlineData("PK\u0003\u0004\u0014\u0000", "arkiv.zip", "application/zip")]
    [InlineData("PK\u0003\u0004\u0014\u0000", "brev.docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document")]
    [InlineData("<!DOCTYPE html><script>1</script>", "side.html", "text/html")]
    [InlineData("<!DOCTYPE html><script>1</script>", "side.jpg", "image/jpeg")]
    [InlineData("X5O!P%@AP[4\\PZX54(P^)7CC)7}-PROVE-TESTFIL!$H+H*", "virus.png", "image/png")]
    [InlineData("II*\u0000\u0008\u0000\u0000\u0000", "bilde.tif", "image/tiff")]
    [InlineData("MZ\u0090\u0000", "program.jpg", "image/jpeg")]
    [InlineData("x", "kort.jpg", "image/jpeg")]
    public async Task V5_2_2_Upload_AnythingElse_IsRefused(string content, string name, string type) =>
        await RefusedAsync(WrongType, new Part(Encoding.Latin1.GetBytes(content), name, type));

    [Theory]
    [InlineData(".jpg", "image/jpeg")]
    [InlineData(".png", "image/png")]
    [InlineData(".webp", "image/webp")]
    [InlineData(".avif", "image/avif")]
    public async Task V5_2_2_Upload_CutOff_Is422(string ending, string type)
    {
        var whole = TestPictures.Of(800, 600, ending);

        await RefusedAsync(Unprocessable, new Part(whole[..(whole.Length * 6 / 10)], "kuttet" + ending, type));
        await RefusedAsync(Unprocessable, new Part(whole[..30], "kuttet" + ending, type));
    }

    [Fact]
    public async Task V5_2_2_Upload_WithAStowaway_Is415()
    {
        var jpeg = TestPictures.Jpeg(64, 64);
        byte[] Joined(byte[] picture, string tail) => [.. picture, .. Encoding.Latin1.GetBytes(tail)];

        await RefusedAsync(WrongType, new Part(Joined(jpeg, "<HTML><script>alert(1)</script>"), "a.jpg"));
        await RefusedAsync(WrongType, new Part(TestPictures.JpegWithRemark("*/=1;</x><ScRipt>alert(1)</script>"), "b.jpg"));
        await RefusedAsync(WrongType, new Part(Joined(TestPictures.Png(64, 64), "PK\u0003\u0004\u0014\u0000arkiv"), "c.png", "image/png"));
        await RefusedAsync(WrongType, new Part(Joined(TestPictures.WebP(64, 64), "<?php system(1);"), "d.webp", "image/webp"));
        await RefusedAsync(WrongType, new Part(Joined(TestPictures.Avif(64, 64), "\u0000\u0000\u0000\u0010PK\u0003\u0004%PDF-"), "e.avif", "image/avif"));
    }

    [Fact]
    public async Task V5_2_6_Upload_ABomb_Is422()
    {
        await RefusedAsync(Unprocessable, new Part(TestPictures.Bomb(30_000, 30_000), "bombe.png", "image/png"));
        await RefusedAsync(Unprocessable, new Part(TestPictures.Bomb(20_000, 32), "lang.png", "image/png"));
        await RefusedAsync(Unprocessable, new Part(TestPictures.Png(8, 8), "prikk.png", "image/png"));
    }

    [Fact]
    public async Task Upload_ThatMoves_Is415()
    {
        await RefusedAsync(WrongType, new Part(TestPictures.AnimatedWebP(), "a.webp", "image/webp"));
        await RefusedAsync(WrongType, new Part(TestPictures.AnimatedPng(), "b.png", "image/png"));
    }

    [Theory]
    [InlineData("bilde.png", "image/png")]
    [InlineData("bilde.jpg", "image/png")]
    [InlineData("bilde.jpg", "text/html")]
    [InlineData("bilde.html", "image/jpeg")]
    [InlineData("bilde.jpg.exe", "image/jpeg")]
    [InlineData("bilde", "image/jpeg")]
    public async Task V5_2_2_Upload_ThatLiesAboutItself_IsRefused(string name, string type) => await RefusedAsync(WrongType, new Part(TestPictures.Jpeg(64, 64), name, type));

    [Theory]
    [InlineData("../../wwwroot/x.jpg")]
    [InlineData("..%2f..%2fx.jpg")]
    [InlineData("..\\\\x.jpg")]
    [InlineData("CON.jpg")]
    [InlineData("lpt1.jpg")]
    [InlineData("a\u202Egpj.jpg")]
    [InlineData("a\u0000.jpg")]
    [InlineData("a\u0007.jpg")]
    [InlineData("C:/x.jpg")]
    public async Task V5_3_2_Upload_UnderATrickName_IsRefused(string name) => await RefusedAsync(Unprocessable, new Part(TestPictures.Jpeg(64, 64), name));

    [Fact]
    public async Task V5_3_2_Upload_UnderAVeryLongName_IsRefused() => await RefusedAsync(Unprocessable, new Part(TestPictures.Jpeg(64, 64), new string('a', 300) + ".jpg"));

    [Fact]
    public async Task Upload_NotOneFileInItsField_Is422()
    {
        var jpeg = TestPictures.Jpeg(64, 64);

        await RefusedAsync(Unprocessable);
        await RefusedAsync(Unprocessable, new Part([], "tom.jpg"));
        await RefusedAsync(Unprocessable, new Part(jpeg, "a.jpg"), new Part(jpeg, "b.jpg"));
        await RefusedAsync(Unprocessable, new Part(jpeg, "a.jpg", Field: "Bilde"));
        await RefusedAsync(Unprocessable, new Part(jpeg, "a.jpg"), new Part(jpeg, "b.jpg", Field: "Bilde"));
    }

    [Fact]
    public async Task V5_2_1_Upload_TooLarge_Is413()
    {
        var justOver = new byte[(20 * 1024 * 1024) + 1];
        TestPictures.Jpeg(64, 64).CopyTo(justOver, 0);

        await RefusedAsync(HttpStatusCode.RequestEntityTooLarge, new Part(justOver, "stor.jpg"));

        using var editor = await app.SignInAsAsync(StaffRole.Editor);
        var far = await editor.UploadAsync(new byte[21 * 1024 * 1024]);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, far.Status);
        Assert.Equal("Filen er for stor", far.TextOf("h1"));
        await NothingIsKeptAsync();
    }

    /// <summary>Sends the files with a right description, and looks whether anything of them stayed.</summary>
    private async Task RefusedAsync(HttpStatusCode expected, params Part[] parts)
    {
        using var editor = await app.SignInAsAsync(StaffRole.Editor);

        var page = await editor.UploadAsync(Description(), parts);

        Assert.True(page.Status == expected, $"{page.Status} {page.TextOf(".error-summary")} for {string.Join(", ", parts.Select(part => part.FileName))}");
        Assert.NotEmpty(page.TextOf("#Fil-feil"));
        Assert.DoesNotContain("Upload_", page.Text, StringComparison.Ordinal);
        Assert.Equal("En rød og en blå flate", page.TextOf("#AltNb"));
        await NothingIsKeptAsync();
    }

    private async Task NothingIsKeptAsync()
    {
        Assert.Empty(KeptFiles(app));
        Assert.Equal(0, await app.InDatabaseAsync(db => db.MediaItems.CountAsync()));
    }

    public sealed class Site : PortalApp
    {
        public Site() => With("Media:Pictures:Limit", Patience);
    }
}
