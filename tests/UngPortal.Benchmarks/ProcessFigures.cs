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

    /// <summary>Resident memory, in megabytes.</summary>
    public static double ResidentMegabytes(int processId) => Megabytes(processId, "VmRSS:");

    /// <summary>Resident memory that is no file: the managed heap, most of all, and buffers.</summary>
    public static double AnonymousMegabytes(int processId) => Megabytes(processId, "RssAnon:");

    /// <summary>Open files and sockets.</summary>
    public static int Handles(int processId) => Directory.EnumerateFileSystemEntries($"/proc/{processId}/fd").Count();

    private static double Megabytes(int processId, string name)
    {
        var line = File.ReadLines($"/proc/{processId}/status").First(line => line.StartsWith(name, StringComparison.Ordinal));
        return double.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) / 1024;
    }
}
