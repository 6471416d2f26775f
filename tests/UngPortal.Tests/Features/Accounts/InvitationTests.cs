using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using UngPortal.Features.Accounts;
using UngPortal.Features.Organisations;
using UngPortal.Kernel;
using UngPortal.Platform.Access;
using UngPortal.Platform.Audit;
using UngPortal.Platform.Data;
using UngPortal.Platform.Outbox;
using UngPortal.Testing;

namespace UngPortal.Tests.Features.Accounts;

/// <summary>A link by e-mail becomes an account, once.</summary>
public sealed class InvitationTests : IDisposable
{
    private const string Address = "ny@prove.invalid";

    private readonly PortalApp _app = new();

    [Fact]
    public async Task Invite_SomebodyNew_KeepsOnlyTheHashAndAnnouncesTheMail()
    {
        var token = await InviteAsync();

        var invitation = await _app.InDatabaseAsync(db => db.Invitations.SingleAsync(one => one.Kind == InvitationKind.Join));
        Assert.Equal(64, token.Length);
        Assert.Equal(StaffSessions.HashOf(token), invitation.TokenHash);
        Assert.DoesNotContain(token, invitation.ProtectedToken!, StringComparison.Ordinal);
        Assert.True(await _app.InDatabaseAsync(db => db.Outbox.AnyAsync(row => row.Kind == Invitations.MailKind && row.Key == invitation.TokenHash)));
        Assert.True(await _app.InDatabaseAsync(db => db.AuditEntries.AnyAsync(entry => entry.Action == "invited")));
    }

    [Fact]
    public async Task V6_3_3_Join_WithPasswordAndApp_BeginsASessionWithTheRolesAndShowsTheCodesOnce()
    {
        var token = await InviteAsync(StaffRole.Editor, StaffRole.Expert);
        using var client = _app.CreateVisitor();

        var page = await JoinAsync(client, token);

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Equal(RecoveryCode.CodesAtATime, page.TextsOf(".codes code").Distinct().Count());
        Assert.All(page.TextsOf(".codes code"), code => Assert.Matches("^([0-9a-f]{4}-){7}[0-9a-f]{4}$", code));
        Assert.All(page.TextsOf(".codes code"), code => Assert.Contains(code, Uri.UnescapeDataString(page.Document.QuerySelector("a[download]")!.GetAttribute("href")!), StringComparison.Ordinal));
        Assert.Equal(HttpStatusCode.OK, await client.HomeAsync());
        var person = await _app.InDatabaseAsync(db => db.Staff.SingleAsync(member => member.Email == Address));
        Assert.True(person.HasTotp);
        Assert.Equal([StaffRole.Editor, StaffRole.Expert], await _app.InDatabaseAsync(db => db.Memberships.Where(seat => seat.StaffId == person.Id).Select(seat => seat.Role).Order().ToListAsync()));
        Assert.Equal(2, await _app.InDatabaseAsync(db => db.AuditEntries.CountAsync(entry => entry.Action == "role-granted")));
        var invitation = await _app.InDatabaseAsync(db => db.Invitations.SingleAsync(one => one.Kind == InvitationKind.Join));
        Assert.NotNull(invitation.UsedAt);
        Assert.Null(invitation.ProtectedToken);
        Assert.Equal(HttpStatusCode.Gone, await OpenAsync(token));
    }

    [Fact]
    public async Task Join_WithAShortPasswordAndAWrongCode_SaysBothAndKeepsTheSecret()
    {
        var token = await InviteAsync();
        using var client = _app.CreateVisitor();
        var before = await HtmlPage.ReadAsync(await client.GetAsync(new Uri($"/admin/invitasjon/{token}", UriKind.Relative)));

        var page = await client.SubmitAsync(before, $"/admin/invitasjon/{token}", new() { ["Passord"] = "for kort", ["Kode"] = "12345x" });

        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Equal(2, page.TextsOf(".error-summary li").Count);
        Assert.Equal(before.TextOf(".secret"), page.TextOf(".secret"));
        Assert.Empty(page.Document.QuerySelector("#Passord")!.GetAttribute("value") ?? "");
        Assert.Equal(0, await _app.InDatabaseAsync(db => db.Staff.CountAsync(member => member.Email == Address)));
    }

    [Fact]
    public async Task V6_2_11_Join_NameOfHouse_IsRefused()
    {
        var token = await InviteAsync();
        using var client = _app.CreateVisitor();

        var page = await JoinAsync(client, token, "prøvehuset er grønt og fint");

        Assert.Contains("navn som er lett", page.TextOf("#Passord-feil"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task V6_4_1_Open_ALinkAfterSevenDays_IsGone()
    {
        var token = await InviteAsync();

        _app.Clock.Advance(TimeSpan.FromDays(7));
        Assert.Equal(HttpStatusCode.OK, await OpenAsync(token));
        _app.Clock.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal(HttpStatusCode.Gone, await OpenAsync(token));
    }

    [Theory]
    [InlineData("0123456789abcdef")]
    [InlineData("%C3%A6%0A")]
    [InlineData("..")]
    public async Task Open_AForgedLink_IsGone(string token) => Assert.NotEqual(HttpStatusCode.OK, await OpenAsync(token));

    [Fact]
    public async Task Open_AWithdrawnLink_IsGone()
    {
        var token = await InviteAsync();
        await _app.InDatabaseAsync(async db =>
        {
            (await db.Invitations.SingleAsync(one => one.Kind == InvitationKind.Join)).Withdraw(db.Time.GetUtcNow().UtcDateTime);
            return await db.SaveChangesAsync();
        });

        Assert.Equal(HttpStatusCode.Gone, await OpenAsync(token));
    }

    [Fact]
    public async Task Open_AnotherKindOfLink_IsGone()
    {
        var token = await InviteAsync();

        Assert.Equal(HttpStatusCode.NotFound, await OpenAsync(token, "/admin/oppsett/"));
        Assert.Equal(HttpStatusCode.Gone, await OpenAsync(token, "/admin/nytt-passord/"));
    }

    [Fact]
    public async Task Invite_SomebodyWhoWorksHereAlready_GivesTheRolesAtOnce()
    {
        var person = await _app.CreateAsync();

        await InviteAsync(person.Email, StaffRole.ToolAssessor);

        Assert.Equal(0, await _app.InDatabaseAsync(db => db.Invitations.CountAsync(one => one.Kind == InvitationKind.Join)));
        Assert.True(await _app.InDatabaseAsync(db => db.Memberships.AnyAsync(seat => seat.StaffId == person.Id && seat.Role == StaffRole.ToolAssessor)));
        Assert.True(await _app.InDatabaseAsync(db => db.Outbox.AnyAsync(row => row.Kind == Invitations.NoticeKind && row.Key == $"{person.Id}:roles")));
    }

    [Fact]
    public async Task V6_4_4_BeginAnew_AfterAllFactorsAreLost_RenewsThemAndEndsTheSessions()
    {
        var person = await _app.CreateAsync();
        using var old = await _app.SignInAsync(person.Id);
        var helper = await _app.HireAsync(roles: StaffRole.OrganisationAdmin);
        var token = await InScopeAsync(async (db, invitations) =>
        {
            await invitations.BeginAnewAsync(await db.Staff.FirstAsync(member => member.Id == person.Id), Identity(helper), CancellationToken.None);
            return invitations.TokenOf(await db.Invitations.SingleAsync(one => one.StaffId == person.Id))!;
        });
        using var client = _app.CreateVisitor();

        var page = await JoinAsync(client, token, "gjerde lampe pannebånd sild");

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Equal(HttpStatusCode.Redirect, await old.HomeAsync());
        Assert.Equal(HttpStatusCode.OK, await client.HomeAsync());
        using var another = _app.CreateVisitor();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await another.TypePasswordAsync(person.Email, StaffAccounts.Password)).Status);
        await Assert.ThrowsAsync<InvalidOperationException>(() => InScopeAsync(async (db, invitations) =>
        {
            await invitations.BeginAnewAsync(await db.Staff.FirstAsync(member => member.Id == helper), Identity(helper), CancellationToken.None);
            return "";
        }));
    }

    [Fact]
    public async Task V6_4_3_NewPassword_ByLink_StillAsksForTheSecondFactor()
    {
        var person = await _app.CreateAsync();
        using var client = _app.CreateVisitor();
        var known = await client.SendAsync("/admin/glemt-passord", new() { ["epost"] = person.Email });
        var unknown = await client.SendAsync("/admin/glemt-passord", new() { ["epost"] = "x" + person.Email[1..] });
        Assert.Equal(known.Text, unknown.Text);
        Assert.Equal(1, await _app.WriteStaffMailsAsync());
        var token = await InScopeAsync(async (db, invitations) => invitations.TokenOf(await db.Invitations.SingleAsync(one => one.Kind == InvitationKind.Password))!);

        var saved = await client.SendAsync($"/admin/nytt-passord/{token}", new() { ["passord"] = "gjerde lampe pannebånd sild" });

        Assert.Equal("/admin/logg-inn", saved.Where());
        Assert.Equal(HttpStatusCode.Redirect, await client.HomeAsync());
        Assert.StartsWith("/admin/logg-inn/kode", (await client.TypePasswordAsync(person.Email, "gjerde lampe pannebånd sild")).Where(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Gone, await OpenAsync(token, "/admin/nytt-passord/"));
        Assert.True(await _app.InDatabaseAsync(db => db.Outbox.AnyAsync(row => row.Kind == Invitations.NoticeKind && row.Key == $"{person.Id}:password")));
    }

    [Fact]
    public async Task NewPassword_ByALinkOneHourOld_IsGone()
    {
        var person = await _app.CreateAsync();
        using var client = _app.CreateVisitor();
        await client.SendAsync("/admin/glemt-passord", new() { ["epost"] = person.Email });
        await _app.WriteStaffMailsAsync();
        var token = await InScopeAsync(async (db, invitations) => invitations.TokenOf(await db.Invitations.SingleAsync(one => one.Kind == InvitationKind.Password))!);

        _app.Clock.Advance(TimeSpan.FromMinutes(61));

        Assert.Equal(HttpStatusCode.Gone, await OpenAsync(token, "/admin/nytt-passord/"));
    }

    public void Dispose() => _app.Dispose();

    private static StaffIdentity Identity(int id) => new() { Id = id, Name = "Person", SessionId = 0, ConfirmedAt = DateTime.UnixEpoch, Seats = [] };

    private async Task<HtmlPage> JoinAsync(HttpClient client, string token, string password = StaffAccounts.Password)
    {
        var page = await HtmlPage.ReadAsync(await client.GetAsync(new Uri($"/admin/invitasjon/{token}", UriKind.Relative)));
        Assert.Equal(HttpStatusCode.OK, page.Status);
        return await client.SubmitAsync(page, $"/admin/invitasjon/{token}", new() { ["Passord"] = password, ["Kode"] = _app.CodeNow(StaffAccounts.BytesOf(page.TextOf(".secret"))) });
    }

    private async Task<HttpStatusCode> OpenAsync(string token, string path = "/admin/invitasjon/")
    {
        using var client = _app.CreateVisitor();
        using var answer = await client.GetAsync(new Uri(path + token, UriKind.Relative));
        return answer.StatusCode;
    }

    private Task<string> InviteAsync(params StaffRole[] roles) => InviteAsync(Address, roles);

    private async Task<string> InviteAsync(string email, params StaffRole[] roles)
    {
        var inviter = await _app.HireAsync(roles: StaffRole.OrganisationAdmin);
        return await InScopeAsync(async (db, invitations) =>
        {
            var house = await db.Organisations.SingleAsync(one => one.Number == StaffVisits.OwnHouse);
            await invitations.InviteAsync(email, "Ny Medarbeider", house.Id, roles.Length == 0 ? [StaffRole.Editor] : roles, Identity(inviter), CancellationToken.None);
            return await db.Invitations.FirstOrDefaultAsync(one => one.Email == email) is { } invitation ? invitations.TokenOf(invitation)! : "";
        });
    }

    private async Task<string> InScopeAsync(Func<PortalDbContext, Invitations, Task<string>> work)
    {
        await using var scope = _app.Services.CreateAsyncScope();
        return await work(scope.ServiceProvider.GetRequiredService<PortalDbContext>(), scope.ServiceProvider.GetRequiredService<Invitations>());
    }
}
