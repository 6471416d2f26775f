using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using NodaTime;
using UngPortal.BrowserTests.Site;
using UngPortal.Features.Publishing;
using UngPortal.Kernel;
using UngPortal.Testing;

namespace UngPortal.BrowserTests.Journeys;

/// <summary>From the invitation to the live page, and what happens when two write at once.</summary>
public sealed class PublishingTests : IAsyncLifetime
{
    private const string Body = "Dette er en tekst. Den er kort, men den er sann.\n\n## Hva kan du gjøre?\n\nDu kan snakke med noen.";

    private readonly BrowserSite _site = new("localhost");

    [Fact]
    public async Task Publish_FromTheInvitation_ThroughTwoApprovals_OnItsMinute()
    {
        var (_, token) = await StaffJoining.InviteAsync(_site.App);
        await using var author = await _site.VisitAsync(watchesPolicy: true);
        await StaffJoining.AddAuthenticatorAsync(author);
        await StaffJoining.JoinAsync(_site.App, author, token);
        await author.OpenAsync("/admin/min-konto/nokler");
        await author.Page.FillAsync("#navn", "Min mobil");
        await author.Page.ClickAsync("form[data-passkey=create] button");
        await Assertions.Expect(author.Page.Locator("button[name=nokkel]")).ToHaveCountAsync(1);
        await author.Page.ClickAsync(".staff-out button");
        await author.ArriveAsync("**/admin/logg-inn");
        await author.Page.ClickAsync("form[data-passkey=get] button");
        await author.ArriveAsync("**/admin");

        await BeginAsync(author, "En fersk tekst om søvn");
        var draft = author.Path.Split('?')[0];
        await WriteAsync(author);
        await author.Page.ClickAsync("button[value=Submit]");
        await author.ArriveAsync($"**{draft}?gjort=1*");

        await ApproveAsync(draft, "Les og godkjenn: En fersk tekst om søvn", "ApproveAsEditor", StaffRole.Editor);
        await ApproveAsync(draft, "Faglig gjennomlesing: En fersk tekst om søvn", "ApproveAsProfessional", StaffRole.ExpertReviewer);

        await author.OpenAsync(draft);
        var at = Instant.FromDateTimeOffset(_site.App.Clock.GetUtcNow()).InZone(OsloTime.Zone).LocalDateTime.PlusMinutes(5);
        await author.Page.FillAsync("#Nar", at.ToString("uuuu-MM-dd'T'HH:mm", CultureInfo.InvariantCulture));
        await author.Page.ClickAsync("button[value=Schedule]");
        await author.ArriveAsync($"**{draft}?gjort=1*");
        await using var reader = await _site.VisitAsync(360, 740);
        Assert.Equal(404, (await reader.OpenAsync("/artikler/en-fersk-tekst-om-sovn")).Status);

        _site.App.Clock.Advance(TimeSpan.FromMinutes(5));
        await _site.App.Services.GetRequiredService<ScheduledPublishing>().RunAsync(CancellationToken.None);
        await _site.App.DeliverOutboxAsync();

        Assert.Equal(200, (await reader.OpenAsync("/artikler/en-fersk-tekst-om-sovn")).Status);
        Assert.Equal("En fersk tekst om søvn", await reader.Page.InnerTextAsync("h1"));
        await reader.OpenAsync("/artikler");
        await Assertions.Expect(reader.Page.GetByRole(AriaRole.Link, new() { Name = "En fersk tekst om søvn" })).ToHaveCountAsync(1);
        Assert.Empty(await author.Page.EvaluateAsync<string[]>("window.policyViolations"));
    }

    [Fact]
    public async Task Save_WhileAColleagueDidToo_ShowsBothTextsAndLosesNone()
    {
        await using var one = await _site.EnterAsync(await _site.App.HireAsync(roles: StaffRole.Editor));
        await using var other = await _site.EnterAsync(await _site.App.HireAsync(roles: StaffRole.Editor), javaScript: false);
        await BeginAsync(one, "Den to skriver i");
        var draft = one.Path.Split('?')[0];
        await other.OpenAsync(draft);
        await one.Page.FillAsync("#Ingress", "Den første skrev dette.");
        await SaveAsync(one);

        await other.Page.FillAsync("#Ingress", "Den andre skrev noe annet.");
        await other.Page.GetByRole(AriaRole.Button, new() { Name = "Lagre", Exact = true }).ClickAsync();

        await Assertions.Expect(other.Page.Locator("#Ingress")).ToHaveValueAsync("Den andre skrev noe annet.");
        Assert.Contains("Den første skrev dette.", await other.Page.InputValueAsync("#andres-tekst"), StringComparison.Ordinal);
        await other.Page.GetByRole(AriaRole.Button, new() { Name = "Lagre", Exact = true }).ClickAsync();
        await other.ArriveAsync("**lagret=1*");
        await Assertions.Expect(other.Page.Locator("#Ingress")).ToHaveValueAsync("Den andre skrev noe annet.");
    }

    [Fact]
    public async Task Autosave_AfterAColleagueSaved_StopsAndSaysSo()
    {
        await using var one = await _site.EnterAsync(await _site.App.HireAsync(roles: StaffRole.Editor));
        await BeginAsync(one, "Den som lagres av seg selv");
        var draft = one.Path.Split('?')[0];
        await using var other = await _site.EnterAsync(await _site.App.HireAsync(roles: StaffRole.Editor));
        await other.OpenAsync(draft);
        await one.Page.FillAsync("#Ingress", "Lagret av seg selv.");
        await Assertions.Expect(one.Page.Locator("[data-editor-status]")).ToContainTextAsync("Lagret");

        await other.Page.FillAsync("#Ingress", "Skrevet over.");
        await Assertions.Expect(other.Page.Locator("[data-editor-status]")).ToContainTextAsync("kollega");

        await one.OpenAsync(draft);
        await Assertions.Expect(one.Page.Locator("#Ingress")).ToHaveValueAsync("Lagret av seg selv.");
    }

    [Fact]
    public async Task Restore_AnOldRevision_BringsItsTextBackAndKeepsTheRest()
    {
        await using var visit = await _site.EnterAsync(await _site.App.HireAsync(roles: StaffRole.Editor));
        await BeginAsync(visit, "Den som ble bedre før");
        var draft = visit.Path.Split('?')[0];
        await visit.Page.FillAsync("#Ingress", "Den gode ingressen.");
        await SaveAsync(visit);
        await visit.Page.FillAsync("#Ingress", "En dårlig ingress.");
        await SaveAsync(visit);

        await visit.OpenAsync($"{draft}/historikk");
        Assert.Contains("dårlig", string.Join(' ', await visit.Page.Locator(".staff-diff ins").AllInnerTextsAsync()), StringComparison.Ordinal);
        Assert.Contains("gode", string.Join(' ', await visit.Page.Locator(".staff-diff del").AllInnerTextsAsync()), StringComparison.Ordinal);
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Hent tilbake 2" }).ClickAsync();
        await visit.ArriveAsync($"**{draft}?gjort=1*");

        await Assertions.Expect(visit.Page.Locator("#Ingress")).ToHaveValueAsync("Den gode ingressen.");
    }

    [Fact]
    public async Task Write_WithoutJavaScript_OnAPhone_ShowsThePreviewAndSubmits()
    {
        await using var visit = await _site.EnterAsync(await _site.App.HireAsync(roles: StaffRole.Editor), 360, javaScript: false);
        await BeginAsync(visit, "Uten skript");
        await FillAsync(visit);
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Forhåndsvis" }).ClickAsync();
        await Assertions.Expect(visit.Page.Locator("[data-editor-preview] h2").Last).ToContainTextAsync("Hva kan du gjøre?");
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Lagre", Exact = true }).ClickAsync();
        await visit.ArriveAsync("**lagret=1*");

        await visit.Page.ClickAsync("button[value=Submit]");
        await visit.ArriveAsync("**gjort=1*");

        await Assertions.Expect(visit.Page.Locator(".staff-tag").First).ToHaveTextAsync("Hos redaktør");
    }

    public Task InitializeAsync() => _site.InitializeAsync();

    public Task DisposeAsync() => _site.DisposeAsync();

    private static async Task BeginAsync(Visit visit, string title)
    {
        await visit.OpenAsync("/admin/innhold");
        await visit.Page.ClickAsync("a[href='/admin/innhold/ny']");
        await visit.ArriveAsync("**/admin/innhold/ny");
        await visit.Page.Locator("input[name=Type][value=Article]").CheckAsync(new() { Force = true });
        await visit.Page.FillAsync("#Tittel", title);
        await visit.Page.ClickAsync("main form button[type=submit]");
        await Assertions.Expect(visit.Page.Locator("#Ingress")).ToBeVisibleAsync();
    }

    private static async Task WriteAsync(Visit visit)
    {
        await FillAsync(visit);
        await SaveAsync(visit);
    }

    private static async Task FillAsync(Visit visit)
    {
        await visit.Page.FillAsync("#Ingress", "Søvn gjør godt.");
        await visit.Page.FillAsync("#Tekst", Body);
        await visit.Page.Locator("details:has(input[name=Tema][value=psykisk-helse]) > summary").Last.ClickAsync();
        await visit.Page.CheckAsync("input[name=Tema][value=psykisk-helse]");
        await visit.Page.CheckAsync("input[name=Alder][value='13-15']");
        await visit.Page.FillAsync("#Kilder", "Søvn | Helsenorge | https://www.helsenorge.no/sovn/");
    }

    /// <summary>The address may be the same before and after, so the window is marked.</summary>
    private static async Task SaveAsync(Visit visit)
    {
        await visit.Page.EvaluateAsync("() => { window.isBefore = true; }");
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Lagre", Exact = true }).ClickAsync();
        await visit.Page.WaitForFunctionAsync("() => !window.isBefore && document.readyState === 'complete'");
        await visit.ArriveAsync("**lagret=1*");
    }

    private async Task ApproveAsync(string draft, string work, string step, StaffRole role)
    {
        await using var visit = await _site.EnterAsync(await _site.App.HireAsync(roles: role));
        await visit.OpenAsync("/admin");
        await visit.Page.GetByRole(AriaRole.Link, new() { Name = work }).ClickAsync();
        await visit.ArriveAsync($"**{draft}");
        await visit.Page.ClickAsync($"button[value={step}]");
        await visit.ArriveAsync("**gjort=1*");
    }
}
