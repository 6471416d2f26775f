namespace UngPortal.Testing;

/// <summary>What a connection to <see cref="SmtpServer"/> meets.</summary>
public enum SmtpAct
{
    /// <summary>The mail is accepted.</summary>
    Accept,

    /// <summary>550 to the recipient.</summary>
    Refuse,

    /// <summary>451 to the recipient.</summary>
    Greylist,

    /// <summary>554 to the text.</summary>
    RefuseData,

    /// <summary>421 instead of a greeting.</summary>
    Busy,

    /// <summary>Accepted, and said two seconds later.</summary>
    Slow,

    /// <summary>The connection breaks before the greeting.</summary>
    DropAtOnce,

    /// <summary>It breaks after the first line of the text.</summary>
    DropMidData,

    /// <summary>It breaks after the text, which is thrown away.</summary>
    DropBeforeAccepting,

    /// <summary>The mail is accepted, but it breaks before the sender is told.</summary>
    DropBeforeTelling,

    /// <summary>The mail is accepted, and it breaks when the sender has been told.</summary>
    DropAfterTelling,
}
