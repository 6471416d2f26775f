using System.Net;
using Microsoft.EntityFrameworkCore;
using UngPortal.Features.Accounts;
using UngPortal.Features.Organisations;
using UngPortal.Kernel;
using UngPortal.Platform.Audit;
using UngPortal.Testing;

namespace UngPortal.Tests.Features.Accounts;

/// <summary>A session is new at each sign-in, and dead when it must be, whatever cookie somebody kept.</summary>
public sealed class SessionEndTests : IDisposable
{
    private const string Cookie = "__Host-ansatt";

    private readonly NetworkedApp _app = new();

    [Fact]
    public async Task V7_2_4_SignIn_WithAPlantedCookie_BeginsAnotherSession()
    {
        var (person, thief) = (await _app.CreateAsync(), await _app.CreateAsync());
        var planted = await SignInAsync(thief, _app.CreateVisitor());
        using var victim = _app.CreateVisitor();
        victim.DefaultRequestHeaders.Add("Cookie", $"{Cookie}={planted}");

        var own = await SignInAsync(person, victim);

        Assert.NotEqual(planted, own);
        Assert.Equal(HttpStatusCode.Redirect, await HomeWithAsync(planted));
        Assert.Equal(HttpStatusCode.OK, await HomeWithAsync(own));
        var hashes = await _app.InDatabaseAsync(db => db.StaffSessions.Select(session => session.SecretHash).ToListAsync());
        Assert.Equal(2, hashes.Distinct().Count());
        Assert.All(hashes, hash => Assert.DoesNotContain(hash, own, StringComparison.Ordinal));
    }

    [Fact]
    public async Task V7_4_1_SignOut_EndsTheSessionOnTheServerAndClearsTheBrowser()
    {
        var person = await _app.CreateAsync();
        using var client = _app.CreateVisitor();
        var kept = await SignInAsync(person, client);
        Assert.Equal(HttpStatusCode.OK, await HomeWithAsync(kept));

        var answer = await client.SendAsync("/admin/logg-ut", []);

        Assert.Equal("/admin/logg-inn", answer.Where());
        Assert.Equal(["\"cache\", \"storage\""], answer.Response.Headers.GetValues("Clear-Site-Data"));
        Assert.Contains(answer.Response.Headers.GetValues("Set-Cookie"), cookie => cookie.StartsWith(Cookie + "=;", StringComparison.Ordinal) && cookie.Contains("expires=Thu, 01 Jan 1970", StringComparison.Ordinal));
        Assert.Equal(HttpStatusCode.Redirect, await HomeWithAsync(kept));
        Assert.True(await _app.InDatabaseAsync(db => db.AuditEntries.AnyAsync(entry => entry.Action == "signed-out" && entry.ActorId == person.Id)));
    }

    [Theory]
    [InlineData("disabled")]
    [InlineData("role")]
    [InlineData("agreement")]
    public async Task V8_3_2_Session_OfSomebodyWhoLostTheRight_OpensNothingTenSecondsLater(string how)
    {
        var id = await _app.HireAsync(roles: StaffRole.Editor);
        using var editor = await _app.SignInAsync(id);
        Assert.Equal(HttpStatusCode.OK, await GetAsync(editor, "/admin/innhold"));

        await TakeAwayAsync(id, how);
        _app.Clock.Advance(TimeSpan.FromSeconds(10));

        Assert.Equal(how == "disabled" ? HttpStatusCode.Redirect : HttpStatusCode.Forbidden, await GetAsync(editor, "/admin/innhold"));
    }

    [Fact]
    public async Task V3_3_1_Cookies_OfASignIn_AreHostBoundHiddenAndStrict()
    {
        var person = await _app.CreateAsync();
        using var client = _app.CreateVisitor();
        var first = await client.TypePasswordAsync(person.Email, StaffAccounts.Password);
        var second = await client.TypeCodeAsync(_app.CodeNow(person.Secret));

        var cookies = new[] { first, second }.SelectMany(page => page.Response.Headers.GetValues("Set-Cookie")).ToList();

        Assert.Contains(cookies, cookie => cookie.StartsWith("__Host-ansatt-kjent=", StringComparison.Ordinal));
        Assert.All(cookies, cookie =>
        {
            var parts = cookie.ToLowerInvariant().Split("; ");
            Assert.StartsWith("__host-", parts[0], StringComparison.Ordinal);
            Assert.Superset(new HashSet<string> { "path=/", "secure", "httponly", "samesite=strict" }, parts.ToHashSet());
            Assert.DoesNotContain(parts, part => part.StartsWith("domain", StringComparison.Ordinal));
            Assert.InRange(cookie.Length, 1, 4096);
            Assert.DoesNotContain(person.Email, cookie, StringComparison.OrdinalIgnoreCase);
        });
    }

    [Theory]
    [InlineData("/admin/logg-inn/kode")]
    [InlineData("/admin/logg-inn/gjenopprettingskode")]
    public async Task V7_3_1_SecondStep_AfterTenMinutes_IsOverAndSaysHowToBeginAnew(string path)
    {
        var person = await _app.CreateAsync();
        using var client = _app.CreateVisitor();
        var first = await client.TypePasswordAsync(person.Email, StaffAccounts.Password, "?til=/admin/min-konto");
        var page = await HtmlPage.ReadAsync(await client.GetAsync(new Uri(path + "?til=/admin/min-konto", UriKind.Relative)));
        _app.Clock.Advance(TimeSpan.FromMinutes(10) + TimeSpan.FromSeconds(1));

        var sent = await client.SubmitAsync(page, path, new() { ["kode"] = _app.CodeNow(person.Secret) });
        var opened = await HtmlPage.ReadAsync(await client.GetAsync(new Uri(path, UriKind.Relative)));

        Assert.Equal(HttpStatusCode.Redirect, first.Status);
        Assert.All([sent, opened], over =>
        {
            Assert.Equal((HttpStatusCode.Gone, "Det tok for lang tid"), (over.Status, over.TextOf("h1")));
            Assert.Equal("Begynn på nytt", over.TextOf("main a.ds-button"));
        });
        Assert.Equal("/admin/logg-inn?til=%2Fadmin%2Fmin-konto", sent.Document.QuerySelector("main a.ds-button")!.GetAttribute("href"));
        Assert.Equal(HttpStatusCode.Redirect, await client.HomeAsync());
    }

    public void Dispose() => _app.Dispose();

    private Task<int> TakeAwayAsync(int id, string how) => how == "agreement" ? _app.EndAgreementAsync(StaffVisits.OwnHouse) : _app.InDatabaseAsync(async db =>
    {
        var now = db.Time.GetUtcNow().UtcDateTime;
        if (how == "disabled")
        {
            (await db.Staff.FirstAsync(person => person.Id == id)).Disable(now);
        }
        else
        {
            db.Memberships.RemoveRange(await db.Memberships.Where(seat => seat.StaffId == id).ToListAsync());
        }

        return await db.SaveChangesAsync();
    });

    /// <summary>Returns the session's cookie as the site set it.</summary>
    private async Task<string> SignInAsync(StaffAccounts.Account person, HttpClient client)
    {
        await client.TypePasswordAsync(person.Email, StaffAccounts.Password);
        var answer = await client.TypeCodeAsync(_app.CodeNow(person.Secret));
        return answer.Response.Headers.GetValues("Set-Cookie").Single(cookie => cookie.StartsWith(Cookie + "=", StringComparison.Ordinal)).Split(';')[0][(Cookie.Length + 1)..];
    }

    private async Task<HttpStatusCode> HomeWithAsync(string cookie)
    {
        using var client = _app.CreateVisitor();
        client.DefaultRequestHeaders.Add("Cookie", $"{Cookie}={cookie}");
        return await client.HomeAsync();
    }

    private static async Task<HttpStatusCode> GetAsync(HttpClient client, string path)
    {
        using var answer = await client.GetAsync(new Uri(path, UriKind.Relative));
        return answer.StatusCode;
    }
}
