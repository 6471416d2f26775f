using System.Net;
using UngPortal.Testing;

namespace UngPortal.Tests.Features.Api;

/// <summary>What can't be taken is refused with what is allowed, and never repeated.</summary>
[Collection(ShippedSite.Name)]
public sealed class BadInputTests(PortalApp app)
{
    [Theory]
    [InlineData("/services?hemmelig=1", null)]
    [InlineData("/services?SEARCH=a", null)]
    [InlineData("/services?page=0", "page")]
    [InlineData("/services?page=-1", "page")]
    [InlineData("/services?page=1e9", "page")]
    [InlineData("/services?page=1000000000", "page")]
    [InlineData("/services?page=99999999999999999999", "page")]
    [InlineData("/services?page=1&page=2", "page")]
    [InlineData("/services?per_page=101", "per_page")]
    [InlineData("/services?per_page=", "per_page")]
    [InlineData("/services?open_now=ja", "open_now")]
    [InlineData("/services?open_now=maybe", "open_now")]
    [InlineData("/services?full=1", "full")]
    [InlineData("/services?near=NaN,NaN", "near")]
    [InlineData("/services?near=59.9", "near")]
    [InlineData("/services?near=48.85,2.35", "near")]
    [InlineData("/services?near=59.9,10.7,-1", "near")]
    [InlineData("/services?near=59.9,10.7,Infinity", "near")]
    [InlineData("/services?near=59.9,10.7,5,5", "near")]
    [InlineData("/services?near=1e1,1e1", "near")]
    [InlineData("/services?municipality=9999", "municipality")]
    [InlineData("/services?municipality=301", "municipality")]
    [InlineData("/services?kind=hjelp", "kind")]
    [InlineData("/services?type=finnes-ikke", "type")]
    [InlineData("/services?topic=finnes-ikke", "topic")]
    [InlineData("/services?language=klingon", "language")]
    [InlineData("/services?language=", "language")]
    [InlineData("/service_at_locations?accessibility=nurse", "accessibility")]
    [InlineData("/services?accessibility=lift&accessibility=step-free", "accessibility")]
    [InlineData("/locations?language=no", null)]
    [InlineData("/services?taxonomy_term_id=1", "taxonomy_term_id")]
    [InlineData("/services?organization_id=%7B00000000-0000-5000-8000-000000000000%7D", "organization_id")]
    [InlineData("/services?modified_after=2026-01-01", "modified_after")]
    [InlineData("/services?minimal=true&page=2", "minimal")]
    [InlineData("/services?format=ndjson", "format")]
    [InlineData("/services?lang=se", "lang")]
    [InlineData("/services?search=%ED%A0%80", "search")]
    [InlineData("/services?search=%00", "search")]
    [InlineData("/services?search=%F0%9F%98%80", "search")]
    [InlineData("/services?search=...", "search")]
    [InlineData("/service_at_locations?proximity=100", "proximity")]
    [InlineData("/service_at_locations?postcode=0000", "postcode")]
    [InlineData("/service_at_locations?postcode=0580&near=59.9,10.7", "postcode")]
    [InlineData("/locations?kind=local", null)]
    [InlineData("/taxonomies?full=true", null)]
    [InlineData("/taxonomy_terms?top_only=yes", "top_only")]
    [InlineData("/services/112-politi?page=1", null)]
    public async Task Question_ThatCannotBeTaken_IsRefusedWithWhatIsAllowed(string path, string? parameter)
    {
        var problem = await app.RefusedAsync(path);

        Assert.Equal(400, problem.GetProperty("status").GetInt32());
        Assert.Contains(problem.GetProperty("errors").EnumerateArray(), fault => (fault.TryGetProperty("parameter", out var name) ? name.GetString() : null) == parameter && fault.Text("detail").Length > 10);
        Assert.DoesNotContain("hemmelig", problem.GetRawText(), StringComparison.Ordinal);
    }

    /// <summary>Answers are kept under what was asked, and this must not be taken for that.</summary>
    [Fact]
    public async Task Question_ThatOnlyReadsLikeAnother_IsRefusedAllTheSame()
    {
        await app.ReadAsync("/services?municipality=0301&open_now=true");

        await app.RefusedAsync("/services?municipality=0301%26open_now%3Dtrue");
    }

    [Fact]
    public async Task Question_WithSeveralFaults_HearsOfAll()
    {
        var problem = await app.RefusedAsync("/services?page=0&near=NaN,3&hva=1&search=" + new string('a', 300));

        Assert.Equal(4, problem.GetProperty("errors").GetArrayLength());
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/openapi.json")]
    public async Task Parameters_WhereThereAreNone_AreRefused(string path) => await app.RefusedAsync(path + "?a=1");

    [Theory]
    [InlineData("/services/finnes-ikke")]
    [InlineData("/services/00000000-0000-5000-8000-000000000000")]
    [InlineData("/services/%ED%A0%80")]
    [InlineData("/organizations/0301")]
    [InlineData("/locations/x")]
    [InlineData("/service_at_locations/x")]
    [InlineData("/taxonomies/topic")]
    [InlineData("/taxonomy_terms/x")]
    [InlineData("/finnes-ikke")]
    [InlineData("/services/a/b")]
    public async Task Address_OfNothing_IsNotFound(string path) => await app.RefusedAsync(path, HttpStatusCode.NotFound);

    [Theory]
    [InlineData("POST", "application/problem+json")]
    [InlineData("PUT", null)]
    [InlineData("DELETE", null)]
    [InlineData("PATCH", null)]
    public async Task Methods_OtherThanReading_AreNotAllowed(string method, string? type)
    {
        using var visitor = app.CreateVisitor();
        using var request = new HttpRequestMessage(new HttpMethod(method), new Uri("/api/v1/services", UriKind.Relative));
        using var response = await visitor.SendAsync(request);

        Assert.Equal(HttpStatusCode.MethodNotAllowed, response.StatusCode);
        Assert.Equal(type, response.Content.Headers.ContentType?.MediaType);
    }
}
