using System.Net;
using Microsoft.EntityFrameworkCore;
using UngPortal.Features.Accounts;
using UngPortal.Features.Accounts.SigningIn;
using UngPortal.Platform.Audit;
using UngPortal.Testing;

namespace UngPortal.Tests.Features.Accounts;

/// <summary>Password first, then a second factor; nothing is told about who exists.</summary>
public sealed class PasswordSignInTests : IDisposable
{
    private readonly PortalApp _app = new();

    [Fact]
    public async Task V6_3_3_SignIn_PasswordThenCode_LeadsWhereThePersonWanted()
    {
        var person = await _app.CreateAsync();
        using var client = _app.CreateVisitor();

        var first = await client.TypePasswordAsync(person.Email, StaffAccounts.Password, "?til=/admin/min-konto");
        Assert.Equal("/admin/logg-inn/kode?til=%2Fadmin%2Fmin-konto", first.Where());
        Assert.Equal(HttpStatusCode.Redirect, await client.HomeAsync());
        var second = await client.SendAsync(first.Where(), new() { ["kode"] = _app.CodeNow(person.Secret) });

        Assert.Equal("/admin/min-konto", second.Where());
        Assert.Equal(HttpStatusCode.OK, await client.HomeAsync());
        Assert.Equal("password", await _app.InDatabaseAsync(db => db.StaffSessions.Select(session => session.Method).SingleAsync()));
        Assert.True(await _app.InDatabaseAsync(db => db.AuditEntries.AnyAsync(entry => entry.Action == "signed-in" && entry.ActorId == person.Id)));
    }

    [Fact]
    public async Task V6_5_1_SignIn_TheSameCodeTwice_IsRefusedTheSecondTime()
    {
        var person = await _app.CreateAsync();
        var code = _app.CodeNow(person.Secret);
        using var first = _app.CreateVisitor();
        using var second = _app.CreateVisitor();
        await first.TypePasswordAsync(person.Email, StaffAccounts.Password);
        await second.TypePasswordAsync(person.Email, StaffAccounts.Password);
        await first.TypeCodeAsync(code);

        var again = await second.TypeCodeAsync(code);

        Assert.Equal(HttpStatusCode.OK, await first.HomeAsync());
        Assert.Equal(HttpStatusCode.UnprocessableEntity, again.Status);
        Assert.Equal(HttpStatusCode.Redirect, await second.HomeAsync());
    }

    [Fact]
    public async Task V6_5_5_SignIn_ACodeNinetySecondsOld_IsRefused()
    {
        var person = await _app.CreateAsync();
        var code = _app.CodeNow(person.Secret);
        _app.Clock.Advance(TimeSpan.FromSeconds(90));
        using var client = _app.CreateVisitor();
        await client.TypePasswordAsync(person.Email, StaffAccounts.Password);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await client.TypeCodeAsync(code)).Status);
    }

    [Fact]
    public async Task V6_5_2_SignIn_WithARecoveryCode_WorksOnce()
    {
        var person = await _app.CreateAsync();
        using var first = _app.CreateVisitor();
        using var second = _app.CreateVisitor();
        await first.TypePasswordAsync(person.Email, StaffAccounts.Password);
        await second.TypePasswordAsync(person.Email, StaffAccounts.Password);

        var used = await first.SendAsync("/admin/logg-inn/gjenopprettingskode", new() { ["kode"] = person.Codes[3].ToUpperInvariant() });
        var again = await second.SendAsync("/admin/logg-inn/gjenopprettingskode", new() { ["kode"] = person.Codes[3] });

        Assert.Equal("/admin", used.Where());
        Assert.Equal(HttpStatusCode.OK, await first.HomeAsync());
        Assert.Equal(HttpStatusCode.UnprocessableEntity, again.Status);
        Assert.DoesNotContain(await _app.InDatabaseAsync(db => db.RecoveryCodes.Select(code => code.Hash).ToListAsync()), hash => person.Codes.Contains(hash));
    }

    [Fact]
    public async Task V6_3_8_SignIn_UnknownWrongOrDisabled_AnswersTheSamePage()
    {
        var person = await _app.CreateAsync();
        var disabled = await _app.CreateAsync();
        await _app.InDatabaseAsync(async db =>
        {
            (await db.Staff.FirstAsync(member => member.Id == disabled.Id)).Disable(db.Time.GetUtcNow().UtcDateTime);
            return await db.SaveChangesAsync();
        });

        var pages = new List<HtmlPage>();
        foreach (var (email, password) in new[]
        {
            (person.Email, "feil gresskar trapp mandel"), (disabled.Email, StaffAccounts.Password), ("x" + person.Email[1..], StaffAccounts.Password), (person.Email, ""),
        })
        {
            using var client = _app.CreateVisitor();
            pages.Add(await client.TypePasswordAsync(email, password));
        }

        Assert.All(pages, page => Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status));
        Assert.Single(pages.Select(page => page.TextOf(".error-summary")).Distinct());
        Assert.Single(pages.Select(page => page.Text.Length - page.Document.QuerySelector("#Epost")!.GetAttribute("value")!.Length).Distinct());
    }

    [Theory]
    [InlineData("https://ond.example/")]
    [InlineData("//ond.example")]
    [InlineData("/\\ond.example")]
    [InlineData("\\\\ond.example")]
    [InlineData("/\t/ond.example")]
    [InlineData("javascript:alert(1)")]
    [InlineData("~/admin")]
    [InlineData("admin")]
    [InlineData("")]
    public async Task V3_7_2_SignIn_WithAForeignWish_LeadsHome(string to)
    {
        var person = await _app.CreateAsync();
        using var client = _app.CreateVisitor();
        var first = await client.TypePasswordAsync(person.Email, StaffAccounts.Password, "?til=" + Uri.EscapeDataString(to));
        var page = await HtmlPage.ReadAsync(await client.GetAsync(new Uri(first.Where(), UriKind.Relative)));

        var second = await client.SubmitAsync(page, "/admin/logg-inn/kode", new() { ["til"] = to, ["kode"] = _app.CodeNow(person.Secret) });

        Assert.Equal("/admin/logg-inn/kode?til=%2Fadmin", first.Where());
        Assert.Equal("/admin", second.Where());
    }

    [Fact]
    public async Task V6_3_1_SignIn_FiveWrongTries_CloseThePasswordFromThereForAQuarter()
    {
        var person = await _app.CreateAsync();
        using var client = _app.CreateVisitor();
        for (var i = 0; i < SignInThrottle.TriesFromANetwork; i++)
        {
            Assert.Equal(HttpStatusCode.UnprocessableEntity, (await client.TypePasswordAsync(person.Email, $"feil gresskar trapp mandel {i}")).Status);
        }

        var sixth = await client.TypePasswordAsync(person.Email, StaffAccounts.Password);
        Assert.Equal(HttpStatusCode.TooManyRequests, sixth.Status);
        Assert.Equal("900", sixth.Response.Headers.RetryAfter!.ToString());
        Assert.Contains("Vent et kvarter", sixth.TextOf(".error-summary"), StringComparison.Ordinal);
        _app.Clock.Advance(SignInThrottle.NetworkWindow);
        Assert.Equal(HttpStatusCode.Redirect, (await client.TypePasswordAsync(person.Email, StaffAccounts.Password)).Status);
    }

    [Fact]
    public async Task V6_3_1_SignIn_FiveWrongCodes_CloseTheCodes()
    {
        var person = await _app.CreateAsync();
        using var client = _app.CreateVisitor();
        await client.TypePasswordAsync(person.Email, StaffAccounts.Password);
        for (var i = 0; i < SignInThrottle.TriesFromANetwork; i++)
        {
            Assert.Equal(HttpStatusCode.UnprocessableEntity, (await client.TypeCodeAsync("abcdef")).Status);
        }

        Assert.Equal(HttpStatusCode.TooManyRequests, (await client.TypeCodeAsync(_app.CodeNow(person.Secret))).Status);
        Assert.Equal(HttpStatusCode.Redirect, await client.HomeAsync());
    }

    [Fact]
    public async Task V6_3_1_Failures_OfAnUnknownAddress_AreKeptWithoutIt()
    {
        using var client = _app.CreateVisitor();

        await client.TypePasswordAsync("ingen@prove.invalid", "feil gresskar trapp mandel");

        var failure = await _app.InDatabaseAsync(db => db.SignInFailures.SingleAsync());
        Assert.Matches("^[0-9a-f]{64}$", failure.AccountHash);
        Assert.InRange(failure.Network, 0, ushort.MaxValue);
    }

    [Fact]
    public async Task V11_4_2_Password_Kept_IsHashed()
    {
        var person = await _app.CreateAsync();

        var hash = Convert.FromBase64String((await _app.InDatabaseAsync(db => db.Staff.FirstAsync(member => member.Id == person.Id))).PasswordHash!);

        Assert.Equal(1, hash[0]); // Identity's third version
        Assert.Equal(2, hash[4]); // HMAC-SHA-512
        Assert.True(((hash[5] << 24) | (hash[6] << 16) | (hash[7] << 8) | hash[8]) >= 210_000);
    }

    [Fact]
    public async Task V7_2_4_SignIn_Again_EndsTheSessionBefore()
    {
        var person = await _app.CreateAsync();
        using var client = _app.CreateVisitor();
        await client.TypePasswordAsync(person.Email, StaffAccounts.Password);
        await client.TypeCodeAsync(_app.CodeNow(person.Secret));
        _app.Clock.Advance(TimeSpan.FromMinutes(2));

        await client.TypePasswordAsync(person.Email, StaffAccounts.Password);
        await client.TypeCodeAsync(_app.CodeNow(person.Secret));

        var sessions = await _app.InDatabaseAsync(db => db.StaffSessions.OrderBy(session => session.Id).ToListAsync());
        Assert.Equal(2, sessions.Count);
        Assert.NotNull(sessions[0].EndedAt);
        Assert.Null(sessions[1].EndedAt);
    }

    [Fact]
    public async Task Code_WithoutAPassword_LeadsToTheSignIn()
    {
        using var client = _app.CreateVisitor();

        using var answer = await client.GetAsync(new Uri("/admin/logg-inn/kode", UriKind.Relative));

        Assert.Equal("/admin/logg-inn", answer.Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task V3_5_1_SignIn_WithoutAntiforgeryToken_IsRefused()
    {
        var person = await _app.CreateAsync();
        using var client = _app.CreateVisitor();
        using var form = new FormUrlEncodedContent(new Dictionary<string, string> { ["Epost"] = person.Email, ["Passord"] = StaffAccounts.Password });

        using var answer = await client.PostAsync(new Uri("/admin/logg-inn", UriKind.Relative), form);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    public void Dispose() => _app.Dispose();
}
