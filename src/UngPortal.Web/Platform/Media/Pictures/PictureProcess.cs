using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text.Json;
using Microsoft.Extensions.Options;

namespace UngPortal.Platform.Media.Pictures;

/// <summary>Lets a child process of the same program decode a picture, one at a time for each processor; what overruns its time is killed. This process never decodes.</summary>
public sealed partial class PictureProcess(IOptions<PictureOptions> options, ILogger<PictureProcess> logger) : IDisposable
{
    private readonly SemaphoreSlim _turns = new(Environment.ProcessorCount);

    /// <summary>Makes the files of a picture in the folder.</summary>
    public async Task<PictureOutcome> RunAsync(string file, string folder, CancellationToken cancellationToken)
    {
        await _turns.WaitAsync(cancellationToken);
        try
        {
            using var process = Process.Start(StartOf(file, folder)) ?? throw new InvalidOperationException("The picture process could not be started.");
            return await OutcomeAsync(process, folder, cancellationToken);
        }
        finally
        {
            _turns.Release();
        }
    }

    /// <inheritdoc />
    public void Dispose() => _turns.Dispose();

    private async Task<PictureOutcome> OutcomeAsync(Process process, string folder, CancellationToken cancellationToken)
    {
        // Nobody reads what it says, but it must not wait for a reader.
        process.ErrorDataReceived += (_, _) => { };
        process.OutputDataReceived += (_, _) => { };
        process.BeginErrorReadLine();
        process.BeginOutputReadLine();
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(options.Value.Limit);
        try
        {
            await process.WaitForExitAsync(limit.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            LogKilled();
            return new PictureOutcome { Refusal = PictureRefusal.TooDemanding };
        }
        finally
        {
            End(process);
        }

        if (process.ExitCode != 0)
        {
            LogFailed(process.ExitCode);
            return new PictureOutcome { Refusal = PictureRefusal.Broken };
        }

        return JsonSerializer.Deserialize<PictureOutcome>(await File.ReadAllTextAsync(Path.Combine(folder, PictureCommand.OutcomeFile), cancellationToken))!;
    }

    private static void End(Process process)
    {
        if (!process.HasExited)
        {
            process.Kill(entireProcessTree: true);
            process.WaitForExit();
        }
    }

    /// <summary>The child gets no secret of this process: its environment is empty but for what .NET needs.</summary>
    private static ProcessStartInfo StartOf(string file, string folder)
    {
        var start = new ProcessStartInfo(Host()) { WorkingDirectory = folder, RedirectStandardError = true, RedirectStandardOutput = true, CreateNoWindow = true };
        foreach (var argument in (string[])["exec", typeof(PictureProcess).Assembly.Location, PictureCommand.Name, file, folder])
        {
            start.ArgumentList.Add(argument);
        }

        var systemRoot = start.Environment.TryGetValue("SystemRoot", out var value) ? value : null;
        start.Environment.Clear();
        start.Environment["TMPDIR"] = start.Environment["TMP"] = folder;
        start.Environment["DOTNET_EnableDiagnostics"] = "0";
        start.Environment["DOTNET_TieredPGO"] = "0";
        start.Environment["DOTNET_GCHeapHardLimit"] = "0x10000000";
        if (systemRoot is not null)
        {
            start.Environment["SystemRoot"] = systemRoot;
        }

        return start;
    }

    /// <summary>The .NET that runs this process: three folders above its libraries.</summary>
    private static string Host() => Path.GetFullPath(Path.Combine("..", "..", "..", OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet"), RuntimeEnvironment.GetRuntimeDirectory());

    [LoggerMessage(Level = LogLevel.Warning, Message = "A picture overran its time and its process was killed.")]
    private partial void LogKilled();

    [LoggerMessage(Level = LogLevel.Warning, Message = "A picture's process ended with code {Code}; the picture was refused.")]
    private partial void LogFailed(int code);
}
