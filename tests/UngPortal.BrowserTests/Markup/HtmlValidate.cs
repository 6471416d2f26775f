using System.Diagnostics;
using System.Text.Json;
using UngPortal.Testing;

namespace UngPortal.BrowserTests.Markup;

/// <summary>The html-validate package, fetched the first time somebody asks for it, so that building the site never waits for it.</summary>
internal static class HtmlValidate
{
    private static readonly string Folder = Path.Combine(Repository.Root, "tests", "UngPortal.BrowserTests", "Markup");

    /// <summary>One for all tests: two that fetch into one folder at the same time spoil it, and starting takes longer than reading a page. It ends when this process does.</summary>
    private static readonly Lazy<Task<Process>> Validator = new(StartAsync);

    private static readonly SemaphoreSlim Turn = new(1);

    /// <summary>The faults of pages, one line each; <paramref name="pages"/> maps a page's name to its HTML.</summary>
    /// <exception cref="InvalidOperationException">The packages could not be fetched, or the validator stopped.</exception>
    public static async Task<string[]> FaultsAsync(IReadOnlyDictionary<string, string> pages)
    {
        var validator = await Validator.Value;
        await Turn.WaitAsync();
        try
        {
            await validator.StandardInput.WriteLineAsync(JsonSerializer.Serialize(pages));
            await validator.StandardInput.FlushAsync();
            var found = await validator.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException("The validator stopped; its own output says why.");
            return JsonSerializer.Deserialize<string[]>(found)!;
        }
        finally
        {
            Turn.Release();
        }
    }

    private static async Task<Process> StartAsync()
    {
        await RestoreAsync();
        return Process.Start(new ProcessStartInfo("node", "validate.mjs") { WorkingDirectory = Folder, RedirectStandardInput = true, RedirectStandardOutput = true })!;
    }

    private static async Task RestoreAsync()
    {
        var restored = new FileInfo(Path.Combine(Folder, "node_modules", ".package-lock.json"));
        if (!restored.Exists || restored.LastWriteTimeUtc < File.GetLastWriteTimeUtc(Path.Combine(Folder, "package-lock.json")))
        {
            using var npm = Process.Start(new ProcessStartInfo("npm", "ci --no-audit --no-fund --ignore-scripts --silent") { WorkingDirectory = Folder })!;
            await npm.WaitForExitAsync();
            if (npm.ExitCode != 0)
            {
                throw new InvalidOperationException("The validator's packages could not be fetched; npm's own output says why.");
            }
        }
    }
}
