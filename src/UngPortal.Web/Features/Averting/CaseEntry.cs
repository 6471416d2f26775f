namespace UngPortal.Features.Averting;

/// <summary>One step of a case: who, when, what was decided, and their words, sealed. Made once; there is no way to change it.</summary>
public sealed class CaseEntry
{
    public required Guid Id { get; init; }

    public required Guid CaseId { get; init; }

    /// <summary>From 1, in the order of the steps.</summary>
    public required int Number { get; init; }

    public required CaseStep Step { get; init; }

    public required int ById { get; init; }

    public required DateTime At { get; init; }

    public CaseDecision? Decision { get; init; }

    /// <summary>Whether the assessment lets parents be informed.</summary>
    public bool ClearsParents { get; init; }

    public required byte[] SealedWords { get; init; }
}
