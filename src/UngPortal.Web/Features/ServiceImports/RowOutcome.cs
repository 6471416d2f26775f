namespace UngPortal.Features.ServiceImports;

/// <summary>What an import does with a row.</summary>
public enum RowOutcome
{
    New,
    Changed,
    Unchanged,

    /// <summary>Staff have changed the service since; it is left unless somebody ticks it.</summary>
    Conflict,

    Refused,
}
