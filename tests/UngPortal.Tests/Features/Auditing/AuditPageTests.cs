using System.Net;
using Microsoft.EntityFrameworkCore;
using UngPortal.Features.Organisations;
using UngPortal.Kernel;
using UngPortal.Platform.Access;
using UngPortal.Platform.Audit;
using UngPortal.Testing;

namespace UngPortal.Tests.Features.Auditing;

/// <summary>Who finds what in the audit trail, and takes it home.</summary>
public sealed class AuditPageTests : IDisposable
{
    private const string Page = "/admin/revisjon";
    private const string Export = "/admin/revisjon/eksport";
    private readonly PortalApp _app = new();

    [Fact]
    public async Task Page_OfAPlatformAdministrator_ShowsAllWithNamesAndTheChain()
    {
        using var admin = await FilledAsync(StaffRole.PlatformAdmin);

        var page = await GetAsync(admin, Page);

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Equal(["egen-handling prove:2", "Logget ut staff:9", "Logget inn staff:8", "Logget inn staff:7"], page.TextsOf("#hendelser li p:nth-child(3)"));
        Assert.Matches("^4:[0-9a-f]{64}$", page.TextOf("#merke"));
        Assert.Contains("ikke kontrollert ennå", page.Text, StringComparison.Ordinal);
        Assert.Contains("2026-11-23 13:00:00", page.Text, StringComparison.Ordinal);

        await _app.CheckAuditAsync();
        Assert.Contains("Sist kontrollert 2026-11-23 13:00:00.", (await GetAsync(admin, Page)).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Handling=signed-in", 2)]
    [InlineData("Person=berit", 1)]
    [InlineData("Person=B%C3%98", 1)]
    [InlineData("Person=%20BERIT%20b%C3%B8%20", 1)]
    [InlineData("Person=b%25t", 0)]
    [InlineData("Gjelder=staff:", 3)]
    [InlineData("Gjelder=staff_", 0)]
    [InlineData("Fra=2026-11-23&Til=2026-11-23", 4)]
    [InlineData("Fra=2026-11-24", 0)]
    [InlineData("Til=2026-11-22", 0)]
    [InlineData("Handling=signed-in&Gjelder=8", 1)]
    public async Task Search_ByField_FindsWhatFits(string query, int expected)
    {
        using var admin = await FilledAsync(StaffRole.PlatformAdmin);

        Assert.Equal(expected, (await GetAsync(admin, $"{Page}?{query}")).Document.QuerySelectorAll("#hendelser li").Length);
    }

    [Fact]
    public async Task V8_2_2_an_organisation_administrator_sees_the_own_organisation_only()
    {
        using var own = await FilledAsync(StaffRole.OrganisationAdmin);
        var (house, other) = await HousesAsync();

        var page = await GetAsync(own, Page);

        Assert.Equal(["Logget inn staff:7"], page.TextsOf("#hendelser li p:nth-child(3)"));
        Assert.Null(page.Document.QuerySelector("#merke"));
        Assert.Equal(["Alle", $"Prøvehuset {StaffVisits.OwnHouse}"], page.TextsOf("#Organisasjon option"));
        Assert.Single((await GetAsync(own, $"{Page}?Organisasjon={house}")).TextsOf("#hendelser li"));
        Assert.Equal(HttpStatusCode.NotFound, (await GetAsync(own, $"{Page}?Organisasjon={other}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await GetAsync(own, $"{Export}?Organisasjon={other}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await GetAsync(own, $"{Page}?Organisasjon=987654")).Status);
    }

    [Theory]
    [InlineData("Fra=i+går")]
    [InlineData("Til=2026-13-40")]
    [InlineData("Organisasjon=x")]
    [InlineData("for=x")]
    public async Task Search_WithABadField_SaysSo(string query)
    {
        using var admin = await _app.SignInAsAsync(StaffRole.PlatformAdmin);

        var page = await GetAsync(admin, $"{Page}?{query}");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Equal(["Sjekk feltene: datoer skrives som 2026-11-23."], page.TextsOf(".error-summary li"));
    }

    [Fact]
    public async Task List_LongerThanAPage_GoesOnWhereItEnded()
    {
        using var admin = await _app.SignInAsAsync(StaffRole.PlatformAdmin);
        for (var i = 1; i <= 60; i++)
        {
            await _app.RecordAsync("lang", $"prove:{i}");
        }

        var first = await GetAsync(admin, $"{Page}?Gjelder=prove");
        var second = await GetAsync(admin, first.Links.Single(link => link.Contains("for=", StringComparison.Ordinal)));

        Assert.Equal(Enumerable.Range(11, 50).Reverse().Select(i => $"lang prove:{i}"), first.TextsOf("#hendelser li p:nth-child(3)"));
        Assert.Equal(Enumerable.Range(1, 10).Reverse().Select(i => $"lang prove:{i}"), second.TextsOf("#hendelser li p:nth-child(3)"));
        Assert.DoesNotContain(second.Links, link => link.Contains("for=", StringComparison.Ordinal));
    }

    [Fact]
    public async Task V1_2_10_export_is_a_harmless_file_and_is_audited_itself()
    {
        using var admin = await FilledAsync(StaffRole.PlatformAdmin);
        await _app.RecordAsync("=HYPERLINK(\"x\")", "@prove", "-1");

        using var answer = await ExportAsync(admin, "");
        var lines = (await answer.Content.ReadAsStringAsync()).TrimStart('\ufeff').Split("\r\n");

        Assert.Equal((HttpStatusCode.OK, "text/csv", "revisjon.csv"), (answer.StatusCode, answer.Content.Headers.ContentType!.MediaType, answer.Content.Headers.ContentDisposition!.FileName));
        Assert.True(answer.Headers.CacheControl!.NoStore);
        Assert.StartsWith("Number,Time (UTC),Person id,", lines[0], StringComparison.Ordinal);
        Assert.Contains(lines, line => line.Contains("\"'=HYPERLINK(\"\"x\"\")\",'@prove,'-1,", StringComparison.Ordinal));
        Assert.Equal(1 + 6, lines.Count(line => line.Length > 0));
        Assert.Equal("audit-exported", await _app.InDatabaseAsync(db => db.AuditEntries.OrderByDescending(entry => entry.Id).Select(entry => entry.Action).FirstAsync()));
    }

    [Fact]
    public async Task Export_OfAnOrganisationAdministrator_HoldsTheOwnOrganisation()
    {
        using var own = await FilledAsync(StaffRole.OrganisationAdmin);
        var (house, _) = await HousesAsync();

        using var answer = await ExportAsync(own, "?Gjelder=staff");
        var lines = (await answer.Content.ReadAsStringAsync()).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);

        Assert.Contains(",signed-in,staff:7,", Assert.Single(lines.Skip(1)), StringComparison.Ordinal);
        var noted = await _app.InDatabaseAsync(db => db.AuditEntries.AsNoTracking().SingleAsync(entry => entry.Action == "audit-exported"));
        Assert.Equal((house, "1; Gjelder=staff"), (noted.OrganisationId!.Value, noted.Detail));
    }

    [Fact]
    public async Task V7_5_3_export_wants_a_fresh_sign_in()
    {
        using var admin = await FilledAsync(StaffRole.PlatformAdmin);
        var form = (await GetAsync(admin, Export)).Form(Export);
        _app.Clock.Advance(TimeSpan.FromMinutes(6));

        using var get = await admin.GetAsync(new Uri(Export, UriKind.Relative));
        using var post = await admin.PostAsync(new Uri(Export, UriKind.Relative), new FormUrlEncodedContent(form));

        Assert.NotEqual(HttpStatusCode.OK, get.StatusCode);
        Assert.NotEqual(HttpStatusCode.OK, post.StatusCode);
        Assert.NotEqual("text/csv", post.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task V8_2_1_the_trail_is_closed_to_every_other_role()
    {
        foreach (var role in Enum.GetValues<StaffRole>().Except([StaffRole.PlatformAdmin, StaffRole.OrganisationAdmin]))
        {
            using var staff = await _app.SignInAsAsync(role);

            Assert.NotEqual(HttpStatusCode.OK, (await GetAsync(staff, Page)).Status);
            Assert.NotEqual(HttpStatusCode.OK, (await GetAsync(staff, Export)).Status);
        }
    }

    public void Dispose() => _app.Dispose();

    private static async Task<HtmlPage> GetAsync(HttpClient client, string path) => await HtmlPage.ReadAsync(await client.GetAsync(new Uri(path, UriKind.Relative)));

    private static async Task<HttpResponseMessage> ExportAsync(HttpClient client, string query)
    {
        var form = (await GetAsync(client, Export + query)).Form(Export);
        return await client.PostAsync(new Uri(Export, UriKind.Relative), new FormUrlEncodedContent(form));
    }

    /// <summary>Four sealed entries: one of the own house, one of the other, two of nobody's.</summary>
    private async Task<HttpClient> FilledAsync(StaffRole role)
    {
        var client = await _app.SignInAsAsync(role);
        await _app.HireAsync(StaffVisits.OtherHouse, StaffRole.Editor);
        var (house, other) = await HousesAsync();
        StaffIdentity Somebody(string name) => new() { Id = 3, Name = name, SessionId = 0, ConfirmedAt = default, Seats = [] };
        await _app.RecordAsync("signed-in", "staff:7", "", house, Somebody("Berit Bø"));
        await _app.RecordAsync("signed-in", "staff:8", "", other, Somebody("Arne Aa"));
        await _app.RecordAsync("signed-out", "staff:9", "", null, Somebody("Arne Aa"));
        await _app.RecordAsync("egen-handling", "prove:2");
        await _app.SealAsync();
        return client;
    }

    private Task<(int Own, int Other)> HousesAsync() => _app.InDatabaseAsync(async db => (
        (await db.Organisations.SingleAsync(one => one.Number == StaffVisits.OwnHouse)).Id, (await db.Organisations.SingleAsync(one => one.Number == StaffVisits.OtherHouse)).Id));
}
