using System.Net;
using Microsoft.AspNetCore.HostFiltering;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.Options;

namespace UngPortal.Platform.Security;

/// <summary>Whom to believe about who is asking and for which host. Source: ASVS 5.0 V4.1.3, V15.3.4.</summary>
internal static class HostAndProxyWiring
{
    private static readonly string[] OwnMachine = ["localhost", "127.0.0.1", "[::1]"];

    public static void AddHostAndProxy(this WebApplicationBuilder builder)
    {
        builder.Services.AddOptions<HostAndProxyOptions>().BindConfiguration(HostAndProxyOptions.Section).ValidateDataAnnotations()
            .Validate(options => options.KnownProxies.All(text => IPAddress.TryParse(text, out _)), "HostAndProxy:KnownProxies holds something that is no address.")
            .Validate(options => options.KnownNetworks.All(text => System.Net.IPNetwork.TryParse(text, out _)), "HostAndProxy:KnownNetworks holds something that is no network.")
            .ValidateOnStart();
        builder.Services.AddOptions<ForwardedHeadersOptions>().Configure<IOptions<HostAndProxyOptions>>((forwarded, own) =>
        {
            forwarded.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
            forwarded.KnownProxies.Clear();
            forwarded.KnownIPNetworks.Clear();
            Array.ForEach(own.Value.KnownProxies, text => forwarded.KnownProxies.Add(IPAddress.Parse(text)));
            Array.ForEach(own.Value.KnownNetworks, text => forwarded.KnownIPNetworks.Add(System.Net.IPNetwork.Parse(text)));
        });
        builder.Services.AddOptions<HostFilteringOptions>().PostConfigure<IOptions<HostAndProxyOptions>>((filter, own) =>
        {
            if (own.Value.PublicOrigin.Length > 0 && filter.AllowedHosts.All(host => host is "*"))
            {
                filter.AllowedHosts = [new Uri(own.Value.PublicOrigin).Host, .. OwnMachine];
            }
        });
    }

    /// <summary>Uses forwarded headers only when a proxy is known: with empty lists the framework would believe everyone.</summary>
    public static void UseKnownProxies(this WebApplication app)
    {
        if (app.Services.GetRequiredService<IOptions<HostAndProxyOptions>>().Value.HasProxy)
        {
            app.UseForwardedHeaders();
        }
    }
}
