using System.Net;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using UngPortal.Features.Accounts;
using UngPortal.Features.Accounts.Sessions;
using UngPortal.Features.Accounts.SigningIn;
using UngPortal.Platform.Web;
using UngPortal.Testing;

namespace UngPortal.Tests.Features.Accounts;

/// <summary>A thousand wrong tries from fifty networks: nobody gets in, and the owner is not shut out.</summary>
public sealed class StrangerTests : IDisposable
{
    private const int Addresses = 50;
    private const int TriesEach = 20;
    private const string OwnNetwork = "198.51.100.7";

    private readonly NetworkedApp _app = new();

    [Fact]
    public async Task V6_3_1_SignIn_UnderAThousandWrongTries_LetsOnlyTheOwnerIn()
    {
        var person = await _app.CreateAsync();
        using var key = new SoftPasskey();
        await _app.RegisterAsync(person.Id, key, "Min mobil");
        using var usual = await SignedInOnceAsync(person);

        var answers = await AttackAsync(person.Email);

        Assert.Equal(Addresses * TriesEach, answers.Count);
        Assert.All(answers, status => Assert.True(status is HttpStatusCode.UnprocessableEntity or HttpStatusCode.TooManyRequests, status.ToString()));
        Assert.Equal(SignInThrottle.TriesFromEverywhere, answers.Count(status => status == HttpStatusCode.UnprocessableEntity));
        using var withKey = _app.CreateVisitorFrom(OwnNetwork);
        Assert.Equal(HttpStatusCode.OK, (await withKey.SignInWithAsync(key)).Status);
        await GetsInAsync(usual, person);
        using var newBrowser = _app.CreateVisitorFrom(OwnNetwork);
        Assert.Equal(HttpStatusCode.TooManyRequests, (await newBrowser.TypePasswordAsync(person.Email, StaffAccounts.Password)).Status);
        _app.Clock.Advance(SignInThrottle.AccountWindow);
        await GetsInAsync(newBrowser, person);
    }

    [Fact]
    public async Task V6_3_1_KnownBrowser_HasFiveTriesOfItsOwn()
    {
        var person = await _app.CreateAsync();
        using var usual = await SignedInOnceAsync(person);
        for (var i = 0; i < SignInThrottle.TriesFromANetwork; i++)
        {
            Assert.Equal(HttpStatusCode.UnprocessableEntity, (await usual.TypePasswordAsync(person.Email, "feil gresskar trapp mandel")).Status);
        }

        Assert.Equal(HttpStatusCode.TooManyRequests, (await usual.TypePasswordAsync(person.Email, StaffAccounts.Password)).Status);
        using var elsewhere = _app.CreateVisitorFrom(OwnNetwork);
        await GetsInAsync(elsewhere, person);
    }

    [Fact]
    public async Task V6_3_1_KnownBrowser_OfSomebodyElseOrTooOldOrForged_IsAnyBrowser()
    {
        var (person, other) = (await _app.CreateAsync(), await _app.CreateAsync());
        using var others = await SignedInOnceAsync(other);
        using var old = await CarryingAsync(person, -StaffMember.UnusedDaysMost - 1);
        using var forged = _app.CreateVisitorFrom(OwnNetwork);
        forged.DefaultRequestHeaders.Add("Cookie", "__Host-ansatt-kjent=CfDJ8-made-up");
        using var real = await CarryingAsync(person, -StaffMember.UnusedDaysMost + 1);

        await AttackAsync(person.Email);

        foreach (var client in new[] { others, old, forged })
        {
            Assert.Equal(HttpStatusCode.TooManyRequests, (await client.TypePasswordAsync(person.Email, StaffAccounts.Password)).Status);
        }

        await GetsInAsync(real, person);
    }

    public void Dispose() => _app.Dispose();

    private async Task<HttpClient> SignedInOnceAsync(StaffAccounts.Account person)
    {
        var client = _app.CreateVisitorFrom("203.0.113.200");
        await GetsInAsync(client, person);
        var signOut = await client.SendAsync("/admin/logg-ut", []);
        Assert.Equal("/admin/logg-inn", signOut.Where());
        _app.Clock.Advance(TimeSpan.FromMinutes(2));
        return client;
    }

    /// <summary>A browser that was marked some days from now.</summary>
    private async Task<HttpClient> CarryingAsync(StaffAccounts.Account person, int days)
    {
        await using var scope = _app.Services.CreateAsyncScope();
        var context = new DefaultHttpContext();
        var then = new FakeTimeProvider(_app.Clock.GetUtcNow().AddDays(days));
        new KnownBrowsers(scope.ServiceProvider.GetRequiredService<IDataProtectionProvider>(), scope.ServiceProvider.GetRequiredService<IOptions<PublicAddress>>(), then)
            .Remember(context, await _app.StaffAsync(person.Id));
        var client = _app.CreateVisitorFrom(OwnNetwork);
        client.DefaultRequestHeaders.Add("Cookie", context.Response.Headers.SetCookie.ToString().Split(';')[0]);
        return client;
    }

    private async Task GetsInAsync(HttpClient client, StaffAccounts.Account person)
    {
        Assert.StartsWith("/admin/logg-inn/kode", (await client.TypePasswordAsync(person.Email, StaffAccounts.Password)).Where(), StringComparison.Ordinal);
        Assert.Equal("/admin", (await client.TypeCodeAsync(_app.CodeNow(person.Secret))).Where());
        Assert.Equal(HttpStatusCode.OK, await client.HomeAsync());
        _app.Clock.Advance(TimeSpan.FromMinutes(2));
    }

    private async Task<List<HttpStatusCode>> AttackAsync(string email)
    {
        var answers = new List<HttpStatusCode>();
        for (var address = 0; address < Addresses; address++)
        {
            using var stranger = _app.CreateVisitorFrom($"203.0.113.{address}");
            var form = (await HtmlPage.ReadAsync(await stranger.GetAsync(new Uri("/admin/logg-inn", UriKind.Relative)))).Form("/admin/logg-inn");
            form["Epost"] = email;
            for (var i = 0; i < TriesEach; i++)
            {
                form["Passord"] = $"feil gresskar trapp mandel {i}";
                using var content = new FormUrlEncodedContent(form);
                using var answer = await stranger.PostAsync(new Uri("/admin/logg-inn", UriKind.Relative), content);
                answers.Add(answer.StatusCode);
            }
        }

        return answers;
    }
}
