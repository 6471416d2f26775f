using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using UngPortal.Features.Accounts;
using UngPortal.Features.Accounts.Factors;
using UngPortal.Features.Accounts.Mails;
using UngPortal.Kernel;
using UngPortal.Platform.Data;
using UngPortal.Platform.Security;
using UngPortal.Testing;

namespace UngPortal.Tests.Features.Accounts;

/// <summary>People with a password and an app, and forms sent as a browser would.</summary>
internal static class StaffAccounts
{
    public const string Password = "lykt gresskar trapp mandel";

    public static async Task<Account> CreateAsync(this PortalApp app, params StaffRole[] roles)
    {
        var id = await app.HireAsync(roles: roles.Length == 0 ? [StaffRole.Editor] : roles);
        await using var scope = app.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PortalDbContext>();
        var person = await db.Staff.FirstAsync(member => member.Id == id);
        var authenticator = scope.ServiceProvider.GetRequiredService<Authenticator>();
        scope.ServiceProvider.GetRequiredService<StaffPasswords>().Choose(person, Password);
        var setup = authenticator.Offer(null, person.Email!);
        var secret = BytesOf(setup.Text);
        Assert.True(authenticator.TrySetUp(person, setup.Carried, app.CodeNow(secret)));
        var codes = await scope.ServiceProvider.GetRequiredService<RecoveryCodeBook>().ReplaceAsync(id, CancellationToken.None);
        await db.SaveChangesAsync();
        app.Clock.Advance(TimeSpan.FromMinutes(2));
        return new Account(id, person.Email!, secret, codes);
    }

    /// <summary>Writes the mails to staff that are announced now. Returns how many.</summary>
    public static Task<int> WriteStaffMailsAsync(this PortalApp app) => app.Services.GetRequiredService<StaffMails>().RunAsync(CancellationToken.None);

    public static string CodeNow(this PortalApp app, byte[] secret) => Totp.CodeOf(secret, Totp.StepOf(app.Clock.GetUtcNow()));

    /// <summary>Opens a page and sends its form with the fields changed.</summary>
    public static async Task<HtmlPage> SendAsync(this HttpClient client, string path, Dictionary<string, string> fields, string? action = null)
    {
        var page = await HtmlPage.ReadAsync(await client.GetAsync(new Uri(path, UriKind.Relative)));
        Assert.Equal(HttpStatusCode.OK, page.Status);
        return await client.SubmitAsync(page, action ?? path.Split('?')[0], fields);
    }

    public static async Task<HtmlPage> SubmitAsync(this HttpClient client, HtmlPage page, string action, Dictionary<string, string> fields)
    {
        var form = page.Form(action);
        foreach (var (name, value) in fields)
        {
            form[name] = value;
        }

        using var content = new FormUrlEncodedContent(form);
        return await HtmlPage.ReadAsync(await client.PostAsync(new Uri(action, UriKind.Relative), content));
    }

    public static Task<HtmlPage> TypePasswordAsync(this HttpClient client, string email, string password, string to = "") =>
        client.SendAsync("/admin/logg-inn" + to, new() { ["Epost"] = email, ["Passord"] = password }, "/admin/logg-inn");

    public static Task<HtmlPage> TypeCodeAsync(this HttpClient client, string code) => client.SendAsync("/admin/logg-inn/kode", new() { ["kode"] = code });

    public static async Task<HttpStatusCode> HomeAsync(this HttpClient client)
    {
        using var answer = await client.GetAsync(new Uri("/admin", UriKind.Relative));
        return answer.StatusCode;
    }

    public static string Where(this HtmlPage page) => page.Response.Headers.Location?.OriginalString ?? "";

    /// <summary>The secret that a page shows to type.</summary>
    public static byte[] BytesOf(string text)
    {
        var bits = string.Concat(text.Where(c => c != ' ').Select(c => Convert.ToString("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".IndexOf(c, StringComparison.Ordinal), 2).PadLeft(5, '0')));
        return [.. Enumerable.Range(0, bits.Length / 8).Select(at => Convert.ToByte(bits.Substring(at * 8, 8), 2))];
    }

    public sealed record Account(int Id, string Email, byte[] Secret, IReadOnlyList<string> Codes);
}
