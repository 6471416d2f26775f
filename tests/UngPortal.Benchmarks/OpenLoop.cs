using System.Diagnostics;

namespace UngPortal.Benchmarks;

/// <summary>Sends requests at their own times, whether or not the ones before are answered; a request's latency counts from when it was due.</summary>
internal static class OpenLoop
{
    private const int Workers = 2;

    public static Figures Run(int perSecond, TimeSpan length, Action<int> request)
    {
        var due = Arrivals(perSecond, length);
        var latencies = new double[due.Count];
        var work = new double[due.Count];
        var next = -1;
        var machine = MachineLoad.Read();
        var began = Stopwatch.GetTimestamp();
        var threads = Enumerable.Range(0, Workers).Select(_ => new Thread(Work)).ToList();
        threads.ForEach(thread => thread.Start());
        threads.ForEach(thread => thread.Join());
        var load = MachineLoad.Read().Since(machine);
        var each = load.OwnSeconds * 1_000 / due.Count;
        return new Figures(Percentiles.Of(latencies), Percentiles.Of(Undisturbed(due, work, each)), each, load);

        void Work()
        {
            for (var i = Interlocked.Increment(ref next); i < due.Count; i = Interlocked.Increment(ref next))
            {
                var wait = due[i] - Stopwatch.GetElapsedTime(began).TotalMilliseconds;
                Thread.Sleep(TimeSpan.FromMilliseconds(Math.Max(0, wait)));
                var before = ProcessFigures.ThreadCpuMilliseconds();
                request(i);
                work[i] = ProcessFigures.ThreadCpuMilliseconds() - before;
                latencies[i] = Stopwatch.GetElapsedTime(began).TotalMilliseconds - due[i];
            }
        }
    }

    /// <summary>Readers don't take turns: the gaps are exponential. In milliseconds.</summary>
    private static List<double> Arrivals(int perSecond, TimeSpan length)
    {
        var random = new Random(7);
        var due = new List<double>();
        for (var at = 0.0; at < length.TotalMilliseconds; at += -Math.Log(1 - random.NextDouble()) * 1_000 / perSecond)
        {
            due.Add(at);
        }

        return due;
    }

    /// <summary>The latencies had nobody else used the processors: the same requests queue for two workers, each takes its processor time and its share of what the runtime's own threads took.</summary>
    private static double[] Undisturbed(List<double> due, double[] work, double each)
    {
        var share = Math.Max(1, each / work.Average());
        var free = new double[Workers];
        return [.. due.Select((at, i) =>
        {
            var worker = Array.IndexOf(free, free.Min());
            free[worker] = Math.Max(at, free[worker]) + (work[i] * share);
            return free[worker] - at;
        })];
    }

    /// <summary>Latencies as the clock saw them and without others' load, and processor time per request, all in milliseconds.</summary>
    public sealed record Figures(Percentiles Clock, Percentiles Undisturbed, double Cpu, MachineLoad Load);

    public sealed record Percentiles(double Median, double P95, double P99)
    {
        public static Percentiles Of(double[] values)
        {
            var sorted = values.Order().ToArray();
            return new Percentiles(At(sorted, 0.5), At(sorted, 0.95), At(sorted, 0.99));
        }

        public override string ToString() => $"{Median,6:0.0} {P95,6:0.0} {P99,6:0.0}";

        private static double At(double[] sorted, double share) => sorted[(int)Math.Ceiling(share * sorted.Length) - 1];
    }
}
