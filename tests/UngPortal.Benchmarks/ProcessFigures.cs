using System.Globalization;

namespace UngPortal.Benchmarks;

/// <summary>What the kernel says about a process.</summary>
internal static class ProcessFigures
{
    private const double TicksPerSecond = 100;
    private const int UserTime = 11;
    private const int SystemTime = 12;

    /// <summary>User and system time of all its threads, in seconds.</summary>
    public static double CpuSeconds(int processId)
    {
        var stat = File.ReadAllText($"/proc/{processId}/stat");
        var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
        return (double.Parse(fields[UserTime], CultureInfo.InvariantCulture) + double.Parse(fields[SystemTime], CultureInfo.InvariantCulture)) / TicksPerSecond;
    }

    /// <summary>Time the calling thread has been on a processor; its waiting for one is not in it.</summary>
    public static double ThreadCpuMilliseconds()
    {
        var line = File.ReadAllText("/proc/thread-self/schedstat");
        return double.Parse(line.AsSpan(0, line.IndexOf(' ', StringComparison.Ordinal)), CultureInfo.InvariantCulture) / 1_000_000;
    }

    /// <summary>Resident memory that is no file: the managed heap, most of all, and buffers.</summary>
    public static double AnonymousMegabytes(int processId) => ResidentMegabytes(processId, "RssAnon");

    /// <summary>Open files and sockets.</summary>
    public static int Handles(int processId) => Directory.EnumerateFileSystemEntries($"/proc/{processId}/fd").Count();

    /// <summary>Resident memory, in megabytes, or a part of it by the kernel's name.</summary>
    public static double ResidentMegabytes(int processId, string part = "VmRSS")
    {
        var line = File.ReadLines($"/proc/{processId}/status").First(line => line.StartsWith(part + ":", StringComparison.Ordinal));
        return double.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) / 1024;
    }
}
