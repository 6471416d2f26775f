using System.Diagnostics;
using System.Globalization;

namespace UngPortal.Benchmarks.Scale;

/// <summary>Does something many times and prints one line of a table: median, 95th and 99th percentile, against a bar for the slowest of them that is meant.</summary>
internal static class Stopwatches
{
    public const int Times = 30;
    private const int WarmUp = 3;

    public static void Head(string what) => Console.WriteLine($"\n| {what,-52} | median | p95 ms | p99 ms | CPU ms | bar |\n|---|---|---|---|---|---|");

    public static async Task MeasureAsync(string what, Func<int, Task> work, double? bar = null, int times = Times, int warmUp = WarmUp)
    {
        var figures = new double[times];
        var cpu = 0.0;
        for (var i = -warmUp; i < times; i++)
        {
            cpu = i <= 0 ? ProcessFigures.CpuSeconds(Environment.ProcessId) : cpu;
            var began = Stopwatch.GetTimestamp();
            await work(i + warmUp);
            if (i >= 0)
            {
                figures[i] = Stopwatch.GetElapsedTime(began).TotalMilliseconds;
            }
        }

        Print(what, figures, bar, (ProcessFigures.CpuSeconds(Environment.ProcessId) - cpu) * 1_000 / times);
    }

    /// <summary>The bar is the 95th percentile's. Processor time says what it would be with nobody else on the machine.</summary>
    public static void Print(string what, IReadOnlyCollection<double> milliseconds, double? bar = null, double? cpu = null)
    {
        var sorted = milliseconds.Order().ToList();
        var p95 = At(sorted, 0.95);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {what,-52} | {At(sorted, 0.5),6:0.0} | {p95,6:0.0} | {At(sorted, 0.99),6:0.0} | {cpu,6:0.0} | {(bar is { } most ? $"{most:0}: {(p95 <= most ? "holds" : "DOES NOT HOLD")}" : "")} |"));
    }

    public static double At(List<double> sorted, double share) => sorted[Math.Max(0, (int)Math.Ceiling(share * sorted.Count) - 1)];
}
