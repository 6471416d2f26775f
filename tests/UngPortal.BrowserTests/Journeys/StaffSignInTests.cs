using Microsoft.Playwright;
using UngPortal.BrowserTests.Accessibility;
using UngPortal.BrowserTests.Site;

namespace UngPortal.BrowserTests.Journeys;

/// <summary>From the link in the mail to a sign-in by passkey, and everything but the passkey without JavaScript.</summary>
public sealed class StaffSignInTests : IAsyncLifetime
{
    private readonly BrowserSite _site = new("localhost");

    [Fact]
    public async Task Join_ByALink_ThenSignInByPasskey()
    {
        var (_, token) = await StaffJoining.InviteAsync(_site.App);
        await using var visit = await _site.VisitAsync(watchesPolicy: true);
        await StaffJoining.AddAuthenticatorAsync(visit);
        await StaffJoining.JoinAsync(_site.App, visit, token);
        await visit.OpenAsync("/admin/min-konto/nokler");
        await ExpectNoViolationsAsync(visit);
        await visit.Page.FillAsync("#navn", "Min mobil");
        await visit.Page.ClickAsync("form[data-passkey=create] button");
        await Assertions.Expect(visit.Page.Locator("button[name=nokkel]")).ToHaveCountAsync(1);
        await visit.Page.ClickAsync(".staff-out button");
        await visit.ArriveAsync("**/admin/logg-inn");
        await ExpectNoViolationsAsync(visit);

        await visit.Page.ClickAsync("form[data-passkey=get] button");
        await visit.ArriveAsync("**/admin");

        Assert.StartsWith("Hei, Ny", await visit.Page.InnerTextAsync("h1"), StringComparison.Ordinal);
        Assert.Empty(await visit.Page.EvaluateAsync<string[]>("window.policyViolations"));
    }

    [Fact]
    public async Task SignIn_WithoutJavaScript_WorksWithPasswordAndCode()
    {
        var (email, token) = await StaffJoining.InviteAsync(_site.App);
        await using var visit = await _site.VisitAsync(360, 740, javaScript: false);
        var secret = await StaffJoining.JoinAsync(_site.App, visit, token);
        await visit.OpenAsync("/admin");
        await visit.Page.ClickAsync(".staff-out button");
        await visit.ArriveAsync("**/admin/logg-inn");
        _site.App.Clock.Advance(TimeSpan.FromMinutes(1));

        await visit.Page.FillAsync("#Epost", email);
        await visit.Page.FillAsync("#Passord", StaffJoining.Password);
        await visit.Page.ClickAsync("form[action='/admin/logg-inn'] button");
        await visit.ArriveAsync("**/admin/logg-inn/kode*");
        await visit.Page.FillAsync("#kode", StaffJoining.CodeOf(_site.App, secret));
        await visit.Page.ClickAsync("main button");
        await visit.ArriveAsync("**/admin");

        Assert.StartsWith("Hei, Ny", await visit.Page.InnerTextAsync("h1"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pages_OfTheAccount_HaveNoAccessibilityFaults()
    {
        var (_, token) = await StaffJoining.InviteAsync(_site.App);
        await using var visit = await _site.VisitAsync();
        await visit.OpenAsync($"/admin/invitasjon/{token}");
        await ExpectNoViolationsAsync(visit);
        await StaffJoining.JoinAsync(_site.App, visit, token);
        await ExpectNoViolationsAsync(visit);
        foreach (var path in new[] { "/admin/min-konto", "/admin/min-konto/passord", "/admin/min-konto/app", "/admin/min-konto/koder", "/admin/bekreft", "/admin/glemt-passord" })
        {
            await visit.OpenAsync(path);
            await ExpectNoViolationsAsync(visit);
        }
    }

    public Task InitializeAsync() => _site.InitializeAsync();

    public Task DisposeAsync() => _site.DisposeAsync();

    private static async Task ExpectNoViolationsAsync(Visit visit)
    {
        await Axe.AddAsync(visit.Page);
        Assert.Empty(await Axe.ViolationsAsync(visit.Page));
    }
}
