using System.Net;
using Microsoft.EntityFrameworkCore;
using UngPortal.Features.Accounts;
using UngPortal.Features.Organisations;
using UngPortal.Kernel;
using UngPortal.Platform.Mail;
using UngPortal.Testing;

namespace UngPortal.Tests.Features.Accounts.People;

public sealed class InvitePageTests : IDisposable
{
    private const string Path = "/admin/folk/inviter";
    private const string Small = "974761076";
    private readonly PortalApp _app = new();

    [Fact]
    public async Task Invite_SomebodyNew_MakesAnInvitationToTheRoles()
    {
        using var admin = await _app.SignInAsAsync(StaffRole.OrganisationAdmin);

        var answer = await InviteAsync(admin, "ny@prove.invalid", await _app.HouseIdAsync(StaffVisits.OwnHouse), "Expert");

        Assert.Equal("/admin/folk/inviter?sendt=true", answer.Response.Headers.Location!.ToString());
        var invitation = await _app.InDatabaseAsync(db => db.Invitations.SingleAsync(one => one.Kind == InvitationKind.Join));
        Assert.Equal(("ny@prove.invalid", "Ny Person"), (invitation.Email, invitation.DisplayName));
        Assert.Equal([StaffRole.Expert], invitation.Roles);
    }

    [Fact]
    public async Task Invite_FilledInWrongly_ComesBackWithTheText()
    {
        using var admin = await _app.SignInAsAsync(StaffRole.OrganisationAdmin);

        var answer = await admin.FillInAsync(Path, null, ("Navn", ""), ("Epost", "ikke en adresse"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Equal("ikke en adresse", answer.Document.QuerySelector("#Epost")!.GetAttribute("value"));
        Assert.All(new[] { "Navn", "Epost", "Roller" }, field => Assert.NotEmpty(answer.TextOf($"#{field}-feil")));
    }

    [Theory]
    [InlineData("Kari\nGå til https://ond.example", "kari@prove.invalid", "Navn")]
    [InlineData("Kari\r\nBcc: alle@prove.invalid", "kari@prove.invalid", "Navn")]
    [InlineData("Kari\u2028Nordmann", "kari@prove.invalid", "Navn")]
    [InlineData("Kari", "kari@prove.invalid\r\nBcc: alle@prove.invalid", "Epost")]
    [InlineData("Kari", "kari nordmann@prove.invalid", "Epost")]
    [InlineData("Kari", "kari@prove.invalid, ola@prove.invalid", "Epost")]
    [InlineData("Kari", "Kari <kari@prove.invalid>", "Epost")]
    public async Task V1_3_11_Invite_WithMoreThanOneLineOrOneAddress_IsRefused(string name, string email, string field)
    {
        using var admin = await _app.SignInAsAsync(StaffRole.OrganisationAdmin);

        var answer = await admin.FillInAsync(Path, null, ("Navn", name), ("Epost", email), ("Organisasjon", $"{await _app.HouseIdAsync(StaffVisits.OwnHouse)}"), ("Roller", "Expert"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.NotEmpty(answer.TextOf($"#{field}-feil"));
        Assert.Equal(0, await _app.InDatabaseAsync(db => db.Invitations.CountAsync(one => one.Kind == InvitationKind.Join)));
    }

    [Fact]
    public async Task Mails_ToAnAddressThatIsNone_DoNotStopTheOthers()
    {
        using var admin = await _app.SignInAsAsync(StaffRole.OrganisationAdmin);
        var house = await _app.HouseIdAsync(StaffVisits.OwnHouse);
        await InviteAsync(admin, "en@prove.invalid", house, "Expert");
        await _app.InDatabaseAsync(db => db.Invitations.ExecuteUpdateAsync(row => row.SetProperty(one => one.Email, "to stykker@prove.invalid")));
        await InviteAsync(admin, "to@prove.invalid", house, "Expert");

        Assert.Equal(1, await _app.WriteStaffMailsAsync());
        Assert.Equal(["to@prove.invalid"], await _app.InDatabaseAsync(db => db.Mails.Select(mail => mail.Recipient).ToListAsync()));
    }

    [Fact]
    public async Task V8_2_2_Invite_ToAnotherOrganisationOrGreaterRights_IsRefused()
    {
        await _app.HireAsync(StaffVisits.OtherHouse, StaffRole.Editor);
        using var admin = await _app.SignInAsAsync(StaffRole.OrganisationAdmin);
        var own = await _app.HouseIdAsync(StaffVisits.OwnHouse);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await InviteAsync(admin, "a@prove.invalid", await _app.HouseIdAsync(StaffVisits.OtherHouse), "Editor")).Status);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await InviteAsync(admin, "a@prove.invalid", own, "PlatformAdmin")).Status);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await InviteAsync(admin, "a@prove.invalid", own, "PortfolioManager")).Status);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await InviteAsync(admin, "a@prove.invalid", own, "SafeguardingOfficer")).Status);
        Assert.Equal(0, await _app.InDatabaseAsync(db => db.Invitations.CountAsync(one => one.Kind == InvitationKind.Join)));
    }

    [Fact]
    public async Task Invite_Oneself_IsRefused()
    {
        var id = await _app.HireAsync(roles: StaffRole.PortfolioManager);
        using var manager = await _app.SignInAsync(id);

        var answer = await InviteAsync(manager, (await _app.StaffAsync(id)).Email!.ToUpperInvariant(), await _app.HouseIdAsync(StaffVisits.OwnHouse), "Editor");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Contains("din egen tilgang", answer.TextOf("#Epost-feil"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Invite_BeyondTheAgreementsPeople_IsRefused()
    {
        var house = await SmallHouseAsync(peopleMost: 2);
        using var admin = await _app.SignInAsAsync(StaffRole.OrganisationAdmin, Small);

        Assert.Equal(HttpStatusCode.Redirect, (await InviteAsync(admin, "en@prove.invalid", house, "Editor")).Status);
        var refused = await InviteAsync(admin, "to@prove.invalid", house, "Editor");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("ikke plass til flere", refused.TextOf("#Organisasjon-feil"), StringComparison.Ordinal);
        _app.Clock.Advance(TimeSpan.FromDays(8));
        using var later = await _app.SignInAsAsync(StaffRole.PortfolioManager);
        Assert.Equal(HttpStatusCode.Redirect, (await InviteAsync(later, "to@prove.invalid", house, "Editor")).Status);
    }

    [Fact]
    public async Task Grant_BeyondTheAgreementsPeople_IsRefusedButMoreRolesAreNot()
    {
        var house = await SmallHouseAsync(peopleMost: 1);
        var inside = await _app.HireAsync(Small, StaffRole.Editor);
        var outside = await _app.HireAsync(roles: StaffRole.Editor);
        using var manager = await _app.SignInAsAsync(StaffRole.PortfolioManager);

        var refused = await manager.FillInAsync($"/admin/folk/{outside}/endre", $"/admin/folk/{outside}/endre?handler=Grant", ("organisasjon", $"{house}"), ("rolle", "Expert"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("ikke plass til flere", refused.TextOf(".error-summary"), StringComparison.Ordinal);

        var granted = await manager.FillInAsync($"/admin/folk/{inside}/endre", $"/admin/folk/{inside}/endre?handler=Grant", ("organisasjon", $"{house}"), ("rolle", "Expert"));
        Assert.Equal(HttpStatusCode.Redirect, granted.Status);
    }

    public void Dispose() => _app.Dispose();

    private Task<int> SmallHouseAsync(int peopleMost) => _app.InDatabaseAsync(async db =>
    {
        var organisation = db.Organisations.Add(new Organisation { Number = Small }).Entity;
        organisation.Describe("Lite hus", Sector.CivilSociety, "Kari", "kari@prove.invalid", "", Enum.GetValues<StaffRole>(), isCouncilMember: false);
        organisation.Agree(Agreement.Between(new(2026, 11, 1), new(2027, 10, 31), "LITE", peopleMost: peopleMost));
        await db.SaveChangesAsync();
        return organisation.Id;
    });

    private static Task<HtmlPage> InviteAsync(HttpClient client, string email, int house, string role) =>
        client.FillInAsync(Path, null, ("Navn", "Ny Person"), ("Epost", email), ("Organisasjon", $"{house}"), ("Roller", role));
}
