using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using UngPortal.Platform.Audit;
using UngPortal.Testing;
using UngPortal.Tests.Data;

namespace UngPortal.Tests.Platform.Audit;

/// <summary>Another node seals the same entries in the middle of a sealing.</summary>
public sealed class AuditSealingRaceTests : IDisposable
{
    private readonly ContestedSite _app = new();

    public AuditSealingRaceTests() => _app.WithoutWorkers();

    [Theory]
    [InlineData("AuditHead", false)]
    [InlineData("AuditHead", true)]
    [InlineData("AuditEntries", false)]
    [InlineData("AuditEntries", true)]
    public async Task Seal_WhileAnotherNodeDoes_GivesEachEntryOnePlace(string before, bool isBegun)
    {
        using var sealer = Node();
        using var other = Node();
        await RecordAsync(isBegun ? 3 : 0);
        await sealer.SealAsync(CancellationToken.None);
        await RecordAsync(4);
        _app.Next.Before(1, () => other.SealAsync(CancellationToken.None), before);

        await sealer.SealAsync(CancellationToken.None);
        await sealer.SealAsync(CancellationToken.None);

        var numbers = await _app.InDatabaseAsync(db => db.AuditEntries.OrderBy(entry => entry.Number).Select(entry => entry.Number).ToListAsync());
        Assert.Equal(Enumerable.Range(1, numbers.Count).Select(number => (long?)number), numbers);
        Assert.Null((await _app.CheckAuditAsync()).Fault);
    }

    public void Dispose() => _app.Dispose();

    private AuditSealer Node() => new(_app.Services.GetRequiredService<IServiceScopeFactory>(), _app.Clock, NullLogger<AuditSealer>.Instance);

    private async Task RecordAsync(int count)
    {
        for (var i = 0; i < count; i++)
        {
            await _app.RecordAsync($"gjort-{i}");
        }
    }
}
