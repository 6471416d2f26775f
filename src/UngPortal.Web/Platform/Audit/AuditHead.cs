namespace UngPortal.Platform.Audit;

/// <summary>The end of the chain, in one row: whoever seals must raise it, so two nodes never give the same place.</summary>
public sealed class AuditHead
{
    /// <summary>The only row's number.</summary>
    public const int OnlyId = 1;

    /// <summary>Always <see cref="OnlyId"/>.</summary>
    public int Id { get; private init; } = OnlyId;

    /// <summary>How many entries are sealed.</summary>
    public long Number { get; private set; }

    /// <summary>The last one's seal; empty before the first.</summary>
    public string Seal { get; private set; } = "";

    /// <summary>When the chain was last checked, UTC.</summary>
    public DateTime? CheckedAt { get; private set; }

    /// <summary>What was wrong then; null when nothing was.</summary>
    public AuditFaultKind? Fault { get; private set; }

    /// <summary>Where it was wrong.</summary>
    public long? FaultNumber { get; private set; }

    /// <summary>The concurrency token.</summary>
    public int Version { get; private set; }

    /// <summary>Gives the entry the next place.</summary>
    public void Append(AuditEntry entry, AuditKey key)
    {
        Seal = key.Seal(Seal, Number + 1, entry.Mac);
        Number++;
        entry.SealAs(Number, Seal);
    }
}
