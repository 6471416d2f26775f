using System.Diagnostics;
using System.Text.Json;

namespace UngPortal.BrowserTests.Markup;

/// <summary>Redocly's reader of OpenAPI, with all that it recommends taken as a fault.</summary>
internal static class OpenApiLint
{
    /// <summary>The faults of a description, one line each.</summary>
    /// <exception cref="InvalidOperationException">The reader could not be fetched, or stopped.</exception>
    public static async Task<string[]> FaultsAsync(string description)
    {
        await NpmPackages.RestoredAsync();
        using var reader = Process.Start(new ProcessStartInfo("node", "lint.mjs") { WorkingDirectory = NpmPackages.Folder, RedirectStandardInput = true, RedirectStandardOutput = true })!;
        await reader.StandardInput.WriteAsync(description);
        reader.StandardInput.Close();
        var found = await reader.StandardOutput.ReadToEndAsync();
        await reader.WaitForExitAsync();
        return reader.ExitCode == 0 ? JsonSerializer.Deserialize<string[]>(found)! : throw new InvalidOperationException("The reader stopped; its own output says why.");
    }
}
