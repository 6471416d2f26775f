using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace UngPortal.Platform.Data;

/// <summary>Keeps what a visitor sends, or says within a few seconds that it can't, so that the form can come back with the text in it.</summary>
/// <remarks>
/// SQLite has one writer and waits for it on a thread. Visitors' writes therefore queue here, without a thread each: a locked database must not take the
/// threads that pages are read with. Those that queue at the same time share a commit.
/// </remarks>
public sealed partial class VisitorWrites(IServiceScopeFactory scopes, ILogger<VisitorWrites> logger)
{
    /// <summary>How long a visitor waits for the database.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    private readonly SharedCommits _sqlite = new(scopes);

    /// <summary>Runs the write, which reads what it changes: it may run twice. Returns whether it was kept; on false nothing of it was, or it was not known to be: the form's key makes a repeat harmless.</summary>
    public async Task<bool> TryAsync(PortalDbContext db, Func<CancellationToken, Task> write, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(Patience);
        db.Database.SetCommandTimeout(Patience);
        try
        {
            await InTurnAsync(db, write, limit.Token);
            return true;
        }
        catch (Exception problem) when (IsAway(problem) || (problem is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            LogNotKept(problem.GetType().Name);
            return false;
        }
    }

    /// <summary>Whether the problem is the database's, away or too slow, and not the program's.</summary>
    public static bool IsAway(Exception problem) => problem is DbException or DbUpdateException or RetryLimitExceededException or TimeoutException;

    private Task InTurnAsync(PortalDbContext db, Func<CancellationToken, Task> write, CancellationToken cancellationToken) =>
        db is SqlitePortalDbContext ? _sqlite.RunAsync(db, write, cancellationToken) : write(cancellationToken);

    [LoggerMessage(Level = LogLevel.Error, Message = "A visitor's form could not be kept ({Problem}); the visitor was told.")]
    private partial void LogNotKept(string problem);
}
