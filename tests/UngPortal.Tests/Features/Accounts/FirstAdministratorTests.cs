using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using UngPortal.Features.Accounts;
using UngPortal.Features.Organisations;
using UngPortal.Kernel;
using UngPortal.Platform.Data;
using UngPortal.Platform.Web;
using UngPortal.Testing;

namespace UngPortal.Tests.Features.Accounts;

/// <summary>An empty portal gives its first administrator a link, and nobody afterwards.</summary>
public sealed class FirstAdministratorTests : IDisposable
{
    private readonly PortalApp _app = new();

    [Fact]
    public async Task Start_AnEmptyPortalTwice_LeavesOneOpenLink()
    {
        await StartStepAsync();
        var first = await TokenAsync();
        await StartStepAsync();
        var second = await TokenAsync();

        Assert.NotEqual(first, second);
        Assert.Equal(HttpStatusCode.NotFound, await OpenAsync(first));
        Assert.Equal(HttpStatusCode.OK, await OpenAsync(second));
    }

    [Fact]
    public async Task Setup_OfTheFirstAdministrator_FoundsTheHouseAndClosesForEver()
    {
        await StartStepAsync();
        var token = await TokenAsync();
        using var client = _app.CreateVisitor();

        var page = await SetUpAsync(client, token, "974760673");

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Equal(RecoveryCode.CodesAtATime, page.TextsOf(".codes code").Count);
        Assert.Equal(HttpStatusCode.OK, await client.HomeAsync());
        var house = await _app.InDatabaseAsync(db => db.Organisations.Include(one => one.Agreements).SingleAsync());
        Assert.Equal(("974760673", "Huset vårt"), (house.Number, house.Name));
        Assert.True(house.HasAgreementOn(OsloTime.DayOf(_app.Clock.GetUtcNow().UtcDateTime).AddYears(10)));
        Assert.Equal(
            [StaffRole.ChiefEditor, StaffRole.OrganisationAdmin, StaffRole.PortfolioManager, StaffRole.PlatformAdmin],
            await _app.InDatabaseAsync(db => db.Memberships.Select(seat => seat.Role).Order().ToListAsync()));
        Assert.Equal(HttpStatusCode.NotFound, await OpenAsync(token));
        Assert.Equal("staff: there", await StartStepAsync());
    }

    [Fact]
    public async Task Setup_WithAWrongOrganisationNumber_KeepsWhatWasWritten()
    {
        await StartStepAsync();
        using var client = _app.CreateVisitor();

        var page = await SetUpAsync(client, await TokenAsync(), "974760674");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Equal("Huset vårt", page.Document.QuerySelector("#Hus")!.GetAttribute("value"));
        Assert.Contains("Nummeret", page.TextOf("#Orgnr-feil"), StringComparison.Ordinal);
        Assert.Equal(0, await _app.InDatabaseAsync(db => db.Staff.CountAsync()));
    }

    public void Dispose() => _app.Dispose();

    private async Task<HtmlPage> SetUpAsync(HttpClient client, string token, string number)
    {
        var page = await HtmlPage.ReadAsync(await client.GetAsync(new Uri($"/admin/oppsett/{token}", UriKind.Relative)));
        return await client.SubmitAsync(page, $"/admin/oppsett/{token}", new()
        {
            ["Navn"] = "Kari Nordmann",
            ["Epost"] = "kari@prove.invalid",
            ["Hus"] = "Huset vårt",
            ["Orgnr"] = number,
            ["Passord"] = StaffAccounts.Password,
            ["Kode"] = _app.CodeNow(StaffAccounts.BytesOf(page.TextOf(".secret"))),
        });
    }

    private async Task<string> StartStepAsync()
    {
        await using var scope = _app.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetServices<IStartupStep>().Single(step => step.GetType().Name == "FirstAdministrator").RunAsync(CancellationToken.None);
    }

    private async Task<string> TokenAsync()
    {
        await using var scope = _app.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PortalDbContext>();
        var open = await db.Invitations.SingleAsync(one => one.Kind == InvitationKind.First && one.WithdrawnAt == null && one.UsedAt == null);
        return scope.ServiceProvider.GetRequiredService<Invitations>().TokenOf(open)!;
    }

    private async Task<HttpStatusCode> OpenAsync(string token)
    {
        using var client = _app.CreateVisitor();
        using var answer = await client.GetAsync(new Uri($"/admin/oppsett/{token}", UriKind.Relative));
        return answer.StatusCode;
    }
}
