using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;

namespace UngPortal.Benchmarks;

/// <summary>A hundred thousand requests with something broken in each: none may be answered by 5xx, and the site goes on.</summary>
internal static class MalformedBench
{
    private const int Port = 5387;
    private const int Requests = 100_000;
    private const int Senders = 32;
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(250);

    private static readonly string[] Models =
    [
        "GET /artikler/eksamen-uten-panikk HTTP/1.1\r\nHost: localhost\r\nAccept-Encoding: br\r\n\r\n",
        "GET /sok?q=s%C3%B8vn&type=article&side=2 HTTP/1.1\r\nHost: localhost\r\nCookie: alder=13-15\r\n\r\n",
        "GET /sok/forslag?q=men HTTP/1.1\r\nHost: localhost\r\nAccept: application/json\r\n\r\n",
        "POST /tilbakemelding HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 27\r\n\r\nSide=/&Svar=ja&Tekst=Heisann",
        "POST /innstillinger HTTP/1.1\r\nHost: localhost\r\nContent-Type: multipart/form-data; boundary=x\r\nContent-Length: 58\r\n\r\n--x\r\nContent-Disposition: form-data; name=alder\r\n\r\n1\r\n--x--",
        "POST /csp-rapport HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/reports+json\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n[]\r\n0\r\n\r\n",
        "GET /media/x.svg HTTP/1.1\r\nHost: localhost\r\nRange: bytes=0-10\r\nIf-None-Match: \"x\"\r\n\r\n",
    ];

    private static long _left = Requests;
    private static long _answered;
    private static long _serverErrors;

    public static async Task RunAsync()
    {
        await using var site = await PublishedSite.StartAsync(Port);
        await Task.WhenAll(Enumerable.Range(0, Senders).Select(_ => Task.Run(SendAsync)));
        using var live = await site.Client.GetAsync("/health/live");
        var holds = _serverErrors == 0 && live.StatusCode == HttpStatusCode.OK && site.IsRunning;
        Console.WriteLine($"{Requests} malformed requests: {_answered} answered, the rest closed; {_serverErrors} answers of 5xx; alive afterwards: {live.StatusCode}: {(holds ? "holds" : "DOES NOT HOLD")}");
    }

    private static async Task SendAsync()
    {
        var answer = new byte[16];
        while (Interlocked.Decrement(ref _left) >= 0)
        {
            var request = Broken();
            using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { LingerState = new LingerOption(true, 0) };
            try
            {
                await socket.ConnectAsync(IPAddress.Loopback, Port);
                await socket.SendAsync(request);
                using var limit = new CancellationTokenSource(Patience);
                Count(request, answer, await socket.ReceiveAsync(answer, limit.Token));
            }
            catch (Exception problem) when (problem is SocketException or OperationCanceledException)
            {
                // Closed without an answer, or the site waits for a part that was left out: no fault of it.
            }
        }
    }

    private static void Count(byte[] request, byte[] answer, int length)
    {
        if (length < 12)
        {
            return;
        }

        Interlocked.Increment(ref _answered);

        // 501 and 505 are the right words for a method or a version that nobody has heard of.
        if (Encoding.ASCII.GetString(answer, 9, 3) is ['5', ..] status && status is not ("501" or "505"))
        {
            Interlocked.Increment(ref _serverErrors);
            Console.WriteLine($"  {status}: {Uri.EscapeDataString(Encoding.Latin1.GetString(request))}");
        }
    }

    /// <summary>A sound request with one to four bytes changed, left out or put in, or cut off.</summary>
    private static byte[] Broken()
    {
        var bytes = Encoding.Latin1.GetBytes(Models[RandomNumberGenerator.GetInt32(Models.Length)]).ToList();
        for (var times = RandomNumberGenerator.GetInt32(1, 5); times > 0; times--)
        {
            var at = RandomNumberGenerator.GetInt32(bytes.Count);
            switch (RandomNumberGenerator.GetInt32(20))
            {
                case < 9:
                    bytes[at] = (byte)RandomNumberGenerator.GetInt32(256);
                    break;
                case < 14:
                    bytes.Insert(at, (byte)RandomNumberGenerator.GetInt32(256));
                    break;
                case < 19:
                    bytes.RemoveAt(at);
                    break;
                default:
                    bytes.RemoveRange(at, bytes.Count - at);
                    break;
            }

            if (bytes.Count == 0)
            {
                break;
            }
        }

        return [.. bytes];
    }
}
