using System.Net;
using Microsoft.EntityFrameworkCore;
using UngPortal.Kernel;
using UngPortal.Platform.Audit;
using UngPortal.Testing;

namespace UngPortal.Tests.Architecture;

/// <summary>Changing factors, giving roles, exporting and ending others' sessions ask for a sign-in of the last five minutes.</summary>
public sealed class FreshSignInTests(PortalApp app) : IClassFixture<PortalApp>
{
    /// <summary>What must ask for it; a handler that should too is added here first.</summary>
    private static readonly string[] MustAsk =
    [
        "GET /admin/avverging/{id:guid}",
        "GET /admin/folk/inviter",
        "GET /admin/folk/{id:int}/endre",
        "GET /admin/min-konto/app",
        "GET /admin/min-konto/koder",
        "GET /admin/min-konto/nokler",
        "GET /admin/min-konto/passord",
        "GET /admin/revisjon/eksport",
        "GET /admin/tjenester/eksport",
        "POST /admin/folk/inviter",
        "POST /admin/folk/{id:int}/endre?handler=Disable",
        "POST /admin/folk/{id:int}/endre?handler=Enable",
        "POST /admin/folk/{id:int}/endre?handler=End",
        "POST /admin/folk/{id:int}/endre?handler=EndSessions",
        "POST /admin/folk/{id:int}/endre?handler=Grant",
        "POST /admin/min-konto/app",
        "POST /admin/min-konto/koder",
        "POST /admin/min-konto/nokler",
        "POST /admin/min-konto/nokler?handler=Delete",
        "POST /admin/min-konto/nokler?handler=Options",
        "POST /admin/min-konto/passord",
        "POST /admin/revisjon/eksport",
        "POST /admin/tjenester/eksport",
    ];

    [Fact]
    public async Task V7_5_1_FreshSignIn_IsAskedForByTheList()
    {
        var asking = (await StaffEndpoints.OfAsync(app)).Where(handler => handler.WantsFreshSignIn).Select(NameOf);

        Assert.Equal(MustAsk, asking.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task V7_5_3_FreshSignIn_SixMinutesLater_IsAskedForAndNothingDone()
    {
        var asking = (await StaffEndpoints.OfAsync(app)).Where(handler => handler.WantsFreshSignIn).ToList();
        var rows = await app.RowsOfAsync(StaffVisits.OwnHouse);
        var (id, target) = (await app.HireAsync(roles: [StaffRole.SafeguardingOfficer, StaffRole.OrganisationAdmin, StaffRole.PlatformAdmin, StaffRole.PortfolioManager, StaffRole.ServiceAssurer]), rows["/admin/folk/{id:int}/endre"]);
        using var admin = await app.SignInAsync(id);
        var token = await admin.TokenAsync();
        using var theirs = await app.SignInAsync(int.Parse(target.Split('/')[3], System.Globalization.CultureInfo.InvariantCulture));
        app.Clock.Advance(TimeSpan.FromMinutes(5) + TimeSpan.FromSeconds(1));
        var before = await StateAsync();

        foreach (var handler in asking)
        {
            using var answer = await admin.AskAsync(handler, rows.GetValueOrDefault(handler.Route, handler.Route), token);
            Assert.True(answer.StatusCode == HttpStatusCode.Redirect && answer.Headers.Location!.OriginalString.StartsWith("/admin/bekreft?til=", StringComparison.Ordinal), $"{NameOf(handler)}: {answer.StatusCode}");
        }

        Assert.Equal(before, await StateAsync());
        using var still = await theirs.GetAsync(new Uri("/admin", UriKind.Relative));
        Assert.Equal(HttpStatusCode.OK, still.StatusCode);
    }

    private static string NameOf(StaffEndpoints.Handler handler) => $"{handler.Method} {handler.Route}{handler.Query}";

    private Task<(int, int)> StateAsync() => app.InDatabaseAsync(async db => (await db.AuditEntries.CountAsync(), await db.Set<UngPortal.Features.Organisations.Membership>().CountAsync(seat => seat.EndedAt == null)));
}
