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

    /// <summary>The place of the last entry that was deleted because its time was over; 0 while none was.</summary>
    public long CutNumber { get; private set; }

    /// <summary>That entry's seal: what remains is verified from there.</summary>
    public string CutSeal { get; private set; } = "";

    /// <summary>The signature of the two under the audit key, in hex; empty while nothing was cut.</summary>
    public string CutMac { get; private set; } = "";

    /// <summary>When the chain was last checked, UTC.</summary>
    public DateTime? CheckedAt { get; private set; }

    /// <summary>What was wrong then; null when nothing was.</summary>
    public AuditFaultKind? Fault { get; private set; }

    /// <summary>Where it was wrong.</summary>
    public long? FaultNumber { get; private set; }

    /// <summary>The concurrency token.</summary>
    public int Version { get; private set; }

    /// <summary>Where the chain begins now; null while it begins with the first entry.</summary>
    public AuditMark? Cut => CutNumber > 0 ? new AuditMark(CutNumber, CutSeal) : null;

    /// <summary>Whether the cut, if there is one, was made by this site.</summary>
    public bool HasHonestCut(AuditKey key) => CutNumber == 0 || CutMac == key.SignCut(CutNumber, CutSeal);

    /// <summary>Lets the chain begin after the place.</summary>
    /// <exception cref="InvalidOperationException">The place is not on the chain, or lies before an earlier cut.</exception>
    public void CutAfter(AuditMark last, AuditKey key)
    {
        if (last.Number <= CutNumber || last.Number > Number)
        {
            throw new InvalidOperationException("A cut lies between the last one and the head.");
        }

        CutNumber = last.Number;
        CutSeal = last.Seal;
        CutMac = key.SignCut(CutNumber, CutSeal);
    }

    /// <summary>Gives the entry the next place.</summary>
    public void Append(AuditEntry entry, AuditKey key)
    {
        Seal = key.Seal(Seal, Number + 1, entry.Mac);
        Number++;
        entry.SealAs(Number, Seal);
    }
}
