using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using UngPortal.Testing;

namespace UngPortal.Tests.Features.Accounts;

/// <summary>The site with visitors from many networks, and with passwords that are checked a hundred times faster: what else differs between two answers then shows all the better.</summary>
internal sealed class NetworkedApp : PortalApp, IStartupFilter
{
    private const string AddressHeader = "X-Prove-Adresse";
    private const int FewIterations = 2_000;

    public HttpClient CreateVisitorFrom(string address)
    {
        var visitor = CreateVisitor();
        visitor.DefaultRequestHeaders.Add(AddressHeader, address);
        return visitor;
    }

    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.Use(step => context =>
        {
            context.Connection.RemoteIpAddress = IPAddress.Parse(context.Request.Headers.TryGetValue(AddressHeader, out var address) ? address.ToString() : "192.0.2.1");
            return step(context);
        });
        next(app);
    };

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.ConfigureTestServices(services =>
        {
            services.AddSingleton<IStartupFilter>(this);
            services.PostConfigure<PasswordHasherOptions>(hasher => hasher.IterationCount = FewIterations);
        });
    }
}
