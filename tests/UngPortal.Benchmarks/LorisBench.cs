using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace UngPortal.Benchmarks;

/// <summary>Four thousand connections that trickle their headers, and what others feel of it.</summary>
internal static class LorisBench
{
    private const int Port = 5387;
    private const int Connections = 4_000;
    private const int Pages = 400;
    private const double Bar = 3;
    private static readonly byte[] Start = Encoding.ASCII.GetBytes("GET / HTTP/1.1\r\nHost: localhost\r\nX-Slow: ");

    public static async Task RunAsync()
    {
        await using var site = await PublishedSite.StartAsync(Port);
        await ReadAsync(site);
        var alone = await ReadAsync(site);
        var before = ProcessFigures.ResidentMegabytes(site.ProcessId);
        var slow = new List<Socket>();
        for (var number = 0; number < Connections; number++)
        {
            var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
            await socket.ConnectAsync(IPAddress.Loopback, Port);
            await socket.SendAsync(Start);
            slow.Add(socket);
        }

        using var ended = new CancellationTokenSource();
        var trickling = Task.Run(() => TrickleAsync(slow, ended.Token));
        var meanwhile = await ReadAsync(site);
        var handles = ProcessFigures.Handles(site.ProcessId);
        var resident = ProcessFigures.ResidentMegabytes(site.ProcessId) - before;
        await Task.Delay(TimeSpan.FromSeconds(15));
        await ended.CancelAsync();
        await trickling;
        Console.WriteLine($"median of {Pages} pages on new connections: alone {alone.Median:0.0} ms, beside {Connections} slow ones {meanwhile.Median:0.0} ms; 99th percentile {alone.Slow:0.0} and {meanwhile.Slow:0.0} ms");
        Console.WriteLine($"{handles} handles and {resident:0} MB more meanwhile; {ProcessFigures.Handles(site.ProcessId)} handles after the headers' time was over");
        Console.WriteLine($"  ratio {meanwhile.Median / alone.Median:0.00}, bar {Bar}: {(meanwhile.Median <= Bar * alone.Median ? "holds" : "DOES NOT HOLD")}");
        slow.ForEach(socket => socket.Dispose());
    }

    private static async Task TrickleAsync(List<Socket> slow, CancellationToken ended)
    {
        while (!ended.IsCancellationRequested)
        {
            foreach (var socket in slow)
            {
                try
                {
                    await socket.SendAsync("a"u8.ToArray());
                }
                catch (SocketException)
                {
                    // Cut by the site, as it should be.
                }
            }

            await Task.Delay(TimeSpan.FromSeconds(1), CancellationToken.None);
        }
    }

    private static async Task<(double Median, double Slow)> ReadAsync(PublishedSite site)
    {
        var times = new List<double>();
        for (var number = 0; number < Pages; number++)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, Routes.Kinds[number % Routes.Kinds.Count].Path);
            request.Headers.ConnectionClose = true;
            var began = Stopwatch.GetTimestamp();
            using var answer = (await site.Client.SendAsync(request)).EnsureSuccessStatusCode();
            times.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
        }

        times.Sort();
        return (times[Pages / 2], times[Pages * 99 / 100]);
    }
}
