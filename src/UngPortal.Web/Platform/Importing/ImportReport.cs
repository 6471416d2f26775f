using System.Globalization;

namespace UngPortal.Platform.Importing;

/// <summary>What an import did, file by file.</summary>
public sealed class ImportReport
{
    private readonly List<ImportProblem> _problems = [];
    private readonly Dictionary<ImportOutcome, int> _counts = [];

    public IReadOnlyList<ImportProblem> Problems => _problems;

    public int this[ImportOutcome outcome] => _counts.GetValueOrDefault(outcome);

    public void Count(ImportOutcome outcome) => _counts[outcome] = this[outcome] + 1;

    /// <summary>Counts one file as invalid and keeps its problems.</summary>
    public void Reject(IEnumerable<ImportProblem> problems)
    {
        Count(ImportOutcome.Invalid);
        _problems.AddRange(problems);
    }

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{this[ImportOutcome.Created]} created, {this[ImportOutcome.Updated]} updated, {this[ImportOutcome.Unchanged]} unchanged, {this[ImportOutcome.Kept]} kept as edited, {this[ImportOutcome.Invalid]} invalid");
}

public enum ImportOutcome
{
    Created,
    Updated,
    Unchanged,

    /// <summary>The file differs, but an editor has changed the row since: the row stays.</summary>
    Kept,
    Invalid,
}

/// <summary>A fault in a file; the line counts from 1.</summary>
public sealed record ImportProblem(string File, int Line, string Message)
{
    public override string ToString() => $"{File}:{Line}: {Message}";
}
