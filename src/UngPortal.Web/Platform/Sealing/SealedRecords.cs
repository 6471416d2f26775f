using Microsoft.EntityFrameworkCore;
using UngPortal.Platform.Data;

namespace UngPortal.Platform.Sealing;

/// <summary>The sealed records of one entity. A feature derives from it, names its kind and registers it with <see cref="SealingWiring.AddSealedRecords"/>; its columns come from <see cref="SealedData.HasWrappedKey"/>.</summary>
public abstract class SealedRecords<T>(PortalDbContext db, string kind) : ISealedRecords
    where T : class, ISealedRecord
{
    /// <inheritdoc />
    public string Kind => kind;

    /// <inheritdoc />
    public async Task<IReadOnlyDictionary<int, int>> VersionsInUseAsync(CancellationToken cancellationToken) =>
        await db.Set<T>().GroupBy(record => record.Key.Version).Select(group => new { group.Key, Count = group.Count() })
            .ToDictionaryAsync(group => group.Key, group => group.Count, cancellationToken);

    /// <inheritdoc />
    public async Task<IReadOnlyList<SealedKey>> KeysUnderAsync(int version, int count, CancellationToken cancellationToken) =>
        // Ordered by what is the same in all of them: the version's index then gives the first rows without sorting a million.
        await db.Set<T>().Where(record => record.Key.Version == version).OrderBy(record => record.Key.Version).Take(count)
            .Select(record => new SealedKey(record.SealId, new WrappedKey(record.Key.Version, record.Key.Bytes))).ToListAsync(cancellationToken);

    /// <inheritdoc />
    public Task<int> SwapAsync(IReadOnlyList<KeySwap> swaps, CancellationToken cancellationToken) => db.InTransactionAsync(
        async stop =>
        {
            var swapped = 0;
            foreach (var (id, old, fresh) in swaps)
            {
                // Wrapped bytes never come twice: whoever finds the old ones changes exactly what was read.
                swapped += await db.Set<T>().Where(record => record.SealId == id && record.Key.Bytes == old.Bytes)
                    .ExecuteUpdateAsync(row => row.SetProperty(record => record.Key.Version, fresh.Version).SetProperty(record => record.Key.Bytes, fresh.Bytes), stop);
            }

            return swapped;
        },
        cancellationToken);
}
