using System.Diagnostics;
using System.Text;
using UngPortal.Testing;

namespace UngPortal.Tests.Secrets;

/// <summary>Asks git about the checkout that the tests run from.</summary>
internal static class Git
{
    /// <summary>Whether this is a checkout and git is installed.</summary>
    public static bool IsThere { get; } = Path.Exists(Path.Combine(Repository.Root, ".git"))
        && (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, "git")) || File.Exists(Path.Combine(folder, "git.exe")));

    /// <summary>What git answers.</summary>
    /// <exception cref="InvalidOperationException">It answered with an error.</exception>
    public static async Task<string> RunAsync(params string[] arguments)
    {
        // The checkout may belong to another user, as in a container.
        string[] all = ["-C", Repository.Root, "-c", "safe.directory=*", .. arguments];
        using var process = Process.Start(new ProcessStartInfo("git", all) { RedirectStandardOutput = true, StandardOutputEncoding = Encoding.UTF8 })!;
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0 ? output : throw new InvalidOperationException($"git {arguments[0]} ended with {process.ExitCode}.");
    }
}
