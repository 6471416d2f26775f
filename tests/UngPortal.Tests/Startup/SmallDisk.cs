using System.Diagnostics;

namespace UngPortal.Tests.Startup;

/// <summary>A disk of a few mebibytes in memory, mounted over an empty folder for as long as the test runs.</summary>
internal sealed class SmallDisk : IDisposable
{
    private readonly string _folder;

    public SmallDisk(string folder, int mebibytes)
    {
        _folder = folder;
        if (!TryRun("mount", "-t", "tmpfs", "-o", $"size={mebibytes}m", "none", folder))
        {
            throw new InvalidOperationException("The disk could not be mounted.");
        }
    }

    /// <summary>Whether this machine lets the test mount anything.</summary>
    public static bool IsAllowed { get; } = IsMountable();

    private string Ballast => Path.Combine(_folder, "ballast");

    /// <summary>Takes all the room that is left.</summary>
    public void Fill()
    {
        using var stream = new FileStream(Ballast, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0);
        for (var block = 1 << 20; block >= 1; block /= 8)
        {
            try
            {
                while (true)
                {
                    stream.Write(new byte[block]);
                }
            }
            catch (IOException)
            {
                // No room for a block of this size: smaller ones fill the rest.
            }
        }
    }

    /// <summary>Gives the room back.</summary>
    public void Free() => File.Delete(Ballast);

    // Lazily: a file that the ended site's kernel side still holds must not fail the test.
    public void Dispose() => TryRun("umount", "-l", _folder);

    private static bool IsMountable()
    {
        if (!OperatingSystem.IsLinux() || !Environment.IsPrivilegedProcess)
        {
            return false;
        }

        var folder = Directory.CreateTempSubdirectory("ungportal-disk-").FullName;
        var isMounted = TryRun("mount", "-t", "tmpfs", "-o", "size=1m", "none", folder);
        if (isMounted)
        {
            TryRun("umount", folder);
        }

        Directory.Delete(folder);
        return isMounted;
    }

    private static bool TryRun(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true })!;
        process.WaitForExit();
        return process.ExitCode == 0;
    }
}
