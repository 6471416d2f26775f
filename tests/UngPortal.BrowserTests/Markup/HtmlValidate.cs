using System.Diagnostics;
using System.Text.Json;
using UngPortal.Testing;

namespace UngPortal.BrowserTests.Markup;

/// <summary>The html-validate package, fetched the first time somebody asks for it, so that building the site never waits for it.</summary>
internal static class HtmlValidate
{
    private static readonly string Folder = Path.Combine(Repository.Root, "tests", "UngPortal.BrowserTests", "Markup");

    /// <summary>Once for all tests: two that fetch into one folder at the same time spoil it.</summary>
    private static readonly Lazy<Task> Restored = new(RestoreAsync);

    /// <summary>The faults of pages, one line each; <paramref name="pages"/> maps a page's name to its HTML.</summary>
    /// <exception cref="InvalidOperationException">The packages could not be fetched, or the validator failed.</exception>
    public static async Task<string[]> FaultsAsync(IReadOnlyDictionary<string, string> pages)
    {
        await Restored.Value;
        var found = await RunAsync("node", "validate.mjs", JsonSerializer.Serialize(pages));
        return found.Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }

    private static async Task RestoreAsync()
    {
        var restored = new FileInfo(Path.Combine(Folder, "node_modules", ".package-lock.json"));
        if (!restored.Exists || restored.LastWriteTimeUtc < File.GetLastWriteTimeUtc(Path.Combine(Folder, "package-lock.json")))
        {
            await RunAsync("npm", "ci --no-audit --no-fund --ignore-scripts", "");
        }
    }

    private static async Task<string> RunAsync(string program, string arguments, string input)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = Folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var output = process.StandardOutput.ReadToEndAsync();
        var problems = process.StandardError.ReadToEndAsync();
        await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        await process.WaitForExitAsync();
        return process.ExitCode == 0 ? await output : throw new InvalidOperationException($"{program} {arguments} failed: {await problems}{await output}");
    }
}
