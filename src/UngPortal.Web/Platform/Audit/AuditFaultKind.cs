namespace UngPortal.Platform.Audit;

/// <summary>What can be wrong with the audit trail.</summary>
public enum AuditFaultKind
{
    /// <summary>An entry says something else than when it was written.</summary>
    Edited = 1,

    /// <summary>An entry is missing.</summary>
    Deleted = 2,

    /// <summary>An entry stands where it was not sealed: put in, moved or swapped.</summary>
    Inserted = 3,

    /// <summary>The end of the chain is not the one that was written down.</summary>
    HeadMismatch = 4,

    /// <summary>An entry older than a minute has no place in the chain yet.</summary>
    Unsealed = 5,

    /// <summary>The beginning was cut off by somebody without the key.</summary>
    ForgedCut = 6,
}
