using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace UngPortal.Benchmarks;

/// <summary>Drives an address with wrk and counts the server's processor time.</summary>
internal static partial class Wrk
{
    /// <summary>Microseconds of processor time per request, and the number of requests.</summary>
    public static async Task<(double Micros, long Requests)> RunAsync(Uri address, int processId, int seconds, params string[] headers)
    {
        string[] arguments = ["-t1", "-c32", $"-d{seconds}s", .. headers.SelectMany(header => new[] { "-H", header }), address.ToString()];
        var before = ProcessFigures.CpuSeconds(processId);
        using var wrk = Process.Start(new ProcessStartInfo("wrk", arguments) { RedirectStandardOutput = true })!;
        var output = await wrk.StandardOutput.ReadToEndAsync();
        await wrk.WaitForExitAsync();
        var spent = ProcessFigures.CpuSeconds(processId) - before;
        if (output.Contains("Non-2xx", StringComparison.Ordinal))
        {
            throw new InvalidOperationException($"{address} answered errors:\n{output}");
        }

        var requests = long.Parse(Count().Match(output).Groups[1].Value, CultureInfo.InvariantCulture);
        return (spent * 1_000_000 / requests, requests);
    }

    [GeneratedRegex(@"(\d+) requests in", RegexOptions.None, matchTimeoutMilliseconds: 100)]
    private static partial Regex Count();
}
