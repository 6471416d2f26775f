using System.ComponentModel;
using System.Runtime.InteropServices;

namespace UngPortal.Platform.Media.Pictures;

/// <summary>Takes away from the own process what a picture doesn't need: a bomb then ends the process and nothing else. Linux only; elsewhere the parent's clock must do.</summary>
internal static class ProcessLimits
{
    private const ulong Megabyte = 1024 * 1024;

    // The numbers of resources in Linux's setrlimit(2).
    private const int CpuSeconds = 0;
    private const int FileBytes = 1;
    private const int DataBytes = 2;
    private const int CoreBytes = 4;

    /// <summary>Sets the limits for good: the process can't raise them again.</summary>
    public static void Lower()
    {
        if (OperatingSystem.IsLinux())
        {
            Set(CpuSeconds, 60);
            // The decoder keeps a large picture in a file while it works: 50 million pixels of eight bytes.
            Set(FileBytes, 512 * Megabyte);
            Set(DataBytes, 1024 * Megabyte);
            Set(CoreBytes, 0);
        }
    }

    private static void Set(int resource, ulong most)
    {
        var limit = new Limit(most, most);
        if (SetLimit(resource, in limit) != 0)
        {
            throw new Win32Exception(Marshal.GetLastPInvokeError());
        }
    }

    [DllImport("libc", EntryPoint = "setrlimit", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int SetLimit(int resource, in Limit limit);

    [StructLayout(LayoutKind.Sequential)]
    private readonly record struct Limit(ulong Now, ulong Most);
}
