using System.Diagnostics;
using System.Text.Json;

namespace UngPortal.BrowserTests.Markup;

/// <summary>The html-validate package.</summary>
internal static class HtmlValidate
{
    /// <summary>One for all tests, since starting takes longer than reading a page. It ends when this process does.</summary>
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
        await NpmPackages.RestoredAsync();
        return Process.Start(new ProcessStartInfo("node", "validate.mjs") { WorkingDirectory = NpmPackages.Folder, RedirectStandardInput = true, RedirectStandardOutput = true })!;
    }
}
