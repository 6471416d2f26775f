using System.Text.Json;
using UngPortal.Features.OpenReferral;
using UngPortal.Testing;

namespace UngPortal.Tests.Features.Api;

/// <summary>Who answers for a service stands there where the service has told, else only where pages or the law say so.</summary>
[Collection(ShippedSite.Name)]
public sealed class ResponsibleTests(PortalApp app)
{
    [Theory]
    [InlineData(null, "hfu", "0301", "0301", "law")]
    [InlineData(null, "helsestasjon", "3201", "3201", "law")]
    [InlineData(null, "legevakt", "0301", "", "law")]
    [InlineData("https://www.baerum.kommune.no/ting", "bup", "3201", "3201", "own-page")]
    [InlineData("https://www.baerum.kommune.no/ting", "legevakt", "3201", "3201 0301", "own-page")]
    [InlineData("https://stiftelse.example/", "hfu", "0301", "0301", null)]
    [InlineData("ingen adresse", "hfu", "0301", "0301", null)]
    [InlineData(null, "legevakt", "0301", "0301 3201", null)]
    [InlineData(null, "familievernkontor", "0301", "0301", null)]
    [InlineData(null, "nav", "0301", "0301", null)]
    [InlineData(null, "hfu", null, "", null)]
    [InlineData(null, "hfu", "9999", "9999", null)]
    [InlineData(null, null, "0301", "0301", null)]
    public void Body_IsKnown_ByPageOrLawAlone(string? website, string? type, string? municipality, string areas, string? basis) =>
        Assert.Equal(basis, ResponsibleBody.Of(null, website, type, municipality, areas.Split(' ', StringSplitOptions.RemoveEmptyEntries))?.Basis);

    [Fact]
    public async Task Clinics_OfOneMunicipality_AreItsOwn_AndSharedOnesNobodys()
    {
        var clinics = await app.AllAsync("/services?type=legevakt&full=true");
        var (own, shared) = (clinics.Where(clinic => clinic.TryGetProperty("organization_id", out _)).ToList(), clinics.Where(clinic => Areas(clinic).Count > 1).ToList());

        Assert.InRange(own.Count(clinic => clinic.Text("x-organization-basis") == "law"), 50, 1_000);
        Assert.InRange(shared.Count, 50, 1_000);
        Assert.All(own, clinic => Assert.Equal(OpenReferralId.Of("organization", Assert.Single(Areas(clinic))).ToString(), clinic.Text("organization_id")));
        Assert.All(shared, clinic => Assert.False(clinic.TryGetProperty("organization_id", out _) || clinic.TryGetProperty("x-organization-basis", out _)));
        Assert.All(await app.AllAsync("/services?type=familievernkontor"), office => Assert.False(office.TryGetProperty("organization_id", out _)));
    }

    [Fact]
    public async Task Organizations_AndServices_TellTheSame()
    {
        var services = (await app.AllAsync("/services")).Where(service => service.TryGetProperty("organization_id", out _)).ToList();
        var organizations = await app.AllAsync("/organizations?full=true", size: 7);
        var listed = organizations.SelectMany(one => one.GetProperty("services").EnumerateArray(), (one, service) => (Organization: one.Text("id"), Service: service.Text("id"), Name: service.Text("name")));

        Assert.Equal(services.Select(service => (service.Text("organization_id"), service.Text("id"), service.Text("name"))).Order(), listed.Order());
        Assert.All(services, service => Assert.Contains(service.Text("x-organization-basis"), new[] { "law", "own-page" }));
        Assert.All(organizations, one => Assert.NotEmpty(one.GetProperty("services").EnumerateArray()));
    }

    private static List<string> Areas(JsonElement service) => [.. service.GetProperty("service_areas").EnumerateArray().Select(area => area.Text("x-municipality"))];
}
