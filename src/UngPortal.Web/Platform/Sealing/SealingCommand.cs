using System.Data.Common;
using Microsoft.EntityFrameworkCore.Storage;

namespace UngPortal.Platform.Sealing;

/// <summary>The command <c>rotate-keys</c>.</summary>
internal static class SealingCommand
{
    public const string Name = "rotate-keys";
    private const int Unusable = 2;
    private const int Unfinished = 3;

    /// <summary>Runs the rotation to its end and says which versions are in use. Returns the exit code: 0 all records stand under the current version, 2 no usable database or keys, 3 something is left under another.</summary>
    public static async Task<int> RunAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        try
        {
            await using var scope = services.CreateAsyncScope();
            if (await scope.ServiceProvider.GetRequiredService<SealingCheck>().FaultAsync(cancellationToken) is { } fault)
            {
                await Console.Error.WriteLineAsync(fault);
                return Unusable;
            }

            var report = await scope.ServiceProvider.GetRequiredService<SealingRotation>().RotateAsync(cancellationToken);
            return await TellAsync(report, scope.ServiceProvider.GetRequiredService<SealingKeys>());
        }
        catch (UnusableKeysException problem)
        {
            await Console.Error.WriteLineAsync(problem.Message);
            return Unusable;
        }
        catch (Exception problem) when (problem is DbException or RetryLimitExceededException or IOException or UnauthorizedAccessException)
        {
            await Console.Error.WriteLineAsync($"The database or the data folder can't be used: {problem.Message}");
            return Unusable;
        }
    }

    private static async Task<int> TellAsync(SealingReport report, SealingKeys keys)
    {
        await Console.Out.WriteLineAsync($"Rewrapped {report.Rewrapped} keys under version {keys.Current}; {report.Unreadable} could not be opened.");
        foreach (var (kind, version, count) in report.InUse)
        {
            await Console.Out.WriteLineAsync($"{kind}: {count} records under version {version}.");
        }

        var left = report.InUse.Select(use => use.Version).Where(version => version != keys.Current).Distinct().Order().ToList();
        var free = keys.Versions.Where(version => version != keys.Current && !left.Contains(version)).ToList();
        await Console.Out.WriteLineAsync($"In use: {Listed(left.Append(keys.Current).Order())}. No record needs: {Listed(free)}.");
        return left.Count == 0 ? 0 : Unfinished;
    }

    private static string Listed(IEnumerable<int> versions) => string.Join(", ", versions) is { Length: > 0 } text ? text : "none";
}
