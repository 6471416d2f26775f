using System.Net;
using Microsoft.EntityFrameworkCore;
using UngPortal.Features.Accounts;
using UngPortal.Features.Accounts.External;
using UngPortal.Features.Organisations;
using UngPortal.Kernel;
using UngPortal.Testing;

namespace UngPortal.Tests.Features.Accounts.External;

/// <summary>Sign-in by code and PKCE against a real OpenID provider, and every way to be refused.</summary>
public sealed class ExternalSignInTests : IAsyncLifetime, IDisposable
{
    private const string Provider = "provider:prove";
    private readonly PortalApp _app = new();
    private LoopbackProvider _provider = null!;
    private ExternalVisitor? _visitor;

    private ExternalVisitor Visitor => _visitor ??= new ExternalVisitor(_app);

    public async Task InitializeAsync()
    {
        _provider = await LoopbackProvider.StartAsync(_app.Clock);
        Set("Key", "prove").Set("Name", "Prøveporten").Set("Authority", _provider.Address).Set("ClientId", LoopbackProvider.ClientId).Set("ClientSecret", LoopbackProvider.ClientSecret);
    }

    public async Task DisposeAsync()
    {
        await _app.DisposeAsync();
        await _provider.DisposeAsync();
    }

    public void Dispose()
    {
        _visitor?.Dispose();
        _app.Dispose();
    }

    [Fact]
    public async Task V10_SignIn_OfAKnownPerson_BeginsASessionThatStrictCookiesSurvive()
    {
        var id = await KnownAsync("sub-1");

        using var back = await Visitor.SignInAsync("/admin/logg-ut");

        Assert.Equal("/admin/logg-inn/ferdig?til=%2Fadmin%2Flogg-ut", back.Headers.Location!.ToString());
        var done = await HtmlPage.ReadAsync(await Visitor.GetAsync(back.Headers.Location.ToString()));
        Assert.Equal("0; url=/admin/logg-ut", done.Response.Headers.GetValues("Refresh").Single());
        Assert.Contains("/admin/logg-ut", done.Links);
        Assert.Equal(HttpStatusCode.OK, (await Visitor.GetAsync("/admin")).StatusCode);
        Assert.Equal("external", await _app.InDatabaseAsync(db => db.StaffSessions.Select(session => session.Method).SingleAsync()));
        Assert.Equal(["login-linked prove", "signed-in external"], await _app.AuditOfAsync($"staff:{id}"));
        Assert.Contains(Visitor.CookiesSet, cookie => cookie.StartsWith("__Host-ansatt=", StringComparison.Ordinal) && cookie.Contains("samesite=strict", StringComparison.Ordinal));
    }

    [Fact]
    public async Task V10_Leave_ForTheProvider_AsksForACodeWithPkceAndHardCookies()
    {
        await KnownAsync("sub-1");

        await Visitor.LeaveAsync();

        var asked = System.Web.HttpUtility.ParseQueryString(Visitor.Asked!.Query);
        Assert.Equal("code", asked["response_type"]);
        Assert.Equal("S256", asked["code_challenge_method"]);
        Assert.NotEmpty(asked["code_challenge"]!);
        Assert.NotEmpty(asked["nonce"]!);
        Assert.Equal(LoopbackProvider.CallbackAddress, asked["redirect_uri"]);
        Assert.Equal(2, Visitor.CookiesSet.Count);
        Assert.All(Visitor.CookiesSet, cookie =>
        {
            Assert.StartsWith("__Host-ansatt-", cookie, StringComparison.Ordinal);
            Assert.All(new[] { "; path=/;", "; secure", "; samesite=lax", "; httponly" }, part => Assert.Contains(part, cookie, StringComparison.Ordinal));
        });
    }

    [Fact]
    public async Task SignIn_OfALinkedPerson_NeedsNoAddressAnyMore()
    {
        var id = await KnownAsync("sub-1");
        using var first = await Visitor.SignInAsync();
        _provider.Who["email"] = "other@prove.invalid";
        _provider.IsEmailVerified = false;

        using var second = new ExternalVisitor(_app);
        using var back = await second.SignInAsync();

        Assert.StartsWith("/admin/logg-inn/ferdig", back.Headers.Location!.ToString(), StringComparison.Ordinal);
        Assert.Equal(2, await _app.InDatabaseAsync(db => db.StaffSessions.CountAsync(session => session.StaffId == id)));
    }

    [Fact]
    public async Task SignIn_OfAnInvitedPerson_MakesThePersonWithTheInvitationsRoles()
    {
        await KnownAsync("sub-1");
        var house = await _app.HouseIdAsync(StaffVisits.OwnHouse);
        await _app.InDatabaseAsync(async db =>
        {
            db.Invitations.Add(new Invitation
            {
                Kind = InvitationKind.Join,
                Email = "ny@prove.invalid",
                DisplayName = "Ny Person",
                TokenHash = StaffSessions.HashOf("token"),
                OrganisationId = house,
                Roles = [StaffRole.Expert],
                InvitedById = null,
                CreatedAt = PortalApp.Start.UtcDateTime,
            });
            return await db.SaveChangesAsync();
        });
        Says("sub-2", "ny@prove.invalid");

        using var back = await Visitor.SignInAsync();

        Assert.StartsWith("/admin/logg-inn/ferdig", back.Headers.Location!.ToString(), StringComparison.Ordinal);
        var person = await _app.InDatabaseAsync(db => db.Staff.SingleAsync(one => one.Email == "ny@prove.invalid"));
        Assert.Equal(1, await _app.SeatsHeldAsync(person.Id));
        Assert.NotNull(await _app.InDatabaseAsync(db => db.Invitations.Where(one => one.Kind == InvitationKind.Join).Select(one => one.UsedAt).SingleAsync()));
    }

    [Fact]
    public async Task SignIn_OfSomebodyUnknown_IsRefusedAndWrittenDown()
    {
        await KnownAsync("sub-1");
        Says("sub-9", "ukjent@prove.invalid");

        await RefusedAsync(ExternalRefusal.Unknown, "Vi kjenner ingen");
    }

    [Fact]
    public async Task SignIn_WithAnUncheckedAddress_IsRefused()
    {
        await KnownAsync("sub-1");
        _provider.IsEmailVerified = false;

        await RefusedAsync(ExternalRefusal.Unknown, "Vi kjenner ingen");
    }

    [Fact]
    public async Task SignIn_ByAnotherAccountWithTheSameAddress_IsRefused()
    {
        await KnownAsync("sub-1");
        using (await Visitor.SignInAsync())
        {
            _provider.Who["sub"] = "sub-2";
        }

        await EndSessionsAsync();
        await RefusedAsync(ExternalRefusal.Unknown, "Vi kjenner ingen");
    }

    [Fact]
    public async Task V10_5_SignIn_WithATokenForAnotherClient_IsRefusedAndWrittenDown()
    {
        await KnownAsync("sub-1");
        _provider.SpeaksToAnother = true;

        await RefusedAsync(ExternalRefusal.Audience, "et annet nettsted");
    }

    [Fact]
    public async Task SignIn_AfterTheAgreementEnded_IsRefusedAndWrittenDown()
    {
        await KnownAsync("sub-1");
        await _app.EndAgreementAsync(StaffVisits.OwnHouse);

        await RefusedAsync(ExternalRefusal.NoAgreement, "ingen avtale");
    }

    [Fact]
    public async Task SignIn_OfSomebodyDisabled_IsRefused()
    {
        var id = await KnownAsync("sub-1");
        await _app.InDatabaseAsync(async db =>
        {
            (await db.Staff.SingleAsync(person => person.Id == id)).Disable(PortalApp.Start.UtcDateTime);
            return await db.SaveChangesAsync();
        });

        await RefusedAsync(ExternalRefusal.Closed, "stengt");
    }

    [Fact]
    public async Task SignIn_BelowTheLevel_IsRefused()
    {
        Set("AcrValues:0", "hoyt");
        await KnownAsync("sub-1");
        _provider.Who["acr"] = "lavt";

        await RefusedAsync(ExternalRefusal.Level, "sikkerhetsnivå");
        Assert.Equal("hoyt", System.Web.HttpUtility.ParseQueryString(Visitor.Asked!.Query)["acr_values"]);
    }

    [Fact]
    public async Task V10_Return_WithTheSameStateTwice_IsRefused()
    {
        await KnownAsync("sub-1");
        var address = await Visitor.LeaveAsync();
        var before = Visitor.Cookies.ToList();
        using var first = await Visitor.GetAsync(address);
        Assert.StartsWith("/admin/logg-inn/ferdig", first.Headers.Location!.ToString(), StringComparison.Ordinal);

        using var again = await Visitor.GetAsync(address);
        Assert.Equal("/admin/logg-inn/avslag?grunn=Stale", again.Headers.Location!.ToString());

        using var thief = new ExternalVisitor(_app);
        using var without = await thief.GetAsync(address);
        Assert.Equal("/admin/logg-inn/avslag?grunn=Stale", without.Headers.Location!.ToString());
        before.ForEach(pair => thief.Cookies[pair.Key] = pair.Value);
        using var withCookies = await thief.GetAsync(address);
        Assert.Equal("/admin/logg-inn/avslag?grunn=Failed", withCookies.Headers.Location!.ToString());
        Assert.Equal(1, await _app.InDatabaseAsync(db => db.StaffSessions.CountAsync()));
    }

    [Fact]
    public async Task SignIn_WithClaimsForRoles_MakesTheRolesThose()
    {
        Set("OrganisationClaim", "orgnr").Set("RoleClaim", "roller").Set("Roles:redaktor", "Editor").Set("Roles:fag", "Expert");
        var id = await KnownAsync("sub-1");
        _provider.Who["orgnr"] = "0192:" + StaffVisits.OwnHouse;
        _provider.Who["roller"] = "fag,noe-annet";

        using var back = await Visitor.SignInAsync();

        Assert.StartsWith("/admin/logg-inn/ferdig", back.Headers.Location!.ToString(), StringComparison.Ordinal);
        Assert.Equal([StaffRole.Expert], await _app.InDatabaseAsync(db => db.Memberships.Where(seat => seat.StaffId == id && seat.EndedAt == null).Select(seat => seat.Role).ToListAsync()));
        Assert.Equal(["role-ended Editor (prove)", "role-granted Expert (prove)"], (await _app.AuditOfAsync($"staff:{id}")).Where(line => line.StartsWith("role", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task SignIn_ForAnOrganisationWithoutARoleThere_IsRefused()
    {
        Set("OrganisationClaim", "orgnr");
        await KnownAsync("sub-1");
        await _app.HireAsync(StaffVisits.OtherHouse, StaffRole.Editor);
        _provider.Who["orgnr"] = StaffVisits.OtherHouse;

        await RefusedAsync(ExternalRefusal.OtherOrganisation, "ingen rolle");
    }

    [Fact]
    public async Task SignIn_WhileTheProviderIsAway_SaysSo()
    {
        await KnownAsync("sub-1");
        await _provider.DisposeAsync();

        using var start = await Visitor.GetAsync("/admin/logg-inn/via/prove");

        Assert.Equal("/admin/logg-inn/avslag?grunn=Away", start.Headers.Location!.ToString());
    }

    [Theory]
    [InlineData("https://evil.example/")]
    [InlineData("//evil.example/")]
    [InlineData("/\\evil.example")]
    public async Task Done_WithAForeignAddress_LeadsHome(string to)
    {
        var done = await HtmlPage.ReadAsync(await Visitor.GetAsync("/admin/logg-inn/ferdig?til=" + Uri.EscapeDataString(to)));

        Assert.Equal("0; url=/admin", done.Response.Headers.GetValues("Refresh").Single());
    }

    [Fact]
    public async Task SignInPage_WithAProvider_HasItsButton()
    {
        var page = await HtmlPage.ReadAsync(await Visitor.GetAsync("/admin/logg-inn?til=%2Fadmin%2Ffolk"));

        Assert.Contains("/admin/logg-inn/via/prove?til=%2Fadmin%2Ffolk", page.Links);
        Assert.Contains("Logg inn med Prøveporten", page.TextsOf("a"));
    }

    private ExternalSignInTests Set(string setting, string value)
    {
        _app.With($"SignIn:Providers:0:{setting}", value);
        return this;
    }

    private void Says(string subject, string email)
    {
        _provider.Who["sub"] = subject;
        _provider.Who["email"] = email;
    }

    /// <summary>An editor whom the provider vouches for.</summary>
    private async Task<int> KnownAsync(string subject)
    {
        var id = await _app.HireAsync(roles: StaffRole.Editor);
        Says(subject, (await _app.StaffAsync(id)).Email!);
        return id;
    }

    private Task<int> EndSessionsAsync() => _app.InDatabaseAsync(db => db.StaffSessions.ExecuteDeleteAsync());

    private async Task RefusedAsync(ExternalRefusal reason, string text)
    {
        using var back = await Visitor.SignInAsync();

        Assert.Equal($"/admin/logg-inn/avslag?grunn={reason}", back.Headers.Location!.ToString());
        var page = await HtmlPage.ReadAsync(await Visitor.GetAsync(back.Headers.Location.ToString()));
        Assert.Equal(HttpStatusCode.Forbidden, page.Status);
        Assert.Contains(text, page.TextOf(".lead"), StringComparison.Ordinal);
        Assert.Equal([$"sign-in-refused {reason}"], await _app.AuditOfAsync(Provider));
        Assert.Equal(0, await _app.InDatabaseAsync(db => db.StaffSessions.CountAsync()));
    }
}
