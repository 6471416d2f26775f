using System.Net;
using Microsoft.EntityFrameworkCore;
using UngPortal.Features.Accounts;
using UngPortal.Platform.Audit;
using UngPortal.Platform.Outbox;
using UngPortal.Testing;

namespace UngPortal.Tests.Features.Accounts;

/// <summary>The own account: factors after a fresh confirmation only, and sessions one can end.</summary>
public sealed class MyAccountTests : IDisposable
{
    private readonly PortalApp _app = new();

    [Theory]
    [InlineData("passord")]
    [InlineData("app")]
    [InlineData("koder")]
    [InlineData("nokler")]
    public async Task V7_5_1_Factors_SixMinutesAfterTheSignIn_AskForAConfirmation(string page)
    {
        var person = await _app.CreateAsync();
        using var client = await _app.SignInAsync(person.Id);
        Assert.Equal(HttpStatusCode.OK, (await GetAsync(client, $"/admin/min-konto/{page}")).Status);

        _app.Clock.Advance(TimeSpan.FromMinutes(6));
        var asked = await GetAsync(client, $"/admin/min-konto/{page}");

        Assert.Equal($"/admin/bekreft?til=%2Fadmin%2Fmin-konto%2F{page}", asked.Where());
        var confirmed = await client.SendAsync(asked.Where(), new() { ["passord"] = StaffAccounts.Password, ["kode"] = _app.CodeNow(person.Secret) });
        Assert.Equal($"/admin/min-konto/{page}", confirmed.Where());
        Assert.Equal(HttpStatusCode.OK, (await GetAsync(client, $"/admin/min-konto/{page}")).Status);
    }

    [Fact]
    public async Task V7_5_1_Confirm_WithAWrongPasswordOrAUsedCode_IsRefused()
    {
        var person = await _app.CreateAsync();
        using var client = await _app.SignInAsync(person.Id);
        _app.Clock.Advance(TimeSpan.FromMinutes(6));
        var code = _app.CodeNow(person.Secret);

        var wrong = await client.SendAsync("/admin/bekreft", new() { ["passord"] = "feil gresskar trapp mandel", ["kode"] = code });
        var right = await client.SendAsync("/admin/bekreft", new() { ["passord"] = StaffAccounts.Password, ["kode"] = code });
        var again = await client.SendAsync("/admin/bekreft", new() { ["passord"] = StaffAccounts.Password, ["kode"] = code });

        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.Status);
        Assert.Equal("/admin", right.Where());
        Assert.Equal(HttpStatusCode.UnprocessableEntity, again.Status);
        Assert.Equal(2, await _app.InDatabaseAsync(db => db.AuditEntries.CountAsync(entry => entry.Action == "confirm-refused")));
    }

    [Fact]
    public async Task V6_2_3_Password_Changed_AsksTheOldOneTellsThePersonAndEndsOtherSessions()
    {
        var person = await _app.CreateAsync();
        using var client = await _app.SignInAsync(person.Id);
        using var other = await _app.SignInAsync(person.Id);

        var wrong = await client.SendAsync("/admin/min-konto/passord", new() { ["gammelt"] = "feil", ["passord"] = "gjerde lampe pannebånd sild" });
        var saved = await client.SendAsync("/admin/min-konto/passord", new() { ["gammelt"] = StaffAccounts.Password, ["passord"] = "gjerde lampe pannebånd sild" });

        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.Status);
        Assert.Equal("/admin/min-konto?gjort=passord", saved.Where());
        Assert.Equal(HttpStatusCode.OK, await client.HomeAsync());
        Assert.Equal(HttpStatusCode.Redirect, await other.HomeAsync());
        Assert.True(await _app.InDatabaseAsync(db => db.Outbox.AnyAsync(row => row.Kind == Invitations.NoticeKind && row.Key == $"{person.Id}:password")));
    }

    [Fact]
    public async Task App_SetUpAnew_MakesTheOldOneUseless()
    {
        var person = await _app.CreateAsync();
        using var client = await _app.SignInAsync(person.Id);
        var page = await GetAsync(client, "/admin/min-konto/app");
        var secret = StaffAccounts.BytesOf(page.TextOf(".secret"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await client.SubmitAsync(page, "/admin/min-konto/app", new() { ["Kode"] = "12345x" })).Status);
        var saved = await client.SubmitAsync(page, "/admin/min-konto/app", new() { ["Kode"] = _app.CodeNow(secret) });
        _app.Clock.Advance(TimeSpan.FromMinutes(2));

        Assert.Equal("/admin/min-konto?gjort=app", saved.Where());
        using var again = _app.CreateVisitor();
        await again.TypePasswordAsync(person.Email, StaffAccounts.Password);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await again.TypeCodeAsync(_app.CodeNow(person.Secret))).Status);
        Assert.Equal("/admin", (await again.TypeCodeAsync(_app.CodeNow(secret))).Where());
    }

    [Fact]
    public async Task V6_5_2_Codes_MadeAnew_ReplaceTheOldOnes()
    {
        var person = await _app.CreateAsync();
        using var client = await _app.SignInAsync(person.Id);

        var page = await client.SendAsync("/admin/min-konto/koder", []);

        Assert.Equal(RecoveryCode.CodesAtATime, page.TextsOf(".codes code").Except(person.Codes).Count());
        Assert.Equal(RecoveryCode.CodesAtATime, await _app.InDatabaseAsync(db => db.RecoveryCodes.CountAsync(code => code.StaffId == person.Id)));
    }

    [Fact]
    public async Task V7_5_2_Sessions_OfTheOwn_CanBeEndedOneByOneOrAllOthers()
    {
        var person = await _app.CreateAsync();
        using var client = await _app.SignInAsync(person.Id);
        using var second = await _app.SignInAsync(person.Id);
        using var third = await _app.SignInAsync(person.Id);
        var page = await GetAsync(client, "/admin/min-konto");
        Assert.Equal(2, page.TextsOf("button[name=okt]").Count);
        Assert.Single(page.TextsOf(".staff-list strong"));
        var secondId = await _app.InDatabaseAsync(db => db.StaffSessions.OrderBy(session => session.Id).Select(session => session.Id).Skip(1).FirstAsync());

        await client.SubmitAsync(page, "/admin/min-konto?handler=End", new() { ["okt"] = $"{secondId}" });
        Assert.Equal(HttpStatusCode.Redirect, await second.HomeAsync());
        Assert.Equal(HttpStatusCode.OK, await third.HomeAsync());
        await client.SubmitAsync(page, "/admin/min-konto?handler=EndOthers", []);

        Assert.Equal(HttpStatusCode.Redirect, await third.HomeAsync());
        Assert.Equal(HttpStatusCode.OK, await client.HomeAsync());
    }

    [Fact]
    public async Task V8_2_2_Sessions_OfSomebodyElse_AnswerNotFound()
    {
        var person = await _app.CreateAsync();
        var stranger = await _app.CreateAsync();
        using var client = await _app.SignInAsync(person.Id);
        using var second = await _app.SignInAsync(person.Id);
        using var other = await _app.SignInAsync(stranger.Id);
        var otherId = await _app.InDatabaseAsync(db => db.StaffSessions.Where(session => session.StaffId == stranger.Id).Select(session => session.Id).SingleAsync());
        var page = await GetAsync(client, "/admin/min-konto");

        var answer = await client.SubmitAsync(page, "/admin/min-konto?handler=End", new() { ["okt"] = $"{otherId}" });

        Assert.Equal(HttpStatusCode.NotFound, answer.Status);
        Assert.Equal(HttpStatusCode.OK, await other.HomeAsync());
    }

    [Fact]
    public async Task V6_3_5_SignIn_FromAnotherKindOfBrowser_TellsThePerson()
    {
        var person = await _app.CreateAsync();
        using var known = await _app.SignInAsync(person.Id);
        using var client = _app.CreateVisitor();
        client.DefaultRequestHeaders.Add("User-Agent", "Mozilla/5.0 (iPhone) Version/26.0 Safari/605.1");

        await client.TypePasswordAsync(person.Email, StaffAccounts.Password);
        await client.TypeCodeAsync(_app.CodeNow(person.Secret));

        Assert.True(await _app.InDatabaseAsync(db => db.Outbox.AnyAsync(row => row.Kind == Invitations.NoticeKind && row.Key == $"{person.Id}:new-browser")));
    }

    public void Dispose() => _app.Dispose();

    private static async Task<HtmlPage> GetAsync(HttpClient client, string path) => await HtmlPage.ReadAsync(await client.GetAsync(new Uri(path, UriKind.Relative)));
}
