namespace UngPortal.Platform.Outbox;

/// <summary>In which order outbox handlers act: what is made of something comes after it, or it would be made of the old and kept as new.</summary>
public enum OutboxTurn
{
    /// <summary>What lies in memory or on this node's disk, and pages are made of.</summary>
    Copies,

    /// <summary>Rendered pages.</summary>
    Pages,

    /// <summary>What takes a while, and no kept page is made of.</summary>
    Slow,

    /// <summary>People who are told, and ask for pages at once.</summary>
    People,
}
