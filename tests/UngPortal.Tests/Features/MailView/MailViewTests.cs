using System.Net;
using MimeKit;
using UngPortal.Kernel;
using UngPortal.Platform.Mail;
using UngPortal.Testing;

namespace UngPortal.Tests.Features.MailView;

/// <summary>Mail on a developer's machine: files, and pages that show them.</summary>
public sealed class MailViewTests(DevelopmentApp app) : IClassFixture<DevelopmentApp>
{
    [Fact]
    public async Task Mail_InDevelopment_IsAFileAndAPageWithItsTextEncodedAndItsLinksAlive()
    {
        var id = await app.PostAsync("kari@prove.invalid", "Bli med <b>", "Hei <script>alert(1)</script>\nhttps://localhost/admin/x?a=1&b=2 \njavascript:alert(1)");
        await app.DeliverMailAsync();
        using var staff = await app.SignInAsAsync(StaffRole.Editor);

        var list = await HtmlPage.ReadAsync(await staff.GetAsync(new Uri("/admin/epost", UriKind.Relative)));
        var page = await HtmlPage.ReadAsync(await staff.GetAsync(new Uri($"/admin/epost/{id}", UriKind.Relative)));

        Assert.Contains($"/admin/epost/{id}", list.Links);
        Assert.Contains("Bli med <b> kari@prove.invalid Sendt", list.TextsOf(".staff-list li"));
        Assert.Equal("Bli med <b>", page.TextOf("h1"));
        Assert.Equal("Hei <script>alert(1)</script>\nhttps://localhost/admin/x?a=1&b=2 \njavascript:alert(1)", page.Document.QuerySelector(".mail-text")!.TextContent);
        Assert.Equal(["https://localhost/admin/x?a=1&b=2"], page.Document.QuerySelectorAll(".mail-text a").Select(link => link.GetAttribute("href")!));
        Assert.Empty(page.Document.QuerySelectorAll(".mail-text script"));

        var mail = await app.MailAsync(id);
        Assert.Equal(MailState.Sent, mail.State);
        var letter = await MimeMessage.LoadAsync(Path.Combine(app.Database.Folder, "mail", mail.MessageId.Split('@')[0] + ".eml"));
        Assert.Equal(mail.MessageId, letter.MessageId);
    }

    [Fact]
    public async Task View_InDevelopment_IsForStaffOnlyAndKnowsItsMails()
    {
        using var visitor = app.CreateVisitor();
        using var staff = await app.SignInAsAsync(StaffRole.Editor);

        Assert.Equal(HttpStatusCode.Redirect, (await visitor.GetAsync(new Uri("/admin/epost", UriKind.Relative))).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await staff.GetAsync(new Uri("/admin/epost/987654", UriKind.Relative))).StatusCode);
    }

    [Theory]
    [InlineData("/admin/epost")]
    [InlineData("/admin/epost/1")]
    public async Task View_InProduction_IsNotThere(string path)
    {
        await using var production = new PortalApp();
        using var staff = await production.SignInAsAsync(StaffRole.PlatformAdmin);
        await production.PostAsync();

        using var answer = await staff.GetAsync(new Uri(path, UriKind.Relative));
        var home = await HtmlPage.ReadAsync(await staff.GetAsync(new Uri("/admin", UriKind.Relative)));

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.DoesNotContain("/admin/epost", home.Links);
    }
}
