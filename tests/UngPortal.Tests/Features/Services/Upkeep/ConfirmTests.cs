using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using UngPortal.Features.Services;
using UngPortal.Features.Services.Checking;
using UngPortal.Platform.Mail;
using UngPortal.Testing;

namespace UngPortal.Tests.Features.Services.Upkeep;

/// <summary>A service's facts go down the ladder until its assurer says by the link that they are right.</summary>
public sealed partial class ConfirmTests : IDisposable
{
    private readonly PortalApp _app = new PortalApp().WithoutWorkers();

    [Fact]
    public async Task Ladder_NobodyConfirms_AsksThenTellsThenTakesTheClaimAway()
    {
        var (id, slug) = await ServiceAsync();
        await _app.RunAsync<AssuranceRound>();
        Assert.Empty(await LinksAsync());

        _app.Clock.Advance(TimeSpan.FromDays(90));
        await _app.RunAsync<AssuranceRound>();
        await _app.RunAsync<AssuranceRound>();
        Assert.Single(await LinksAsync());
        Assert.DoesNotContain("Ikke bekreftet siden", (await PageAsync(slug)).Text, StringComparison.Ordinal);

        _app.Clock.Advance(TimeSpan.FromDays(14));
        await _app.RunAsync<AssuranceRound>();
        Assert.Equal(2, (await LinksAsync()).Count);

        _app.Clock.Advance(TimeSpan.FromDays(16));
        var noted = await PageAsync(slug);
        Assert.Contains("Ikke bekreftet siden 23. november 2026.", noted.Text, StringComparison.Ordinal);
        Assert.Contains("Døgnåpen", noted.TextOf(".state"), StringComparison.Ordinal);

        _app.Clock.Advance(TimeSpan.FromDays(30));
        Assert.Contains("Ukjent, sjekk nettsiden", (await PageAsync(slug)).TextOf(".state"), StringComparison.Ordinal);
        Assert.DoesNotContain(slug, (await _app.GetPageAsync("/tjenester?apen=na")).Text, StringComparison.Ordinal);
        Assert.Contains("Døgnåpen", (await PageAsync("112-politi")).TextOf(".state"), StringComparison.Ordinal);
        Assert.Equal(ServiceState.Listed, await _app.InDatabaseAsync(db => db.Services.Where(service => service.Id == id).Select(service => service.State).SingleAsync()));
    }

    [Fact]
    public async Task Link_Opened_ChangesNothing_AndPressed_Confirms()
    {
        var (_, slug) = await ServiceAsync();
        _app.Clock.Advance(TimeSpan.FromDays(151));
        await _app.RunAsync<AssuranceRound>();
        var path = Assert.Single(await LinksAsync());
        using var assurer = _app.CreateVisitor();

        var opened = await OpenAsync(assurer, path);
        await OpenAsync(assurer, path);
        Assert.Contains("Stemmer dette fortsatt?", opened.TextOf("h1"), StringComparison.Ordinal);
        Assert.Contains("99 99 99 99", opened.Text, StringComparison.Ordinal);
        Assert.Contains("no-store", opened.Response.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
        Assert.Empty(await _app.AuditOfAsync($"service:{slug}"));

        Assert.Equal(HttpStatusCode.Redirect, (await assurer.FillInAsync(path, null)).Status);
        Assert.Contains("Takk, det er bekreftet", (await OpenAsync(assurer, path)).TextOf("h1"), StringComparison.Ordinal);
        await _app.DeliverOutboxAsync();
        Assert.Contains("Døgnåpen", (await PageAsync(slug)).TextOf(".state"), StringComparison.Ordinal);
        Assert.Equal(["service-assured"], await _app.AuditOfAsync($"service:{slug}"));

        // The same link is spent: a year later it opens nothing that is to be confirmed.
        _app.Clock.Advance(TimeSpan.FromDays(61));
        Assert.Equal(HttpStatusCode.Gone, (await OpenAsync(assurer, path)).Status);
    }

    [Theory]
    [InlineData("finnes-ikke")]
    [InlineData("AAAA")]
    [InlineData("%F0%9F%98%80")]
    public async Task Link_Forged_SaysThatItDoesNotHold(string token)
    {
        using var visitor = _app.CreateVisitor();
        var page = await OpenAsync(visitor, $"/bekreft/{token}");

        Assert.Equal(HttpStatusCode.Gone, page.Status);
        Assert.Contains("Lenken gjelder ikke lenger", page.TextOf("h1"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Link_OfAnEarlierAsking_IsSpentOnceConfirmed()
    {
        await ServiceAsync();
        _app.Clock.Advance(TimeSpan.FromDays(90));
        await _app.RunAsync<AssuranceRound>();
        _app.Clock.Advance(TimeSpan.FromDays(14));
        await _app.RunAsync<AssuranceRound>();
        var links = await LinksAsync();
        using var assurer = _app.CreateVisitor();

        await assurer.FillInAsync(links[1], null);

        Assert.Contains("Takk, det er bekreftet", (await OpenAsync(assurer, links[0])).TextOf("h1"), StringComparison.Ordinal);
    }

    public void Dispose() => _app.Dispose();

    private static async Task<HtmlPage> OpenAsync(HttpClient client, string path) => await HtmlPage.ReadAsync(await client.GetAsync(new Uri(path, UriKind.Relative)));

    private async Task<HtmlPage> PageAsync(string slug) => await _app.GetPageAsync($"/tjenester/{slug}");

    private async Task<(int Id, string Slug)> ServiceAsync()
    {
        var (id, slug) = await _app.ServiceAsync(hours: "24/7");
        await _app.InDatabaseAsync(async db =>
        {
            (await db.Services.SingleAsync(service => service.Id == id)).NameAssurer("kari@prove.invalid");
            return await db.SaveChangesAsync();
        });
        await _app.Services.GetRequiredService<HelpNowCopy>().RefreshAsync(CancellationToken.None);
        return (id, slug);
    }

    private async Task<List<string>> LinksAsync()
    {
        var mails = await _app.InDatabaseAsync(db => db.Mails.AsNoTracking().Where(mail => mail.Recipient == "kari@prove.invalid").OrderBy(mail => mail.Id).ToListAsync());
        return mails.ConvertAll(mail => Link().Match(_app.Services.GetRequiredService<MailText>().Read(mail)).Value);
    }

    [GeneratedRegex(@"/bekreft/\S+", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 2_000)]
    private static partial Regex Link();
}
