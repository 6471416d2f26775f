using System.Net;

namespace UngPortal.Tests.Platform.Security;

public sealed class HostTests
{
    [Fact]
    public async Task Get_ForeignHost_IsRefusedWithTheHeaders()
    {
        await using var site = await GuardedSite.StartAsync("HostAndProxy:PublicOrigin", "https://ungportal.example");

        using var refused = await site.GetAsync("/vanlig", "Host", "evil.example");
        using var own = await site.GetAsync("/vanlig", "Host", "ungportal.example");

        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.StartsWith("default-src 'none'; ", Assert.Single(refused.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, own.StatusCode);
    }
}
