using Microsoft.EntityFrameworkCore.Storage;

namespace UngPortal.Testing;

/// <summary>Refuses on SQLite what SQL Server's own strategy refuses: a transaction that could not be tried again. It never tries anything again itself.</summary>
internal sealed class RetriesAsOnTheServer(ExecutionStrategyDependencies dependencies) : ExecutionStrategy(dependencies, maxRetryCount: 1, maxRetryDelay: TimeSpan.FromMilliseconds(1))
{
    /// <inheritdoc />
    protected override bool ShouldRetryOn(Exception exception) => false;
}
