using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using UngPortal.Features.Accounts;
using UngPortal.Features.Organisations;
using UngPortal.Kernel;
using UngPortal.Platform.Access;
using UngPortal.Platform.Data;
using UngPortal.Platform.Security;
using UngPortal.Testing;

namespace UngPortal.BrowserTests.Site;

/// <summary>How somebody new comes in: an invitation, a password, a code, a key of the virtual kind.</summary>
internal static class StaffJoining
{
    public const string Password = "lykt gresskar trapp mandel";

    /// <summary>Invites an editor. Returns the address and the token of the link in the mail.</summary>
    public static async Task<(string Email, string Token)> InviteAsync(PortalApp app)
    {
        var inviter = await app.HireAsync(roles: StaffRole.OrganisationAdmin);
        await using var scope = app.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PortalDbContext>();
        var invitations = scope.ServiceProvider.GetRequiredService<Invitations>();
        var house = await db.Organisations.SingleAsync(one => one.Number == StaffVisits.OwnHouse);
        var email = $"ny{inviter}@prove.invalid";
        var by = new StaffIdentity { Id = inviter, Name = "Person", SessionId = 0, ConfirmedAt = DateTime.UnixEpoch, Seats = [] };
        await invitations.InviteAsync(email, "Ny Medarbeider", house.Id, [StaffRole.Editor], by, CancellationToken.None);
        return (email, invitations.TokenOf(await db.Invitations.SingleAsync(one => one.Email == email))!);
    }

    /// <summary>Follows the link, chooses a password and proves the code. Returns the secret of the codes.</summary>
    public static async Task<byte[]> JoinAsync(PortalApp app, Visit visit, string token)
    {
        await visit.OpenAsync($"/admin/invitasjon/{token}");
        var secret = BytesOf(await visit.Page.InnerTextAsync(".secret"));
        await visit.Page.FillAsync("#Passord", Password);
        await visit.Page.FillAsync("#Kode", CodeOf(app, secret));
        await visit.Page.ClickAsync("main form button[type=submit]");
        await Assertions.Expect(visit.Page.Locator(".codes li")).ToHaveCountAsync(RecoveryCode.CodesAtATime);
        return secret;
    }

    /// <summary>The code at the site's present moment.</summary>
    public static string CodeOf(PortalApp app, byte[] secret) => Totp.CodeOf(secret, Totp.StepOf(app.Clock.GetUtcNow()));

    /// <summary>Gives the window a device that makes passkeys and confirms them by itself.</summary>
    public static async Task AddAuthenticatorAsync(Visit visit)
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

    /// <summary>A window of somebody who works here already.</summary>
    public static async Task<Visit> EnterAsync(this BrowserSite site, int staffId, int width = 1280, bool javaScript = true)
    {
        var (name, value) = await site.App.BeginSessionAsync(staffId);
        var visit = await site.VisitAsync(width, javaScript: javaScript, watchesPolicy: javaScript);
        await visit.Context.AddCookiesAsync([new Cookie { Name = name, Value = value, Url = site.Origin, HttpOnly = true }]);
        return visit;
    }

    private static byte[] BytesOf(string text)
    {
        var bits = string.Concat(text.Where(c => c != ' ').Select(c => Convert.ToString("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".IndexOf(c, StringComparison.Ordinal), 2).PadLeft(5, '0')));
        return [.. Enumerable.Range(0, bits.Length / 8).Select(at => Convert.ToByte(bits.Substring(at * 8, 8), 2))];
    }
}
