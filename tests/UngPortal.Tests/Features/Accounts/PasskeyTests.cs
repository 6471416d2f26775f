using System.Net;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using UngPortal.Features.Accounts;
using UngPortal.Features.Accounts.SigningIn;
using UngPortal.Platform.Audit;
using UngPortal.Platform.Outbox;
using UngPortal.Testing;
using static UngPortal.Tests.Features.Accounts.PasskeyVisits;

namespace UngPortal.Tests.Features.Accounts;

/// <summary>Passkeys: kept, named, used once for each challenge, deleted.</summary>
public sealed class PasskeyTests : IDisposable
{
    private readonly PortalApp _app = new();

    [Fact]
    public async Task V6_3_3_SignIn_WithAPasskey_IsTwoFactorsInOne()
    {
        var person = await _app.CreateAsync();
        using var key = new SoftPasskey();
        await _app.RegisterAsync(person.Id, key, "Min mobil");
        using var client = _app.CreateVisitor();

        var answer = await client.SignInWithAsync(key, "/admin/min-konto");

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Equal("{\"til\":\"/admin/min-konto\"}", answer.Text);
        Assert.Equal(HttpStatusCode.OK, await client.HomeAsync());
        Assert.True(await _app.InDatabaseAsync(db => db.StaffSessions.AnyAsync(session => session.StaffId == person.Id && session.Method == "passkey" && session.Browser == "?")));
        Assert.True(await _app.InDatabaseAsync(db => db.Outbox.AnyAsync(row => row.Kind == Invitations.NoticeKind && row.Key == $"{person.Id}:passkey")));
        Assert.True(await _app.InDatabaseAsync(db => db.AuditEntries.AnyAsync(entry => entry.Action == "passkey-added")));
    }

    [Fact]
    public async Task V6_7_2_Answer_Replayed_IsRefused()
    {
        var person = await _app.CreateAsync();
        using var key = new SoftPasskey();
        await _app.RegisterAsync(person.Id, key, "Min mobil");
        using var thief = _app.CreateVisitor();
        using var client = _app.CreateVisitor();
        var page = await HtmlPage.ReadAsync(await client.GetAsync(new Uri("/admin/logg-inn", UriKind.Relative)));
        var options = await client.PostFromAsync(page, $"{Door}?handler=Options", []);
        var challenge = options.Response.Headers.GetValues("Set-Cookie").Single(cookie => cookie.Contains("ansatt-trinn2", StringComparison.Ordinal)).Split(';')[0];
        var answer = key.Get(options.Text);
        Assert.Equal(HttpStatusCode.OK, (await client.PostFromAsync(page, Door, new() { ["svar"] = answer })).Status);

        var foreign = await HtmlPage.ReadAsync(await thief.GetAsync(new Uri("/admin/logg-inn", UriKind.Relative)));
        thief.DefaultRequestHeaders.Add("Cookie", challenge);
        var replayed = await thief.PostFromAsync(foreign, Door, new() { ["svar"] = answer });

        Assert.Equal(HttpStatusCode.Unauthorized, replayed.Status);
        Assert.Equal(HttpStatusCode.Redirect, await thief.HomeAsync());
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{\"id\":\"AA\",\"rawId\":\"AA\",\"type\":\"public-key\",\"clientExtensionResults\":{},\"response\":{\"clientDataJSON\":\"AA\",\"authenticatorData\":\"AA\",\"signature\":\"AA\"}}")]
    public async Task V6_7_2_Answer_Broken_IsRefused(string answer)
    {
        using var client = _app.CreateVisitor();
        var page = await HtmlPage.ReadAsync(await client.GetAsync(new Uri("/admin/logg-inn", UriKind.Relative)));

        Assert.Equal(HttpStatusCode.Unauthorized, (await client.PostFromAsync(page, Door, new() { ["svar"] = answer })).Status);
        await client.PostFromAsync(page, $"{Door}?handler=Options", []);
        Assert.Equal(HttpStatusCode.Unauthorized, (await client.PostFromAsync(page, Door, new() { ["svar"] = answer })).Status);
    }

    [Fact]
    public async Task V6_7_2_Answer_Foreign_IsRefused()
    {
        var person = await _app.CreateAsync();
        using var key = new SoftPasskey();
        await _app.RegisterAsync(person.Id, key, "Min mobil");
        using var stranger = new SoftPasskey();
        using var client = _app.CreateVisitor();

        Assert.Equal(HttpStatusCode.Unauthorized, (await client.SignInWithAsync(stranger)).Status);
        using var phished = new SoftPasskey("https://ungporta1.example");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await _app.TryRegisterAsync(person.Id, phished, "")).Status);
        using var unverified = new SoftPasskey(verifiesUser: false);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await _app.TryRegisterAsync(person.Id, unverified, "")).Status);
    }

    [Fact]
    public async Task V6_3_1_SignIn_WithAPasskey_IsNeverClosedByWrongPasswords()
    {
        var person = await _app.CreateAsync();
        using var key = new SoftPasskey();
        await _app.RegisterAsync(person.Id, key, "Min mobil");
        using var client = _app.CreateVisitor();
        for (var i = 0; i < SignInThrottle.TriesFromANetwork; i++)
        {
            await client.TypePasswordAsync(person.Email, "feil gresskar trapp mandel");
        }

        Assert.Equal(HttpStatusCode.TooManyRequests, (await client.TypePasswordAsync(person.Email, StaffAccounts.Password)).Status);
        Assert.Equal(HttpStatusCode.OK, (await client.SignInWithAsync(key)).Status);
        Assert.Equal(HttpStatusCode.OK, await client.HomeAsync());
    }

    [Fact]
    public async Task Passkeys_OfAPerson_AreFiveAtMostAndCanBeDeleted()
    {
        var person = await _app.CreateAsync();
        using var first = new SoftPasskey();
        await _app.RegisterAsync(person.Id, first, "Nøkkel 0");
        for (var i = 1; i < StaffMember.PasskeysMost; i++)
        {
            using var more = new SoftPasskey();
            await _app.RegisterAsync(person.Id, more, $"Nøkkel {i}");
        }

        using var sixth = new SoftPasskey();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await _app.TryRegisterAsync(person.Id, sixth, "En til")).Status);
        using var client = await _app.SignInAsync(person.Id);
        var page = await HtmlPage.ReadAsync(await client.GetAsync(new Uri(Keys, UriKind.Relative)));
        Assert.Equal(5, page.TextsOf("button[name=nokkel]").Count);
        Assert.Null(page.Document.QuerySelector("form[data-passkey]"));
        var id = page.Document.QuerySelector("button[aria-label='Slett Nøkkel 0']")!.GetAttribute("value")!;

        await client.SubmitAsync(page, $"{Keys}?handler=Delete", new() { ["nokkel"] = id });

        Assert.Equal(4, await _app.InDatabaseAsync(db => db.Set<IdentityUserPasskey<int>>().CountAsync()));
        using var visitor = _app.CreateVisitor();
        Assert.Equal(HttpStatusCode.Unauthorized, (await visitor.SignInWithAsync(first)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await client.SubmitAsync(page, $"{Keys}?handler=Delete", new() { ["nokkel"] = id })).Status);
    }

    [Theory]
    [InlineData(Door + "?handler=Options")]
    [InlineData(Door)]
    [InlineData(Keys + "?handler=Options")]
    [InlineData(Keys)]
    public async Task V3_5_1_Passkeys_WithoutAntiforgeryToken_AreRefused(string path)
    {
        var person = await _app.CreateAsync();
        using var client = await _app.SignInAsync(person.Id);
        using var nothing = new FormUrlEncodedContent([]);

        using var answer = await client.PostAsync(new Uri(path, UriKind.Relative), nothing);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    public void Dispose() => _app.Dispose();
}
