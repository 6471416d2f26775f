using System.Diagnostics;
using System.Globalization;

namespace UngPortal.Benchmarks;

/// <summary>Processor time in seconds of this process and of the whole machine: what others took explains a slow run.</summary>
internal sealed record MachineLoad(double OwnSeconds, double BusySeconds, double WallSeconds)
{
    private const double TicksPerSecond = 100;
    private const int Idle = 3;
    private const int Waiting = 4;
    private const int Counted = 8;

    /// <summary>How many processors others kept busy.</summary>
    public double OthersBusy => (BusySeconds - OwnSeconds) / WallSeconds;

    public static MachineLoad Read()
    {
        var ticks = File.ReadLines("/proc/stat").First().Split(' ', StringSplitOptions.RemoveEmptyEntries).Skip(1).Take(Counted).Select(value => double.Parse(value, CultureInfo.InvariantCulture)).ToList();
        return new MachineLoad(
            ProcessFigures.CpuSeconds(Environment.ProcessId), (ticks.Sum() - ticks[Idle] - ticks[Waiting]) / TicksPerSecond, Stopwatch.GetTimestamp() / (double)Stopwatch.Frequency);
    }

    public MachineLoad Since(MachineLoad before) => new(OwnSeconds - before.OwnSeconds, BusySeconds - before.BusySeconds, WallSeconds - before.WallSeconds);
}
