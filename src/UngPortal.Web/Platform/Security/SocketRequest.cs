namespace UngPortal.Platform.Security;

/// <summary>Tells a request that wants to become a web socket from those that read a page.</summary>
public static class SocketRequest
{
    private const string WebSocket = "websocket";

    extension(HttpRequest request)
    {
        /// <summary>Whether a web socket is asked for: by an upgrade, or over HTTP/2 by CONNECT.</summary>
        public bool IsSocket => HttpMethods.IsConnect(request.Method) || string.Equals(request.Headers.Upgrade, WebSocket, StringComparison.OrdinalIgnoreCase);
    }
}
