using System.Data.Common;

namespace UngPortal.Platform.Audit;

/// <summary>The command <c>verify-audit [--head NUMBER:SEAL]</c>.</summary>
internal static class AuditCommand
{
    public const string Name = "verify-audit";
    private const string HeadOption = "--head";
    private const int Misused = 1;
    private const int UnusableDatabase = 2;
    private const int Unsound = 3;

    /// <summary>Verifies the audit trail and says what it found. Returns the exit code: 0 sound, 1 a mark that can't be read, 2 no usable database, 3 not sound.</summary>
    public static async Task<int> RunAsync(IServiceProvider services, string[] args, CancellationToken cancellationToken)
    {
        var at = Array.IndexOf(args, HeadOption);
        var mark = at < 0 ? null : AuditMark.Parse(args.ElementAtOrDefault(at + 1) ?? "");
        if (at >= 0 && mark is null)
        {
            await Console.Error.WriteLineAsync($"After {HeadOption} stands a mark that an earlier run printed, NUMBER:SEAL.");
            return Misused;
        }

        try
        {
            await using var scope = services.CreateAsyncScope();
            var report = await scope.ServiceProvider.GetRequiredService<AuditCheck>().CheckAsync(mark, cancellationToken);
            if (mark?.Number < report.Cut?.Number)
            {
                await Console.Error.WriteLineAsync($"The mark lies before {report.Cut}, where the trail begins now; nothing is left to hold it against. Use a later one.");
                return Misused;
            }

            await Console.Out.WriteLineAsync(report.Fault is { } fault
                ? $"The audit trail is NOT sound: {fault.Kind} at {fault.Number}. Sound up to {report.Head?.ToString() ?? "nothing"}."
                : $"The audit trail is sound: {(report.Head?.Number ?? 0) - (report.Cut?.Number ?? 0)} entries, head {report.Head?.ToString() ?? "none"}.");
            return report.Fault is null ? 0 : Unsound;
        }
        catch (DbException problem)
        {
            await Console.Error.WriteLineAsync($"The database can't be read: {problem.Message}");
            return UnusableDatabase;
        }
    }
}
