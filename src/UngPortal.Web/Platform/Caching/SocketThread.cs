using System.Net.Sockets;
using System.Reflection;
using Microsoft.AspNetCore.Connections.Features;

namespace UngPortal.Platform.Caching;

/// <summary>Lets the thread that hears from a connection answer it too, for as long as it asks for stored pages: no switch of threads.</summary>
/// <remarks>
/// Anything else leaves that thread first and stays in the thread pool, so no database, form or rendering ever runs there. The runtime's own switch for this
/// would hold for the database's sockets too, which can lock up; the setting of one socket is internal. Where it is missing, all runs in the pool.
/// </remarks>
internal static class SocketThread
{
    private static readonly PropertyInfo? Setting =
        typeof(SafeSocketHandle).GetProperty("PreferInlineCompletions", BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.Public);

    private static readonly Func<SafeSocketHandle, bool>? Stays = Setting?.GetMethod?.CreateDelegate<Func<SafeSocketHandle, bool>>();
    private static readonly Action<SafeSocketHandle, bool>? SetStays = Setting?.SetMethod?.CreateDelegate<Action<SafeSocketHandle, bool>>();

    /// <summary>Whether this runtime has the setting.</summary>
    public static bool IsAvailable => Stays is not null && SetStays is not null;

    /// <summary>From the connection's next request on, the hearing thread goes on by itself. Only without TLS and before HTTP/2, which do more than answer.</summary>
    public static void Stay(HttpContext context)
    {
        if (HandleOf(context) is { } handle && !Stays!(handle) && HttpProtocol.IsHttp11(context.Request.Protocol)
            && context.Features.Get<ITlsHandshakeFeature>() is null)
        {
            SetStays!(handle, true);
        }
    }

    /// <summary>Brings the request, and what else the connection has to say, to the thread pool.</summary>
    /// <returns>Whether the caller must yield: it may stand on the hearing thread.</returns>
    public static bool Leave(HttpContext context)
    {
        if (HandleOf(context) is not { } handle || !Stays!(handle))
        {
            return false;
        }

        SetStays!(handle, false);
        return true;
    }

    private static SafeSocketHandle? HandleOf(HttpContext context) =>
        IsAvailable ? context.Features.Get<IConnectionSocketFeature>()?.Socket.SafeHandle : null;
}
