using System.Net;
using Microsoft.EntityFrameworkCore;
using UngPortal.Features.Services;
using UngPortal.Features.Services.Checking;
using UngPortal.Kernel;
using UngPortal.Testing;

namespace UngPortal.Tests.Features.Services.Upkeep;

/// <summary>What a reader says is wrong becomes a task, without anybody's name.</summary>
public sealed class ReportTests(PortalApp app) : IClassFixture<PortalApp>
{
    private const string Path = "/tjenester/dopingkontakten/feil";

    [Fact]
    public async Task Report_Sent_IsATask_AndHandledOnce()
    {
        using var visitor = app.CreateVisitor();
        var sent = await visitor.FillInAsync(Path, null, ("Feil", "Hours"), ("Tekst", "De svarte ikke klokken ti."));
        Assert.Equal("/tilbakemelding/takk?side=/tjenester/dopingkontakten", sent.Response.Headers.Location!.ToString());

        using var editor = await app.SignInAsAsync(StaffRole.Editor);
        var list = await HtmlPage.ReadAsync(await editor.GetAsync(new Uri("/admin/tjenester/meldinger", UriKind.Relative)));
        var task = Assert.Single(list.TextsOf(".staff-list li"), text => text.Contains("De svarte ikke klokken ti.", StringComparison.Ordinal));
        Assert.Contains("Åpningstidene", task, StringComparison.Ordinal);
        var id = await app.InDatabaseAsync(db => db.ServiceReports.Where(report => report.Text == "De svarte ikke klokken ti.").Select(report => report.Id).SingleAsync());

        for (var times = 0; times < 2; times++)
        {
            using var handled = await HandleAsync(editor, id);
            Assert.Equal(HttpStatusCode.Redirect, handled.StatusCode);
        }

        Assert.Equal(["service-report-handled Hours"], await app.AuditOfAsync("service:dopingkontakten"));
    }

    [Theory]
    [InlineData(null, "", "Velg hva som er feil.")]
    [InlineData("Volapyk", "Noe", "Velg hva som er feil.")]
    [InlineData("Other", "", "Skriv hva som er feil")]
    [InlineData("Hours", "langt", "Det ble litt langt.")]
    public async Task Report_ThatIsWrong_IsRefusedInWords_AndKept(string? fault, string text, string message)
    {
        var written = text == "langt" ? new string('å', ServiceReport.TextMaxLength + 1) : text;
        using var visitor = app.CreateVisitor();

        var page = await visitor.FillInAsync(Path, null, ("Feil", fault), ("Tekst", written));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Contains(message, page.TextOf(".error-summary"), StringComparison.Ordinal);
        Assert.Equal(written, page.Document.QuerySelector("textarea")!.TextContent);
        Assert.False(await app.InDatabaseAsync(db => db.ServiceReports.AnyAsync(report => report.Text == written && written != "")));
    }

    [Fact]
    public async Task Report_SentTwice_IsKeptOnce()
    {
        using var visitor = app.CreateVisitor();
        var key = Guid.NewGuid().ToString();

        await visitor.FillInAsync(Path, null, ("Feil", "Gone"), ("Nokkel", key));
        await visitor.FillInAsync(Path, null, ("Feil", "Gone"), ("Nokkel", key));

        Assert.Equal(1, await app.InDatabaseAsync(db => db.ServiceReports.CountAsync(report => report.FormKey == Guid.Parse(key))));
        Assert.Equal(HttpStatusCode.NotFound, (await app.GetPageAsync("/tjenester/finnes-ikke/feil")).Status);
    }

    [Fact]
    public async Task Report_AfterNinetyDays_IsGone()
    {
        using var own = new PortalApp().WithoutWorkers();
        var (service, _) = await own.ServiceAsync();
        await own.ReportedAsync(service);
        own.Clock.Advance(TimeSpan.FromDays(ServiceReport.KeptDays - 1));
        await own.RunAsync<ReportRetention>();
        Assert.Equal(1, await own.InDatabaseAsync(db => db.ServiceReports.CountAsync()));

        own.Clock.Advance(TimeSpan.FromDays(2));
        await own.RunAsync<ReportRetention>();

        Assert.Equal(0, await own.InDatabaseAsync(db => db.ServiceReports.CountAsync()));
    }

    private static async Task<HttpResponseMessage> HandleAsync(HttpClient editor, int id)
    {
        var page = await HtmlPage.ReadAsync(await editor.GetAsync(new Uri("/admin/tjenester/ny", UriKind.Relative)));
        using var content = new FormUrlEncodedContent([KeyValuePair.Create("melding", $"{id}"), KeyValuePair.Create("__RequestVerificationToken", page.Form("/admin/tjenester/ny")["__RequestVerificationToken"])]);
        return await editor.PostAsync(new Uri("/admin/tjenester/meldinger", UriKind.Relative), content);
    }
}
