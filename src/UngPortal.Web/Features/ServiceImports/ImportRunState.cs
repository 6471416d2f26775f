namespace UngPortal.Features.ServiceImports;

/// <summary>How far an import has come.</summary>
public enum ImportRunState
{
    /// <summary>There is a report, and nothing else has happened.</summary>
    Read,

    /// <summary>Somebody wants it in; a worker takes it.</summary>
    Asked,

    Done,

    /// <summary>The register had changed since the report: nothing was taken in.</summary>
    Outdated,

    /// <summary>Somebody wants it out again.</summary>
    UndoAsked,

    Undone,

    /// <summary>The work stopped each time it was tried: nothing was taken in.</summary>
    Failed,
}
