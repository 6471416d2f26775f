using System.Net;
using Microsoft.Extensions.DependencyInjection;
using UngPortal.Platform.Caching;
using UngPortal.Testing;

namespace UngPortal.Tests.Features.Services;

/// <summary>Messages that somebody went on to a service: only from the site's own pages, and only to those that are there.</summary>
public sealed class OnwardTests
{
    private const string Slug = "112-politi";

    [Theory]
    [InlineData("/tjenester/finnes-ikke/videre")]
    [InlineData("/tjenester/..%2F/videre")]
    public async Task Onward_ToNobody_CountsNothing(string path)
    {
        using var app = new PortalApp().WithoutWorkers();
        using var visitor = app.CreateVisitor();
        using var response = await visitor.PostAsync(new Uri(path, UriKind.Relative), null);

        Assert.InRange((int)response.StatusCode, 400, 404);
        Assert.Empty(app.Services.GetRequiredService<PageReadings>().Take("service-"));
    }

    [Fact]
    public async Task Onward_FromAnotherSite_IsRefused()
    {
        using var app = new PortalApp().WithoutWorkers();
        using var visitor = app.CreateVisitor();
        visitor.DefaultRequestHeaders.Add("Sec-Fetch-Site", "cross-site");
        using var response = await visitor.PostAsync(new Uri($"/tjenester/{Slug}/videre", UriKind.Relative), null);

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
    }
}
