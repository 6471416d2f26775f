namespace UngPortal.Platform.Audit;

/// <summary>What a verification found.</summary>
/// <param name="Head">The last entry that is sound, to be kept outside the database; null when there is none.</param>
/// <param name="Fault">The first fault; null when there is none.</param>
/// <param name="Cut">The last entry that was deleted because its time was over; null while there is none.</param>
public sealed record AuditReport(AuditMark? Head, AuditReport.FirstFault? Fault, AuditMark? Cut = null)
{
    /// <summary>A fault and the place in the chain where it was found; for an entry outside the chain its row's number.</summary>
    public sealed record FirstFault(AuditFaultKind Kind, long Number);
}
