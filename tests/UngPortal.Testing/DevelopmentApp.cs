using Microsoft.AspNetCore.Hosting;

namespace UngPortal.Testing;

/// <summary>The site as it runs on a developer's machine.</summary>
public sealed class DevelopmentApp : PortalApp
{
    /// <inheritdoc />
    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.UseEnvironment("Development");
    }
}
