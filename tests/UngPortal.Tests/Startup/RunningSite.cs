using System.Diagnostics;
using System.Globalization;
using UngPortal.Testing;

namespace UngPortal.Tests.Startup;

/// <summary>The site as a process of its own that a test may kill, stop and start anew on the same folder.</summary>
internal sealed class RunningSite : IAsyncDisposable
{
    private const string ReadyAt = "UngPortal is ready at ";
    private static readonly TimeSpan StartLimit = TimeSpan.FromMinutes(1);
    private readonly Process _process;

    private RunningSite(Process process, Uri address)
    {
        _process = process;
        Address = address;
    }

    public Uri Address { get; }

    /// <summary>The program's exit code, once it has ended.</summary>
    public int ExitCode => _process.ExitCode;

    /// <summary>Starts the site on the test's database and waits until it listens.</summary>
    /// <param name="database">The site's data.</param>
    /// <param name="from">The folder to start it from; the web project unless given.</param>
    public static async Task<RunningSite> StartAsync(TestDatabase database, string? from = null)
    {
        var settings = new Dictionary<string, string?>(database.Settings)
        {
            ["Site:SecureCookies"] = "false",
            ["Content:Folder"] = Repository.Content,
            ["RateLimits:AllPerMinute"] = "1000000",
            ["RateLimits:FormsPerTenMinutes"] = "1000000",
            ["Serilog:MinimumLevel"] = "Error",
        };
        var start = SiteProcess.StartOf(settings);
        start.WorkingDirectory = from ?? start.WorkingDirectory;
        var process = Process.Start(start)!;
        process.ErrorDataReceived += (_, _) => { };
        process.BeginErrorReadLine();
        try
        {
            return new RunningSite(process, await AddressOfAsync(process));
        }
        catch
        {
            process.Kill();
            process.Dispose();
            throw;
        }
    }

    /// <summary>A visitor's client with cookies of its own; redirects are not followed.</summary>
    public HttpClient CreateVisitor() => new(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = Address, Timeout = TimeSpan.FromSeconds(60) };

    /// <summary>Ends the process as a power cut does: nothing is closed, nothing is written.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    /// <summary>Asks the process to end, as a service manager does.</summary>
    public async Task AskToEndAsync()
    {
        using var kill = Process.Start("kill", ["-TERM", _process.Id.ToString(CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync();
    }

    /// <summary>Waits for the end after <see cref="AskToEndAsync"/>.</summary>
    public async Task WaitForEndAsync(TimeSpan most)
    {
        using var limit = new CancellationTokenSource(most);
        await _process.WaitForExitAsync(limit.Token);
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            await KillAsync();
        }

        _process.Dispose();
    }

    private static async Task<Uri> AddressOfAsync(Process process)
    {
        using var limit = new CancellationTokenSource(StartLimit);
        while (await process.StandardOutput.ReadLineAsync(limit.Token) is { } line)
        {
            if (line.StartsWith(ReadyAt, StringComparison.Ordinal))
            {
                // The rest is read too, or the site would one day wait for room in the pipe.
                _ = process.StandardOutput.BaseStream.CopyToAsync(Stream.Null, CancellationToken.None);
                return new Uri(line[ReadyAt.Length..].Split(' ')[0]);
            }
        }

        throw new InvalidOperationException("The site ended before it was ready.");
    }
}
