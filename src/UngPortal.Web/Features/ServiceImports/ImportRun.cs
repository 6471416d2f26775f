namespace UngPortal.Features.ServiceImports;

/// <summary>A package that was read, and what became of it.</summary>
public sealed class ImportRun
{
    public const int NameMaxLength = 120;
    public const int OriginMaxLength = 80;

    /// <summary>How often its work may stop before it is given up.</summary>
    public const int TriesMost = 3;

    /// <summary>How long it is kept with all its rows after the last step, and can be taken back.</summary>
    public const int KeptDays = 180;

    /// <summary>How long the other nodes leave it to the one that has begun. If it has not ended by then, its process was killed.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromMinutes(5);

    private readonly List<ImportRunChange> _changes = [];

    public int Id { get; private set; }

    /// <summary>What the file was called.</summary>
    public required string FileName { get; init; }

    /// <summary>Whose package it is; ids are told apart by it.</summary>
    public required string Origin { get; init; }

    /// <summary>When it was read, UTC.</summary>
    public required DateTime ReadAt { get; init; }

    public required int ReadById { get; init; }

    public required string ReadByName { get; init; }

    public ImportRunState State { get; private set; }

    /// <summary>Who asked for the last step that was taken, if anybody has.</summary>
    public int? AskedById { get; private set; }

    public DateTime ChangedAt { get; private set; }

    /// <summary>How often the work that was asked for last has begun, and not come to its end.</summary>
    public int Tries { get; private set; }

    /// <summary>Until when it is left to the node that works on it, UTC; null while none does.</summary>
    public DateTime? ClaimedUntil { get; private set; }

    public int Version { get; private set; }

    public IReadOnlyList<ImportRunChange> Changes => _changes;

    /// <summary>Whether the work on it isn’t done yet.</summary>
    public bool IsUnderway => State is ImportRunState.Asked or ImportRunState.UndoAsked;

    /// <summary>Whether taking it back was given up: all is as the import left it.</summary>
    public bool IsUndoGivenUp => State == ImportRunState.Done && Tries >= TriesMost;

    /// <summary>When its time is over, UTC.</summary>
    public DateTime KeptUntil => (ChangedAt > ReadAt ? ChangedAt : ReadAt).AddDays(KeptDays);

    public void Report(ImportRunChange change) => _changes.Add(change);

    /// <summary>Somebody chooses among its rows: nobody may ask for it, or choose otherwise, in the same moment.</summary>
    public void Choose() => Version = State == ImportRunState.Read ? Version + 1 : throw new InvalidOperationException($"An import that is {State} has nothing to choose.");

    /// <summary>Somebody wants in what the report shows.</summary>
    public void Ask(int staffId, DateTime now) => Move(ImportRunState.Read, ImportRunState.Asked, now, staffId);

    /// <summary>All of it is in.</summary>
    public void Finish(DateTime now) => Move(ImportRunState.Asked, ImportRunState.Done, now, AskedById);

    /// <summary>The register is no longer what the report was made of: nothing is taken in.</summary>
    public void Outdate(DateTime now) => Move(ImportRunState.Asked, ImportRunState.Outdated, now, AskedById);

    public void AskUndo(int staffId, DateTime now) => Move(ImportRunState.Done, ImportRunState.UndoAsked, now, staffId);

    public void FinishUndo(DateTime now) => Move(ImportRunState.UndoAsked, ImportRunState.Undone, now, AskedById);

    /// <summary>The work begins, and counts as a try until it has come to its end. False when it has begun too often: then it is given up, an import for good, an undo until somebody asks again.</summary>
    public bool Begin(DateTime now)
    {
        if (!IsUnderway)
        {
            throw new InvalidOperationException($"An import that is {State} has no work to do.");
        }

        Version++;
        if (Tries >= TriesMost)
        {
            GiveUp(now);
            return false;
        }

        (Tries, ClaimedUntil) = (Tries + 1, now + Lease);
        return true;
    }

    /// <summary>The work stopped, and nothing of it has happened. The last time it is given up.</summary>
    public void Stop(DateTime now)
    {
        Release();
        if (Tries >= TriesMost)
        {
            GiveUp(now);
        }
    }

    /// <summary>The site ends in good order, and nothing of the work has happened: that was no try.</summary>
    public void Rest()
    {
        Release();
        Tries--;
    }

    private void Release()
    {
        ClaimedUntil = ClaimedUntil is null ? throw new InvalidOperationException("Nobody works on it.") : null;
        Version++;
    }

    private void GiveUp(DateTime now) => (State, ChangedAt, ClaimedUntil) = (State == ImportRunState.Asked ? ImportRunState.Failed : ImportRunState.Done, now, null);

    private void Move(ImportRunState from, ImportRunState to, DateTime now, int? staffId)
    {
        if (State != from)
        {
            throw new InvalidOperationException($"An import that is {State} cannot become {to}.");
        }

        (State, ChangedAt, AskedById, Tries, ClaimedUntil) = (to, now, staffId, 0, null);
        Version++;
    }
}
