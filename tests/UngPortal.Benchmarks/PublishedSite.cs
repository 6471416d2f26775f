using System.Diagnostics;
using System.Globalization;
using System.Net;

namespace UngPortal.Benchmarks;

/// <summary>The Release site in a process of its own, with a fresh database in a temporary folder.</summary>
/// <remarks>The variable <c>UNGPORTAL_BENCH_DLL</c> names an already published site to measure instead.</remarks>
internal sealed class PublishedSite : IAsyncDisposable
{
    private static readonly TimeSpan StartLimit = TimeSpan.FromMinutes(2);
    private readonly string _folder = Directory.CreateTempSubdirectory("ungportal-bench-").FullName;
    private readonly int _port;
    private readonly string _data;
    private Process? _process;
    private string _dll = "";

    private PublishedSite(int port, string? data)
    {
        (_port, _data) = (port, data ?? Path.Combine(_folder, "data"));
        Client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, AutomaticDecompression = DecompressionMethods.None })
        {
            BaseAddress = new Uri($"http://127.0.0.1:{port}"),
            Timeout = TimeSpan.FromSeconds(30),
        };
    }

    public HttpClient Client { get; }

    /// <summary>Whether the process is still there.</summary>
    public bool IsRunning => _process is { HasExited: false };

    public int ProcessId => _process!.Id;

    /// <param name="port">Where it listens.</param>
    /// <param name="data">A data folder that is there and stays; a fresh one unless given.</param>
    public static async Task<PublishedSite> StartAsync(int port, string? data = null)
    {
        var site = new PublishedSite(port, data);
        site._dll = Environment.GetEnvironmentVariable("UNGPORTAL_BENCH_DLL") ?? await site.PublishAsync();
        await site.RestartAsync();
        return site;
    }

    /// <summary>Ends the process, if any, and starts it anew: the page cache is empty afterwards, the database is not.</summary>
    /// <param name="mostCachedPages">With 1, each page is rendered anew whenever it is asked for.</param>
    public async Task RestartAsync(int? mostCachedPages = null)
    {
        await StopAsync();
        var start = new ProcessStartInfo("dotnet") { WorkingDirectory = Path.GetDirectoryName(_dll), RedirectStandardOutput = true };
        start.ArgumentList.Add(_dll);
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Production";
        start.Environment["ASPNETCORE_URLS"] = Client.BaseAddress!.ToString();
        start.Environment["DataFolder__Path"] = _data;
        start.Environment["Content__Folder"] = Path.Combine(Repository.Root, "content");
        start.Environment["RateLimits__AllPerMinute"] = "100000000";
        start.Environment["PageCache__MaxEntries"] = mostCachedPages?.ToString(CultureInfo.InvariantCulture);
        start.Environment["RateLimits__SearchPerMinute"] = "100000000";
        start.Environment["RateLimits__ApiPerMinute"] = "100000000";
        start.Environment["RateLimits__FormsPerTenMinutes"] = "100000000";
        start.Environment["Questions__AsksPerTenMinutes"] = "100000";
        start.Environment["Site__SecureCookies"] = "false";
        _process = Process.Start(start)!;
        _process.OutputDataReceived += (_, _) => { };
        _process.BeginOutputReadLine();
        await WaitUntilReadyAsync();
    }

    /// <summary>Waits until nothing works in the background any more, such as a search index that is made anew.</summary>
    public async Task WaitUntilQuietAsync()
    {
        for (var before = ProcessFigures.CpuSeconds(ProcessId); ;)
        {
            await Task.Delay(TimeSpan.FromSeconds(2));
            var now = ProcessFigures.CpuSeconds(ProcessId);
            if (now - before < 0.2)
            {
                return;
            }

            before = now;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        Client.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private async Task<string> PublishAsync()
    {
        var target = Path.Combine(_folder, "site");
        var project = Path.Combine(Repository.Root, "src", "UngPortal.Web");
        using var publish = Process.Start("dotnet", ["publish", project, "-c", "Release", "-o", target, "-v", "q", "--nologo"]);
        await publish.WaitForExitAsync();
        return publish.ExitCode == 0 ? Path.Combine(target, "UngPortal.Web.dll") : throw new InvalidOperationException("The site could not be published.");
    }

    private async Task WaitUntilReadyAsync()
    {
        var began = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(began) < StartLimit && !_process!.HasExited)
        {
            try
            {
                using var response = await Client.GetAsync("/health/ready");
                if (response.StatusCode == HttpStatusCode.OK)
                {
                    Console.WriteLine($"ready after {Stopwatch.GetElapsedTime(began).TotalSeconds:0.0} s on port {_port}");
                    return;
                }
            }
            catch (HttpRequestException)
            {
                // Not listening yet.
            }

            await Task.Delay(50);
        }

        throw new InvalidOperationException("The site did not become ready.");
    }

    private async Task StopAsync()
    {
        if (_process is { HasExited: false })
        {
            using var stop = Process.Start("kill", ["-TERM", $"{_process.Id}"]);
            await stop.WaitForExitAsync();
            await _process.WaitForExitAsync();
        }

        _process?.Dispose();
        _process = null;
    }
}
