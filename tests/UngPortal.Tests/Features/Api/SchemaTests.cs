using System.Text.Json;
using UngPortal.Testing;

namespace UngPortal.Tests.Features.Api;

/// <summary>Every answer about the whole starter register is what the schemas of HSDS 3.0 ask for.</summary>
[Collection(ShippedSite.Name)]
public sealed class SchemaTests(PortalApp app)
{
    [Theory]
    [InlineData("/services", "service", 300)]
    [InlineData("/organizations", "organization", 10)]
    [InlineData("/locations", "location", 250)]
    [InlineData("/service_at_locations", "service_at_location", 250)]
    [InlineData("/taxonomies", "taxonomy", 3)]
    [InlineData("/taxonomy_terms", "taxonomy_term", 90)]
    public async Task Answers_ToEveryList_AndEachOfItsItems_AreValid(string path, string schema, int least)
    {
        var items = await app.AllAsync(path);
        var faults = items.SelectMany(item => HsdsSchemas.Faults(schema, item)).ToList();
        foreach (var item in items)
        {
            var one = await app.ReadAsync($"{path}/{item.Text("id")}");
            faults.AddRange(HsdsSchemas.Faults(schema, one));
            Assert.Equal(item.Text("id"), one.Text("id"));
        }

        Assert.Empty(faults.Distinct().Take(20));
        Assert.InRange(items.Count, least, 10_000);
    }

    [Theory]
    [InlineData("/services?full=true", "service")]
    [InlineData("/services?full=true&lang=en", "service")]
    [InlineData("/services?full=true&lang=nn", "service")]
    [InlineData("/service_at_locations?full=true", "service_at_location")]
    [InlineData("/organizations?full=true", "organization")]
    [InlineData("/organizations?full_service=true", "organization")]
    public async Task Answers_WithAllThatBelongs_AreValid(string path, string schema)
    {
        var items = await app.AllAsync(path);

        Assert.NotEmpty(items);
        Assert.Empty(items.SelectMany(item => HsdsSchemas.Faults(schema, item)).Distinct().Take(20));
    }

    [Fact]
    public async Task Services_InsideOthersAnswers_AreValid()
    {
        var inPlaces = (await app.AllAsync("/service_at_locations?full=true")).Select(place => place.GetProperty("service"));
        var ofOrganizations = (await app.AllAsync("/organizations?full_service=true")).SelectMany(organization => organization.GetProperty("services").EnumerateArray());

        Assert.Empty(inPlaces.Concat(ofOrganizations).SelectMany(service => HsdsSchemas.Faults("service", service)).Distinct().Take(20));
    }

    [Fact]
    public void Schemas_OnWhatIsWrong_Complain()
    {
        Assert.NotEmpty(HsdsSchemas.Faults("service", JsonDocument.Parse("""{"id":"no uuid","name":"x","status":"active"}""").RootElement));
        Assert.NotEmpty(HsdsSchemas.Faults("service", JsonDocument.Parse("""{"id":"b5a3a1c0-5d0e-5a0f-8c7e-0d6b1b1f0a01","name":"x","status":"open"}""").RootElement));
        Assert.NotEmpty(HsdsSchemas.Faults("service", JsonDocument.Parse("""{"id":"b5a3a1c0-5d0e-5a0f-8c7e-0d6b1b1f0a01","name":"x","status":"active","phones":[{"number":"1"}]}""").RootElement));
        Assert.NotEmpty(HsdsSchemas.Faults("page", JsonDocument.Parse("""{"total_items":"1"}""").RootElement));
    }

    [Fact]
    public async Task About_SaysVersionAndWhereTheRestStands()
    {
        var about = await app.ReadAsync("/");
        using var description = await app.AskAsync(new Uri(about.Text("openapi_url")).AbsolutePath[ApiVisits.Root.Length..]);

        Assert.Equal("3.0", about.Text("version"));
        Assert.True(description.IsSuccessStatusCode);
        Assert.True((await app.GetPageAsync(new Uri(about.Text("profile")).AbsolutePath)).Response.IsSuccessStatusCode);
        Assert.All(about.GetProperty("x-licences").EnumerateArray(), licence => Assert.NotEmpty(licence.Text("licence")));
    }
}
