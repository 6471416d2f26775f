using System.Diagnostics;
using UngPortal.Testing;

namespace UngPortal.BrowserTests.Markup;

/// <summary>The packages of somebody else's readers, fetched the first time somebody asks for them, so that building the site never waits for them.</summary>
internal static class NpmPackages
{
    /// <summary>Where they lie, beside the scripts that use them.</summary>
    public static readonly string Folder = Path.Combine(Repository.Root, "tests", "UngPortal.BrowserTests", "Markup");

    /// <summary>Once for all tests: two that fetch into one folder at the same time spoil it.</summary>
    private static readonly Lazy<Task> Restored = new(RestoreAsync);

    /// <summary>Waits until they are there.</summary>
    /// <exception cref="InvalidOperationException">They could not be fetched.</exception>
    public static Task RestoredAsync() => Restored.Value;

    private static async Task RestoreAsync()
    {
        var restored = new FileInfo(Path.Combine(Folder, "node_modules", ".package-lock.json"));
        if (!restored.Exists || restored.LastWriteTimeUtc < File.GetLastWriteTimeUtc(Path.Combine(Folder, "package-lock.json")))
        {
            using var npm = Process.Start(new ProcessStartInfo("npm", "ci --no-audit --no-fund --ignore-scripts --silent") { WorkingDirectory = Folder })!;
            await npm.WaitForExitAsync();
            if (npm.ExitCode != 0)
            {
                throw new InvalidOperationException("The packages could not be fetched; npm's own output says why.");
            }
        }
    }
}
