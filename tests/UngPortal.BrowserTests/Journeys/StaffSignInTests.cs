using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using UngPortal.BrowserTests.Accessibility;
using UngPortal.BrowserTests.Site;
using UngPortal.Features.Accounts;
using UngPortal.Features.Organisations;
using UngPortal.Kernel;
using UngPortal.Platform.Access;
using UngPortal.Platform.Data;
using UngPortal.Platform.Security;
using UngPortal.Testing;

namespace UngPortal.BrowserTests.Journeys;

/// <summary>From the link in the mail to a sign-in by passkey, and everything but the passkey without JavaScript.</summary>
public sealed class StaffSignInTests : IAsyncLifetime
{
    private const string Password = "lykt gresskar trapp mandel";

    private readonly BrowserSite _site = new("localhost");

    [Fact]
    public async Task Join_ByALink_ThenSignInByPasskey()
    {
        var (_, token) = await InviteAsync();
        await using var visit = await _site.VisitAsync(watchesPolicy: true);
        await AddAuthenticatorAsync(visit);
        await JoinAsync(visit, token);
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
        var (email, token) = await InviteAsync();
        await using var visit = await _site.VisitAsync(360, 740, javaScript: false);
        var secret = await JoinAsync(visit, token);
        await visit.OpenAsync("/admin");
        await visit.Page.ClickAsync(".staff-out button");
        await visit.ArriveAsync("**/admin/logg-inn");
        _site.App.Clock.Advance(TimeSpan.FromMinutes(1));

        await visit.Page.FillAsync("#Epost", email);
        await visit.Page.FillAsync("#Passord", Password);
        await visit.Page.ClickAsync("form[action='/admin/logg-inn'] button");
        await visit.ArriveAsync("**/admin/logg-inn/kode*");
        await visit.Page.FillAsync("#kode", CodeOf(secret));
        await visit.Page.ClickAsync("main button");
        await visit.ArriveAsync("**/admin");

        Assert.StartsWith("Hei, Ny", await visit.Page.InnerTextAsync("h1"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pages_OfTheAccount_HaveNoAccessibilityFaults()
    {
        var (_, token) = await InviteAsync();
        await using var visit = await _site.VisitAsync();
        await visit.OpenAsync($"/admin/invitasjon/{token}");
        await ExpectNoViolationsAsync(visit);
        await JoinAsync(visit, token);
        await ExpectNoViolationsAsync(visit);
        foreach (var path in new[] { "/admin/min-konto", "/admin/min-konto/passord", "/admin/min-konto/app", "/admin/min-konto/koder", "/admin/bekreft", "/admin/glemt-passord" })
        {
            await visit.OpenAsync(path);
            await ExpectNoViolationsAsync(visit);
        }
    }

    public Task InitializeAsync() => _site.InitializeAsync();

    public Task DisposeAsync() => _site.DisposeAsync();

    private static async Task AddAuthenticatorAsync(Visit visit)
    {
        var session = await visit.Context.NewCDPSessionAsync(visit.Page);
        await session.SendAsync("WebAuthn.enable");
        await session.SendAsync("WebAuthn.addVirtualAuthenticator", new Dictionary<string, object>
        {
            ["options"] = new Dictionary<string, object>
            {
                ["protocol"] = "ctap2",
                ["transport"] = "internal",
                ["hasResidentKey"] = true,
                ["hasUserVerification"] = true,
                ["isUserVerified"] = true,
                ["automaticPresenceSimulation"] = true,
            },
        });
    }

    private static async Task ExpectNoViolationsAsync(Visit visit)
    {
        await Axe.AddAsync(visit.Page);
        Assert.Empty(await Axe.ViolationsAsync(visit.Page));
    }

    private async Task<byte[]> JoinAsync(Visit visit, string token)
    {
        await visit.OpenAsync($"/admin/invitasjon/{token}");
        var secret = BytesOf(await visit.Page.InnerTextAsync(".secret"));
        await visit.Page.FillAsync("#Passord", Password);
        await visit.Page.FillAsync("#Kode", CodeOf(secret));
        await visit.Page.ClickAsync("main form button[type=submit]");
        await Assertions.Expect(visit.Page.Locator(".codes li")).ToHaveCountAsync(RecoveryCode.CodesAtATime);
        return secret;
    }

    private string CodeOf(byte[] secret) => Totp.CodeOf(secret, Totp.StepOf(_site.App.Clock.GetUtcNow()));

    private static byte[] BytesOf(string text)
    {
        var bits = string.Concat(text.Where(c => c != ' ').Select(c => Convert.ToString("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".IndexOf(c, StringComparison.Ordinal), 2).PadLeft(5, '0')));
        return [.. Enumerable.Range(0, bits.Length / 8).Select(at => Convert.ToByte(bits.Substring(at * 8, 8), 2))];
    }

    private async Task<(string Email, string Token)> InviteAsync()
    {
        var inviter = await _site.App.HireAsync(roles: StaffRole.OrganisationAdmin);
        await using var scope = _site.App.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PortalDbContext>();
        var invitations = scope.ServiceProvider.GetRequiredService<Invitations>();
        var house = await db.Organisations.SingleAsync(one => one.Number == StaffVisits.OwnHouse);
        var email = $"ny{inviter}@prove.invalid";
        var by = new StaffIdentity { Id = inviter, Name = "Person", SessionId = 0, ConfirmedAt = DateTime.UnixEpoch, Seats = [] };
        await invitations.InviteAsync(email, "Ny Medarbeider", house.Id, [StaffRole.Editor], by, CancellationToken.None);
        return (email, invitations.TokenOf(await db.Invitations.SingleAsync(one => one.Email == email))!);
    }
}
