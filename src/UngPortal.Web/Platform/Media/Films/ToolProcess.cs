using System.Diagnostics;
using System.Globalization;

namespace UngPortal.Platform.Media.Films;

/// <summary>Runs a foreign program on a foreign file: in a folder of its own, with an empty environment and with memory, time and file size taken away. Linux only; elsewhere the clock alone must do.</summary>
internal static class ToolProcess
{
    /// <summary>How much of what a program says is read, in characters.</summary>
    public const int OutputMost = 100_000;

    // Memory in kilobytes, files in blocks of 512 bytes, as POSIX' ulimit counts them.
    private const int MemoryKilobytes = 1_500_000;
    private const int FileBlocks = 2_000_000;

    /// <summary>Lowers the limits for good, then becomes the program: first argument the seconds of processor time, then the program and its arguments.</summary>
    private static readonly string Limited = string.Create(
        CultureInfo.InvariantCulture, $"t=$1; shift; ulimit -t \"$t\" && ulimit -d {MemoryKilobytes} && ulimit -f {FileBlocks} && ulimit -c 0 && exec nice -n 10 \"$@\"");

    /// <summary>Runs the program until it ends or its time is up; then it and all its children are killed.</summary>
    public static async Task<ToolRun> RunAsync(string program, IEnumerable<string> arguments, string folder, TimeSpan most, CancellationToken cancellationToken)
    {
        using var process = Process.Start(StartOf(program, arguments, folder, most)) ?? throw new InvalidOperationException("The program could not be started.");
        process.StandardInput.Close();
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(most);
        try
        {
            var output = ReadAsync(process.StandardOutput, limit.Token);
            var complaints = ReadAsync(process.StandardError, limit.Token);
            await process.WaitForExitAsync(limit.Token);
            return new ToolRun(process.ExitCode, await output, await complaints, IsOverdue: false);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new ToolRun(-1, "", "", IsOverdue: true);
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
                process.WaitForExit();
            }
        }
    }

    private static async Task<string> ReadAsync(StreamReader output, CancellationToken cancellationToken)
    {
        var kept = new char[OutputMost];
        var length = await output.ReadBlockAsync(kept, cancellationToken);
        var rest = new char[4_096];
        while (await output.ReadAsync(rest, cancellationToken) > 0)
        {
            // Thrown away: a file can make a program talk without end.
        }

        return new string(kept, 0, length);
    }

    private static ProcessStartInfo StartOf(string program, IEnumerable<string> arguments, string folder, TimeSpan most)
    {
        var start = new ProcessStartInfo(OperatingSystem.IsLinux() ? "/bin/sh" : program)
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            CreateNoWindow = true,
        };
        if (OperatingSystem.IsLinux())
        {
            // Two processors may work on it for as long as the clock allows.
            var seconds = Math.Max(1, (long)(most.TotalSeconds * 2)).ToString(CultureInfo.InvariantCulture);
            Array.ForEach(["-c", Limited, "sh", seconds, program], start.ArgumentList.Add);
        }

        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        start.Environment.Clear();
        start.Environment["TMPDIR"] = folder;
        return start;
    }
}
