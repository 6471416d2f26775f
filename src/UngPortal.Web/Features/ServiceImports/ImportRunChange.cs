namespace UngPortal.Features.ServiceImports;

/// <summary>A row of a report, and what the service was before: that is what an undo puts back.</summary>
public sealed class ImportRunChange
{
    public const int FileMaxLength = 120;
    public const int IdMaxLength = 200;

    public int Id { get; private set; }

    public int RunId { get; private set; }

    /// <summary>The order in the package, from 1.</summary>
    public required int Position { get; init; }

    public required string File { get; init; }

    public required int Line { get; init; }

    public required string ForeignId { get; init; }

    public required string Name { get; init; }

    public required RowOutcome Outcome { get; init; }

    /// <summary>The fields that differ.</summary>
    public string[] Fields { get; init; } = [];

    /// <summary>What is wrong with it.</summary>
    public IReadOnlyList<FaultAt> Faults { get; init; } = [];

    /// <summary>The facts to take in, as JSON; empty when there are none.</summary>
    public string Facts { get; init; } = "";

    /// <summary>The slug of the service it is, or will be.</summary>
    public string Slug { get; init; } = "";

    /// <summary>What the source says of it.</summary>
    public string Status { get; init; } = "";

    public int? ServiceId { get; private set; }

    /// <summary>The version that the report was made of.</summary>
    public int? SeenVersion { get; init; }

    /// <summary>Whether somebody wants it in though staff have changed it.</summary>
    public bool IsTicked { get; private set; }

    /// <summary>What the service was before, as JSON; empty while nothing was done.</summary>
    public string Before { get; private set; } = "";

    public DateTime? EditedBefore { get; private set; }

    /// <summary>The version that the import left.</summary>
    public int? LeftVersion { get; private set; }

    /// <summary>Whether the undo left it, since somebody has changed the service.</summary>
    public bool IsLeft { get; private set; }

    public void Choose(bool isWanted) => IsTicked = Outcome == RowOutcome.Conflict ? isWanted : throw new InvalidOperationException("Only a conflict is decided.");

    /// <summary>The service it is about.</summary>
    public ImportRunChange Of(int serviceId)
    {
        ServiceId = serviceId;
        return this;
    }

    /// <summary>Keeps what the service was, and the version that it has now.</summary>
    public void Keep(string before, DateTime? editedBefore, int leftVersion) => (Before, EditedBefore, LeftVersion) = (before, editedBefore, leftVersion);

    public void Leave() => IsLeft = true;

    /// <summary>What is wrong, and where.</summary>
    public sealed record FaultAt(string File, int Line, ImportFaultKind Kind, string Value, string Column = "");
}
