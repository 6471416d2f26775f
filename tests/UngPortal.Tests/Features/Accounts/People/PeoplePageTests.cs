using System.Net;
using Microsoft.EntityFrameworkCore;
using UngPortal.Features.Accounts.People;
using UngPortal.Features.Organisations;
using UngPortal.Kernel;
using UngPortal.Testing;

namespace UngPortal.Tests.Features.Accounts.People;

public sealed class PeoplePageTests : IDisposable
{
    private readonly PortalApp _app = new();

    [Fact]
    public async Task V8_2_2_List_OfAnOrganisation_HoldsItsOwnPeopleOnly()
    {
        var own = await _app.HireAsync(roles: StaffRole.Editor);
        await _app.HireAsync(StaffVisits.OtherHouse, StaffRole.Editor);
        using var admin = await _app.SignInAsAsync(StaffRole.OrganisationAdmin);
        using var manager = await _app.SignInAsAsync(StaffRole.PortfolioManager);
        var other = await _app.HouseIdAsync(StaffVisits.OtherHouse);

        Assert.Equal(3, (await GetAsync(admin, "/admin/folk")).TextsOf("tbody tr").Count);
        Assert.Equal(4, (await GetAsync(manager, "/admin/folk")).TextsOf("tbody tr").Count);
        Assert.Single((await GetAsync(manager, $"/admin/folk?organisasjon={other}")).TextsOf("tbody tr"));
        Assert.Equal(HttpStatusCode.NotFound, (await GetAsync(admin, $"/admin/folk?organisasjon={other}")).Status);
        Assert.Equal(HttpStatusCode.OK, (await GetAsync(admin, $"/admin/folk/{own}")).Status);
    }

    [Fact]
    public async Task V8_3_2_Roles_GivenAndTaken_HoldAtOnceAndEndTheSessions()
    {
        var id = await _app.HireAsync(roles: StaffRole.Editor);
        using var person = await _app.SignInAsync(id);
        using var admin = await _app.SignInAsAsync(StaffRole.OrganisationAdmin);
        var house = await _app.HouseIdAsync(StaffVisits.OwnHouse);

        Assert.Equal(HttpStatusCode.Redirect, (await ChangeAsync(admin, id, "Grant", house, "Expert")).Status);
        Assert.Equal(HttpStatusCode.Redirect, (await GetAsync(person, "/admin")).Status);
        Assert.Equal(2, await _app.SeatsHeldAsync(id));

        Assert.Equal(HttpStatusCode.Redirect, (await ChangeAsync(admin, id, "End", house, "Editor")).Status);
        Assert.Equal(1, await _app.SeatsHeldAsync(id));
        Assert.Equal(["role-granted Expert", "role-ended Editor"], await _app.AuditOfAsync($"staff:{id}"));
    }

    [Fact]
    public async Task V8_2_2_Roles_OverTheWholePortal_AreNotAnOrganisationsToGive()
    {
        var id = await _app.HireAsync(roles: StaffRole.Editor);
        var boss = await _app.HireAsync(roles: [StaffRole.PlatformAdmin, StaffRole.Editor]);
        var officer = await _app.HireAsync(roles: StaffRole.SafeguardingOfficer);
        using var admin = await _app.SignInAsAsync(StaffRole.OrganisationAdmin);
        using var manager = await _app.SignInAsAsync(StaffRole.PortfolioManager);
        var house = await _app.HouseIdAsync(StaffVisits.OwnHouse);

        Assert.All(
            new[]
            {
                await ChangeAsync(admin, id, "Grant", house, "PlatformAdmin"), await ChangeAsync(admin, id, "Grant", house, "PortfolioManager"),
                await ChangeAsync(admin, id, "Grant", house, "SafeguardingOfficer"), await ChangeAsync(admin, officer, "End", house, "SafeguardingOfficer"),
                await ChangeAsync(manager, id, "Grant", house, "PlatformAdmin"), await ChangeAsync(admin, boss, "End", house, "PlatformAdmin"), await ChangeAsync(admin, boss, "Disable"),
            },
            answer => Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status));
        var page = await GetAsync(admin, $"/admin/folk/{id}/endre");
        Assert.All(new[] { "PlatformAdmin", "SafeguardingOfficer" }, role => Assert.DoesNotContain(role, OffersOf(page), StringComparer.Ordinal));
        Assert.Contains("Expert", OffersOf(page), StringComparer.Ordinal);
        Assert.Equal(1, await _app.SeatsHeldAsync(id));
        Assert.Equal((2, 1), (await _app.SeatsHeldAsync(boss), await _app.SeatsHeldAsync(officer)));
        Assert.Equal(HttpStatusCode.Redirect, (await ChangeAsync(manager, id, "Grant", house, "SafeguardingOfficer")).Status);
        Assert.False((await _app.StaffAsync(boss)).IsDisabled);
        Assert.Equal(HttpStatusCode.Redirect, (await ChangeAsync(manager, id, "Grant", house, "PortfolioManager")).Status);
    }

    [Fact]
    public async Task Roles_ThatTheOrganisationDoesNotOffer_AreRefused()
    {
        var id = await _app.HireAsync(roles: StaffRole.Editor);
        using var admin = await _app.SignInAsAsync(StaffRole.OrganisationAdmin);
        var house = await _app.InDatabaseAsync(async db =>
        {
            var organisation = await db.Organisations.SingleAsync();
            organisation.Describe("Smalt hus", Sector.State, "Kari", "kari@prove.invalid", "", [StaffRole.Editor], isCouncilMember: false);
            await db.SaveChangesAsync();
            return organisation.Id;
        });

        var answer = await ChangeAsync(admin, id, "Grant", house, "Expert");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Contains("kan ikke gi denne rollen", answer.TextOf(".error-summary"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await ChangeAsync(admin, id, "Grant", house, "Editor")).Status);
        Assert.Equal(1, await _app.SeatsHeldAsync(id));
    }

    [Fact]
    public async Task Roles_OfOneself_NobodyChanges()
    {
        var id = await _app.HireAsync(roles: StaffRole.PlatformAdmin);
        using var admin = await _app.SignInAsync(id);
        using var other = await _app.SignInAsAsync(StaffRole.OrganisationAdmin);
        var house = await _app.HouseIdAsync(StaffVisits.OwnHouse);
        var token = await TokenAsync(admin, await _app.HireAsync(roles: StaffRole.Editor));

        foreach (var (handler, role) in new[] { ("Grant", "Editor"), ("End", "PlatformAdmin"), ("Disable", ""), ("Enable", "") })
        {
            Assert.Equal(HttpStatusCode.UnprocessableEntity, (await PostAsync(admin, $"/admin/folk/{id}/endre?handler={handler}", token, house, role)).Status);
        }

        Assert.Equal(1, await _app.SeatsHeldAsync(id));
        Assert.False((await _app.StaffAsync(id)).IsDisabled);
    }

    [Fact]
    public async Task V8_2_2_Changes_OfAnotherOrganisationsPerson_AnswerNotFound()
    {
        var id = await _app.HireAsync(roles: StaffRole.Editor);
        using var stranger = await _app.SignInAsAsync(StaffRole.OrganisationAdmin, StaffVisits.OtherHouse);
        var house = await _app.HouseIdAsync(StaffVisits.OwnHouse);
        var theirs = await _app.HouseIdAsync(StaffVisits.OtherHouse);
        var token = await TokenAsync(stranger, await _app.HireAsync(StaffVisits.OtherHouse, StaffRole.Editor));

        foreach (var handler in new[] { "Grant", "End", "Disable", "Enable", "EndSessions" })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await PostAsync(stranger, $"/admin/folk/{id}/endre?handler={handler}", token, house, "Editor")).Status);
            Assert.Equal(HttpStatusCode.NotFound, (await PostAsync(stranger, $"/admin/folk/{id}/endre?handler={handler}", token, theirs, "Editor")).Status);
        }

        Assert.Equal(1, await _app.SeatsHeldAsync(id));
        Assert.Empty(await _app.AuditOfAsync($"staff:{id}"));
    }

    [Fact]
    public async Task V7_4_2_Disable_AndEnable_CloseAndOpenTheDoorAtOnce()
    {
        var id = await _app.HireAsync(roles: StaffRole.Editor);
        using var person = await _app.SignInAsync(id);
        using var admin = await _app.SignInAsAsync(StaffRole.OrganisationAdmin);

        Assert.Equal(HttpStatusCode.Redirect, (await ChangeAsync(admin, id, "Disable")).Status);
        Assert.Equal(HttpStatusCode.Redirect, (await GetAsync(person, "/admin")).Status);
        Assert.Single((await GetAsync(admin, "/admin/folk?tilstand=Disabled")).TextsOf("tbody tr"));

        Assert.Equal(HttpStatusCode.Redirect, (await ChangeAsync(admin, id, "Enable")).Status);
        Assert.True((await _app.StaffAsync(id)).MaySignIn(_app.Clock.GetUtcNow().UtcDateTime));
        Assert.Equal(HttpStatusCode.Redirect, (await GetAsync(person, "/admin")).Status);
        Assert.Equal(["staff-disabled", "staff-enabled"], await _app.AuditOfAsync($"staff:{id}"));
    }

    [Fact]
    public async Task Disable_SomebodyWhoAlsoWorksElsewhere_IsForThePortalsAdministrators()
    {
        var id = await _app.HireAsync(roles: StaffRole.Editor);
        await _app.HireAsync(StaffVisits.OtherHouse, StaffRole.Editor);
        var elsewhere = await _app.HouseIdAsync(StaffVisits.OtherHouse);
        await _app.InDatabaseAsync(db =>
        {
            db.Memberships.Add(new Membership { StaffId = id, OrganisationId = elsewhere, Role = StaffRole.Expert, GrantedAt = PortalApp.Start.UtcDateTime, GrantedById = null });
            return db.SaveChangesAsync();
        });
        using var admin = await _app.SignInAsAsync(StaffRole.OrganisationAdmin);
        using var manager = await _app.SignInAsAsync(StaffRole.PortfolioManager);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await ChangeAsync(admin, id, "Disable")).Status);
        Assert.DoesNotContain(StaffVisits.OtherHouse, (await GetAsync(admin, $"/admin/folk/{id}")).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await ChangeAsync(manager, id, "Disable")).Status);
    }

    [Fact]
    public async Task V7_4_5_EndSessions_OfAPerson_EndsThemAllAtOnce()
    {
        var id = await _app.HireAsync(roles: StaffRole.Editor);
        using var first = await _app.SignInAsync(id);
        using var second = await _app.SignInAsync(id);
        using var admin = await _app.SignInAsAsync(StaffRole.OrganisationAdmin);

        Assert.Equal(HttpStatusCode.Redirect, (await admin.FillInAsync($"/admin/folk/{id}/endre", $"/admin/folk/{id}/endre?handler=EndSessions")).Status);

        Assert.Equal(HttpStatusCode.Redirect, (await GetAsync(first, "/admin")).Status);
        Assert.Equal(HttpStatusCode.Redirect, (await GetAsync(second, "/admin")).Status);
        Assert.Equal(["sessions-ended 2"], await _app.AuditOfAsync($"staff:{id}"));
    }

    [Fact]
    public async Task V7_5_3_Change_WithoutAFreshSignIn_IsNotOpened()
    {
        var id = await _app.HireAsync(roles: StaffRole.Editor);
        using var admin = await _app.SignInAsAsync(StaffRole.OrganisationAdmin);
        Assert.Equal(HttpStatusCode.OK, (await GetAsync(admin, $"/admin/folk/{id}/endre")).Status);

        _app.Clock.Advance(TimeSpan.FromMinutes(6));

        Assert.Equal(HttpStatusCode.OK, (await GetAsync(admin, $"/admin/folk/{id}")).Status);
        Assert.NotEqual(HttpStatusCode.OK, (await GetAsync(admin, $"/admin/folk/{id}/endre")).Status);
        Assert.NotEqual(HttpStatusCode.OK, (await GetAsync(admin, "/admin/folk/inviter")).Status);
    }

    [Fact]
    public async Task Night_AfterNinetyUnusedDays_ShutsOutAndWritesDownOnce()
    {
        var away = await _app.HireAsync(roles: StaffRole.Editor);
        _app.Clock.Advance(TimeSpan.FromDays(60));
        var here = await _app.HireAsync(roles: StaffRole.Editor);
        await _app.RunAsync<UnusedAccess>();
        Assert.False((await _app.StaffAsync(away)).IsDisabled);

        _app.Clock.Advance(TimeSpan.FromDays(31));
        Assert.False((await _app.StaffAsync(away)).MaySignIn(_app.Clock.GetUtcNow().UtcDateTime));
        await _app.RunAsync<UnusedAccess>();
        await _app.RunAsync<UnusedAccess>();

        Assert.True((await _app.StaffAsync(away)).IsDisabled);
        Assert.False((await _app.StaffAsync(here)).IsDisabled);
        Assert.Equal(["access-lapsed"], await _app.AuditOfAsync($"staff:{away}"));
        using var admin = await _app.SignInAsAsync(StaffRole.OrganisationAdmin);
        Assert.Single((await GetAsync(admin, "/admin/folk?tilstand=Unused")).TextsOf("tbody tr"));
        Assert.Equal(HttpStatusCode.Redirect, (await ChangeAsync(admin, away, "Enable")).Status);
        Assert.True((await _app.StaffAsync(away)).MaySignIn(_app.Clock.GetUtcNow().UtcDateTime));
    }

    public void Dispose() => _app.Dispose();

    private static IEnumerable<string?> OffersOf(HtmlPage page) => page.Document.QuerySelectorAll("option").Select(option => option.GetAttribute("value"));

    private static async Task<HtmlPage> GetAsync(HttpClient client, string path) => await HtmlPage.ReadAsync(await client.GetAsync(new Uri(path, UriKind.Relative)));

    private static async Task<HtmlPage> ChangeAsync(HttpClient client, int id, string handler, int house = 0, string role = "") =>
        await PostAsync(client, $"/admin/folk/{id}/endre?handler={handler}", await TokenAsync(client, id), house, role);

    private static async Task<string> TokenAsync(HttpClient client, int id) =>
        (await GetAsync(client, $"/admin/folk/{id}/endre")).Document.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;

    private static async Task<HtmlPage> PostAsync(HttpClient client, string path, string token, int house, string role)
    {
        using var content = new FormUrlEncodedContent(new Dictionary<string, string> { ["__RequestVerificationToken"] = token, ["organisasjon"] = $"{house}", ["rolle"] = role });
        return await HtmlPage.ReadAsync(await client.PostAsync(new Uri(path, UriKind.Relative), content));
    }
}
