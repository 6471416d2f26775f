using Microsoft.EntityFrameworkCore;
using UngPortal.Platform.Data;
using UngPortal.Platform.Jobs;

namespace UngPortal.Platform.Audit;

/// <summary>Seals what is left, verifies the chain and notes the result for the audit page; every night, and by command.</summary>
public sealed partial class AuditCheck(AuditSealer sealer, AuditVerification verification, PortalDbContext db, ILogger<AuditCheck> logger) : IPortalJob
{
    /// <inheritdoc />
    public Task RunAsync(CancellationToken cancellationToken) => CheckAsync(null, cancellationToken);

    /// <summary>The check; the mark, when there is one, must still be on the chain.</summary>
    public async Task<AuditReport> CheckAsync(AuditMark? exported, CancellationToken cancellationToken)
    {
        await sealer.SealAsync(cancellationToken);
        var report = await verification.RunAsync(exported, cancellationToken);
        var (now, kind, number) = ((DateTime?)db.Time.GetUtcNow().UtcDateTime, report.Fault?.Kind, report.Fault?.Number);
        await db.AuditHeads.ExecuteUpdateAsync(
            row => row.SetProperty(head => head.CheckedAt, now).SetProperty(head => head.Fault, kind).SetProperty(head => head.FaultNumber, number), cancellationToken);
        if (report.Fault is { } fault)
        {
            LogFault(fault.Kind, fault.Number);
        }

        return report;
    }

    [LoggerMessage(Level = LogLevel.Critical, Message = "The audit trail is not sound: {Kind} at {Number}.")]
    private partial void LogFault(AuditFaultKind kind, long number);
}
