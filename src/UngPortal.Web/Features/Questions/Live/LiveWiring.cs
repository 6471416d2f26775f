using Microsoft.AspNetCore.Http.Connections;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.EntityFrameworkCore.Diagnostics;
using UngPortal.Platform.Outbox;

namespace UngPortal.Features.Questions.Live;

/// <summary>Wires what keeps open desk pages current.</summary>
public static class LiveWiring
{
    /// <summary>A browser sends a handshake and pings here, nothing else.</summary>
    private const int MostReceivedBytes = 1024;

    private static readonly string[] Opening = [HttpMethods.Get, HttpMethods.Connect];
    private static readonly string[] Negotiating = [HttpMethods.Post];

    public static void AddLiveDesk(this IServiceCollection services)
    {
        services.AddSignalR(options => options.MaximumReceiveMessageSize = MostReceivedBytes);
        services.AddSingleton<DeskConnections>();
        services.AddSingleton<IInterceptor, QuestionWatch>();
        services.AddSingleton<IOutboxHandler, DeskPush>();
        services.AddSingleton<DeskLeaving>();
        services.AddHostedService(provider => provider.GetRequiredService<DeskLeaving>());
    }

    /// <summary>Sockets only, opened in one request: no second one that might meet another node. Where a proxy lets none through, pages ask every half minute.</summary>
    public static void MapLiveDesk(this WebApplication app) => app
        .MapHub<DeskHub>(DeskHub.Path, options =>
        {
            options.Transports = HttpTransportType.WebSockets;
            options.ApplicationMaxBufferSize = MostReceivedBytes;
        })
        .Add(endpoint => endpoint.Metadata.Add(new HttpMethodMetadata(IsNegotiation(((RouteEndpointBuilder)endpoint).RoutePattern) ? Negotiating : Opening)));

    private static bool IsNegotiation(RoutePattern pattern) => pattern.RawText?.EndsWith("/negotiate", StringComparison.Ordinal) == true;
}
