using System.Net.WebSockets;
using System.Text;
using UngPortal.Features.Questions.Live;
using UngPortal.Testing;

namespace UngPortal.Tests.Features.Questions.Live;

/// <summary>An open desk page's socket, read as the bytes that came.</summary>
internal sealed class DeskSocket(WebSocket socket) : IDisposable
{
    private const char End = '\u001e';
    private const string Handshake = "{\"protocol\":\"json\",\"version\":1}";
    private const string Ping = "{\"type\":6}";
    private const string Close = "{\"type\":7}";
    private readonly Queue<string> _heard = [];

    /// <summary>Opens a socket and waits until the site hears it; no cookie stands for a visitor.</summary>
    public static async Task<DeskSocket> JoinAsync(PortalApp app, (string Name, string Value)? cookie, Guid? question = null, string? origin = null)
    {
        var socket = await OpenAsync(app, cookie, question, origin);
        await socket.HearsAsync("""{"type":1,"target":"changed","arguments":["joined",null]}""");
        return socket;
    }

    /// <summary>Opens a socket.</summary>
    public static async Task<DeskSocket> OpenAsync(PortalApp app, (string Name, string Value)? cookie, Guid? question = null, string? origin = null)
    {
        var client = app.Server.CreateWebSocketClient();
        client.ConfigureRequest = request =>
        {
            request.Headers.Cookie = cookie is { } one ? $"{one.Name}={one.Value}" : default;
            request.Headers.Origin = origin;
        };
        var query = question is { } id ? $"?{DeskHub.QuestionQuery}={id}" : "";
        var socket = new DeskSocket(await client.ConnectAsync(new Uri($"wss://localhost{DeskHub.Path}{query}"), CancellationToken.None));
        await socket.SendAsync(Handshake);
        await socket.HearsAsync("{}");
        return socket;
    }

    public Task SendAsync(string message) => socket.SendAsync(Encoding.UTF8.GetBytes(message + End), WebSocketMessageType.Text, endOfMessage: true, CancellationToken.None);

    /// <summary>The next message, pings left out; null when the site has closed.</summary>
    public async Task<string?> NextAsync()
    {
        // Pings come for ever.
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (true)
        {
            while (_heard.TryDequeue(out var message))
            {
                if (message != Ping)
                {
                    return message == Close ? null : message;
                }
            }

            if (!await ReadAsync(patience.Token))
            {
                return null;
            }
        }
    }

    /// <summary>Holds that these are the next messages, byte by byte.</summary>
    public async Task HearsAsync(params string[] messages)
    {
        foreach (var message in messages)
        {
            Assert.Equal(message, await NextAsync());
        }
    }

    public void Dispose() => socket.Dispose();

    private async Task<bool> ReadAsync(CancellationToken patience)
    {
        var buffer = new byte[8192];
        try
        {
            var part = await socket.ReceiveAsync(buffer, patience);
            Array.ForEach(Encoding.UTF8.GetString(buffer, 0, part.Count).Split(End, StringSplitOptions.RemoveEmptyEntries), _heard.Enqueue);
            return part.MessageType != WebSocketMessageType.Close;
        }
        catch (Exception broken) when (broken is WebSocketException or IOException)
        {
            return false;
        }
    }
}
