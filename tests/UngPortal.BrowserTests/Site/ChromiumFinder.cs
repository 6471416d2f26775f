using System.Diagnostics;
using Microsoft.Playwright;

namespace UngPortal.BrowserTests.Site;

/// <summary>Finds a Chromium to drive, and installs one where there is none.</summary>
internal static class ChromiumFinder
{
    private const string Variable = "UNGPORTAL_CHROMIUM";

    /// <summary>First the one without a window of its own: it takes a fifth less of the processor.</summary>
    private static readonly string[] SystemPaths = ["/usr/bin/chromium-headless-shell", "/usr/bin/chromium", "/usr/bin/chromium-browser"];

    /// <summary>The program's path: the environment variable, the system's, Playwright's own, or a fresh install.</summary>
    /// <exception cref="InvalidOperationException">There is none and none could be installed.</exception>
    public static async Task<string> FindAsync(IPlaywright playwright)
    {
        if (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } chosen)
        {
            return File.Exists(chosen) ? chosen : throw new InvalidOperationException($"{Variable} points at {chosen}, which does not exist.");
        }

        if (Present(playwright) is { } present)
        {
            return present;
        }

        if (Microsoft.Playwright.Program.Main(["install", "--with-deps", "chromium"]) != 0 || Present(playwright) is null)
        {
            await RunAsync("apt-get", "install -y -qq --no-install-recommends chromium");
        }

        return Present(playwright) ?? throw new InvalidOperationException($"No Chromium was found and none could be installed. Install one and set {Variable} to its path.");
    }

    private static string? Present(IPlaywright playwright) => SystemPaths.Append(playwright.Chromium.ExecutablePath).FirstOrDefault(File.Exists);

    private static async Task RunAsync(string program, string arguments)
    {
        try
        {
            using var process = Process.Start(program, arguments);
            await process.WaitForExitAsync();
        }
        catch (System.ComponentModel.Win32Exception)
        {
            // No such program on this system: the caller says what to do.
        }
    }
}
