using Microsoft.EntityFrameworkCore;
using UngPortal.Platform.Data;

namespace UngPortal.Platform.Audit;

/// <summary>Walks the whole chain and names the first thing that is wrong with it.</summary>
public sealed class AuditVerification(PortalDbContext db, AuditKey key)
{
    private const int Batch = 1_000;
    private static readonly TimeSpan SealedWithin = TimeSpan.FromMinutes(1);

    /// <summary>Checks every signature, seal and place, the head, and what has no place yet.</summary>
    /// <param name="exported">A mark that was written down earlier: the chain must still pass through it.</param>
    /// <param name="cancellationToken">Ends the walk.</param>
    public async Task<AuditReport> RunAsync(AuditMark? exported, CancellationToken cancellationToken)
    {
        var head = await db.AuditHeads.AsNoTracking().FirstOrDefaultAsync(cancellationToken);
        if (head?.HasHonestCut(key) == false)
        {
            return new AuditReport(null, new(AuditFaultKind.ForgedCut, head.CutNumber));
        }

        var (last, fault) = await WalkAsync(head?.Cut, head?.Number ?? 0, exported, cancellationToken);
        fault ??= HeadFault(head, last, exported);
        fault ??= await BeforeAsync(head?.Cut, cancellationToken);
        fault ??= await BeyondAsync(cancellationToken);
        fault ??= await UnsealedAsync(cancellationToken);
        return new AuditReport(last, fault, head?.Cut);
    }

    private async Task<(AuditMark? Last, AuditReport.FirstFault? Fault)> WalkAsync(AuditMark? cut, long end, AuditMark? exported, CancellationToken cancellationToken)
    {
        var last = cut;
        if (exported is not null && exported.Number == cut?.Number && exported != cut)
        {
            return (last, new(AuditFaultKind.HeadMismatch, exported.Number));
        }

        while ((last?.Number ?? 0) < end)
        {
            var from = last?.Number ?? 0;
            var rows = await db.AuditEntries.AsNoTracking().Where(entry => entry.Number > from && entry.Number <= end)
                .OrderBy(entry => entry.Number).Take(Batch).ToListAsync(cancellationToken);
            if (rows.Count == 0)
            {
                return (last, new(AuditFaultKind.Deleted, from + 1));
            }

            foreach (var row in rows)
            {
                if (FaultOf(row, last) is { } fault)
                {
                    return (last, fault);
                }

                last = new AuditMark(row.Number!.Value, row.Seal!);
                if (exported?.Number == last.Number && exported != last)
                {
                    return (last, new(AuditFaultKind.HeadMismatch, last.Number));
                }
            }
        }

        return (last, null);
    }

    private AuditReport.FirstFault? FaultOf(AuditEntry row, AuditMark? last)
    {
        var expected = (last?.Number ?? 0) + 1;
        if (row.Number != expected)
        {
            return row.Number > expected ? new(AuditFaultKind.Deleted, expected) : new(AuditFaultKind.Inserted, row.Number!.Value);
        }

        if (!key.IsSigned(row) || row.ActorSearchName != AuditEntry.SearchFormOf(row.ActorName))
        {
            return new(AuditFaultKind.Edited, expected);
        }

        return row.Seal == key.Seal(last?.Seal ?? "", expected, row.Mac) ? null : new(AuditFaultKind.Inserted, expected);
    }

    private static AuditReport.FirstFault? HeadFault(AuditHead? head, AuditMark? last, AuditMark? exported)
    {
        if (head is not null && head.Seal != (last?.Seal ?? ""))
        {
            return new(AuditFaultKind.HeadMismatch, head.Number);
        }

        return exported?.Number > (last?.Number ?? 0) ? new(AuditFaultKind.HeadMismatch, exported!.Number) : null;
    }

    /// <summary>Entries from before the cut: they were deleted, so somebody put them in.</summary>
    private async Task<AuditReport.FirstFault?> BeforeAsync(AuditMark? cut, CancellationToken cancellationToken) =>
        cut is not null && await db.AuditEntries.Where(entry => entry.Number <= cut.Number).MinAsync(entry => entry.Number, cancellationToken) is { } first
            ? new(AuditFaultKind.Inserted, first)
            : null;

    /// <summary>Entries after the head. The head is read last: another node may be sealing.</summary>
    private async Task<AuditReport.FirstFault?> BeyondAsync(CancellationToken cancellationToken)
    {
        var most = await db.AuditEntries.MaxAsync(entry => entry.Number, cancellationToken) ?? 0;
        var end = await db.AuditHeads.Select(head => (long?)head.Number).FirstOrDefaultAsync(cancellationToken);
        return most <= (end ?? 0) ? null : new(end is null ? AuditFaultKind.HeadMismatch : AuditFaultKind.Inserted, most);
    }

    private async Task<AuditReport.FirstFault?> UnsealedAsync(CancellationToken cancellationToken)
    {
        var before = db.Time.GetUtcNow().UtcDateTime - SealedWithin;
        var row = await db.AuditEntries.AsNoTracking().Where(entry => entry.Number == null && entry.At < before).OrderBy(entry => entry.Id).FirstOrDefaultAsync(cancellationToken);
        return row is null ? null : new(key.IsSigned(row) ? AuditFaultKind.Unsealed : AuditFaultKind.Inserted, row.Id);
    }
}
