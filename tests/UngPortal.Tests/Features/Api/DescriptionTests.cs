using System.Text.Json;
using Microsoft.OpenApi;
using Microsoft.OpenApi.Reader;
using UngPortal.Testing;

namespace UngPortal.Tests.Features.Api;

/// <summary>The description is valid OpenAPI 3.1 and tells of what is there, no more and no less.</summary>
[Collection(ShippedSite.Name)]
public sealed class DescriptionTests(PortalApp app)
{
    [Fact]
    public async Task Description_IsValid_AndComplete()
    {
        var document = await DocumentAsync();

        Assert.Equal(13, document.Paths.Count);
        Assert.NotEmpty(document.Info.License!.Name!);
        Assert.Equal(13, document.Paths.Values.SelectMany(path => path.Operations!.Values).Select(operation => operation.OperationId).Distinct().Count());
        Assert.All(document.Paths.Values.SelectMany(path => path.Operations!.Values), operation =>
        {
            Assert.NotEmpty(operation.Summary!);
            Assert.NotNull(operation.Responses!["200"].Content!["application/json"].Example);
            Assert.NotNull(operation.Responses["200"].Content!["application/json"].Schema);
            Assert.All(operation.Parameters ?? [], parameter => Assert.True(parameter is { Description.Length: > 10, Example: not null, Schema: not null }));
        });
    }

    [Fact]
    public async Task Endpoints_OfHsds_AreAllThere_WithTheirParameters()
    {
        var document = await DocumentAsync();
        foreach (var path in HsdsSchemas.Openapi.GetProperty("paths").EnumerateObject())
        {
            var own = document.Paths[path.Name == "/" ? ApiVisits.Root : ApiVisits.Root + path.Name].Operations![HttpMethod.Get];
            var wanted = path.Value.GetProperty("get").TryGetProperty("parameters", out var parameters)
                ? parameters.EnumerateArray().Select(one => one.TryGetProperty("name", out var name) ? name.GetString()! : one.Text("$ref").Split('/')[^1]).ToList() : [];

            Assert.Empty(wanted.Except((own.Parameters ?? []).Select(parameter => parameter.Name!)));
        }
    }

    [Fact]
    public async Task Endpoints_OfTheDescription_AllAnswer_WithEachParameter()
    {
        var document = await DocumentAsync();
        foreach (var (path, item) in document.Paths)
        {
            var parameters = item.Operations![HttpMethod.Get].Parameters ?? [];
            var address = path[ApiVisits.Root.Length..];
            if (address.Contains('{', StringComparison.Ordinal))
            {
                var list = await app.ReadAsync(address[..address.IndexOf("/{", StringComparison.Ordinal)]);
                address = address.Replace("{id}", list.GetProperty("contents")[0].Text("id"), StringComparison.Ordinal);
            }

            await app.ReadAsync(address.Length == 0 ? "/" : address);
            foreach (var parameter in parameters.Where(parameter => parameter.In == ParameterLocation.Query && parameter.Name is not ("modified_after" or "proximity")))
            {
                await app.ReadAsync($"{address}?{parameter.Name}={Uri.EscapeDataString(parameter.Example!.ToString())}");
            }
        }
    }

    [Fact]
    public async Task Schemas_AllowWhatIsAnswered_AndNoNullsNorNumbersInQuotes()
    {
        using var description = await app.AskAsync("/openapi.json");
        var schemas = JsonDocument.Parse(await description.Content.ReadAsStringAsync()).RootElement.GetProperty("components").GetProperty("schemas");
        using var answer = await app.AskAsync("/service_at_locations?full=true&per_page=100");

        Assert.DoesNotContain("\"null\"", schemas.GetRawText(), StringComparison.Ordinal);
        Assert.DoesNotContain(":null", (await answer.Content.ReadAsStringAsync()).Replace(" ", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Equal("integer", schemas.GetProperty("ServiceDocument").GetProperty("properties").GetProperty("minimum_age").Text("type"));
        Assert.EndsWith("/TaxonomyDocument", schemas.GetProperty("TaxonomyTermDocument").GetProperty("properties").GetProperty("taxonomy_detail").Text("$ref"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Page_ShowsWhatTheDescriptionSays()
    {
        var document = await DocumentAsync();
        foreach (var prefix in new[] { "", "/nn", "/en" })
        {
            var page = await app.GetPageAsync(prefix + "/api");

            Assert.Equal(document.Paths.Keys, page.TextsOf("h3 code"));
            Assert.Contains(page.TextsOf("dt code"), text => text == "open_now");
            Assert.Contains(prefix + "/api/v1/openapi.json", page.Links);
        }
    }

    private async Task<OpenApiDocument> DocumentAsync()
    {
        using var response = await app.AskAsync("/openapi.json");
        var text = await response.Content.ReadAsStringAsync();
        var read = OpenApiDocument.Parse(text, OpenApiConstants.Json, new OpenApiReaderSettings());

        Assert.Equal("3.1", JsonDocument.Parse(text).RootElement.Text("openapi")[..3]);
        Assert.Empty(read.Diagnostic!.Errors);
        Assert.Empty(read.Diagnostic.Warnings);
        return read.Document!;
    }
}
