using System.Net;
using System.Net.Sockets;
using System.Text;

namespace UngPortal.Tests.Startup;

/// <summary>A connection on which a test says exactly what it wants, byte for byte and as slowly as it wants.</summary>
internal sealed class Wire : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private readonly Socket _socket;
    private readonly NetworkStream _stream;

    private Wire(Socket socket)
    {
        _socket = socket;
        _stream = new NetworkStream(socket, ownsSocket: true);
    }

    /// <summary>Connects; a small receive buffer keeps the sender waiting.</summary>
    public static async Task<Wire> ConnectAsync(Uri address, int? receiveBuffer = null)
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        socket.ReceiveBufferSize = receiveBuffer ?? socket.ReceiveBufferSize;
        try
        {
            await socket.ConnectAsync(IPAddress.Loopback, address.Port);
            return new Wire(socket);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    /// <summary>Sends each character as a byte.</summary>
    public async Task SendAsync(string text) => await _stream.WriteAsync(Encoding.Latin1.GetBytes(text));

    /// <summary>Reads the answer's head, and not a byte more.</summary>
    public async Task<string> ReadHeadAsync()
    {
        using var limit = new CancellationTokenSource(Patience);
        var head = new StringBuilder();
        var one = new byte[1];
        while (!head.ToString().EndsWith("\r\n\r\n", StringComparison.Ordinal) && await _stream.ReadAsync(one, limit.Token) == 1)
        {
            head.Append((char)one[0]);
        }

        return head.ToString();
    }

    /// <summary>Reads until the other side closes, each byte a character; a side that breaks off ends the reading too, and so does one that falls silent after it began.</summary>
    public async Task<string> ReadToEndAsync(TimeSpan? silence = null)
    {
        using var answer = new MemoryStream();
        var part = new byte[16_384];
        try
        {
            for (var length = 1; length > 0; answer.Write(part, 0, length))
            {
                using var limit = new CancellationTokenSource(answer.Length > 0 && silence is { } most ? most : Patience);
                length = await _stream.ReadAsync(part, limit.Token);
            }
        }
        catch (Exception problem) when (problem is IOException || (silence is not null && answer.Length > 0 && problem is OperationCanceledException))
        {
            // What came until then is the answer.
        }

        return Encoding.Latin1.GetString(answer.ToArray());
    }

    public async ValueTask DisposeAsync()
    {
        await _stream.DisposeAsync();
        _socket.Dispose();
    }
}
