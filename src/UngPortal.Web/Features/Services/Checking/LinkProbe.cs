using System.Net;
using System.Net.Sockets;

namespace UngPortal.Features.Services.Checking;

/// <summary>Asks another site whether a page is there, and nothing else: no cookie, no content, no address of its own network.</summary>
public sealed class LinkProbe(IHttpClientFactory clients)
{
    /// <summary>The name under which the outgoing connection is wired.</summary>
    public const string Client = "service-links";
    private const int RedirectsMost = 5;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    /// <summary>What is wrong with a page's address; null when the page is there, or when the site won't tell a machine.</summary>
    public async Task<LinkFault?> FaultOfAsync(string address, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(Patience);
        try
        {
            return await AskAsync(address, limit.Token);
        }
        catch (Exception problem) when (problem is HttpRequestException or IOException or OperationCanceledException && !cancellationToken.IsCancellationRequested)
        {
            return LinkFault.Unreachable;
        }
    }

    /// <summary>A connection that leads out of the house only.</summary>
    public static SocketsHttpHandler Outwards() => new()
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        UseProxy = true,
        ConnectTimeout = Patience,
        ConnectCallback = async (context, stop) =>
        {
            var addresses = await Dns.GetHostAddressesAsync(context.DnsEndPoint.Host, stop);
            var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            try
            {
                await socket.ConnectAsync([.. addresses.Where(IsPublic)], context.DnsEndPoint.Port, stop);
                return new NetworkStream(socket, ownsSocket: true);
            }
            catch (Exception problem) when (problem is SocketException or ArgumentException)
            {
                socket.Dispose();
                throw new HttpRequestException("No public address answers.", problem);
            }
        },
    };

    /// <summary>Whether an address lies on the open internet: not this machine, not a network behind it. Source: RFC 6890.</summary>
    public static bool IsPublic(IPAddress address)
    {
        var plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        if (IPAddress.IsLoopback(plain) || plain.IsIPv6LinkLocal || plain.IsIPv6SiteLocal || plain.IsIPv6UniqueLocal || plain.IsIPv6Multicast || plain.Equals(IPAddress.IPv6Any))
        {
            return false;
        }

        return plain.AddressFamily != AddressFamily.InterNetwork || plain.GetAddressBytes() switch
        {
            [0 or 10 or 127 or >= 224, ..] or [169, 254, ..] or [172, >= 16 and <= 31, ..] or [192, 168, ..] or [100, >= 64 and <= 127, ..] or [192, 0, 0, _] or [198, 18 or 19, ..] => false,
            _ => true,
        };
    }

    private async Task<LinkFault?> AskAsync(string address, CancellationToken cancellationToken)
    {
        var client = clients.CreateClient(Client);
        for (var hop = 0; hop <= RedirectsMost; hop++)
        {
            if (!ContactFields.IsHttps(address))
            {
                return LinkFault.Unsafe;
            }

            using var answer = await client.GetAsync(new Uri(address), HttpCompletionOption.ResponseHeadersRead, cancellationToken);
            if (answer is { StatusCode: >= HttpStatusCode.Ambiguous and < HttpStatusCode.BadRequest, Headers.Location: { } next })
            {
                address = new Uri(new Uri(address), next).AbsoluteUri;
                continue;
            }

            return answer.StatusCode switch
            {
                HttpStatusCode.NotFound or HttpStatusCode.Gone => LinkFault.Gone,
                >= HttpStatusCode.InternalServerError => LinkFault.Unreachable,
                _ => null,
            };
        }

        return LinkFault.Unreachable;
    }
}
