using UngPortal.Platform.Jobs;

namespace UngPortal.Platform.Sealing;

/// <summary>Rewraps, each night, the keys of records that stand under an older master key than the current one. Texts stay as they are, and readers notice nothing.</summary>
public sealed partial class SealingRotation(IEnumerable<ISealedRecords> records, Sealer sealer, SealingKeys keys, ILogger<SealingRotation> logger) : IPortalJob
{
    private const int Batch = 100;

    /// <summary>After so many keys that don't open a version is left alone: its master key is the wrong one.</summary>
    private const int MostUnreadable = 1_000;

    /// <inheritdoc />
    public Task RunAsync(CancellationToken cancellationToken) => RotateAsync(cancellationToken);

    /// <summary>Rewraps everything that can be, and counts. Several nodes may do so at once.</summary>
    /// <exception cref="UnusableKeysException">The keys can't be read.</exception>
    public async Task<SealingReport> RotateAsync(CancellationToken cancellationToken)
    {
        var (rewrapped, unreadable, uses) = (0, 0, new List<SealingReport.Use>());
        foreach (var one in records)
        {
            // Versions above the current one are newer: another node has them already.
            foreach (var version in (await one.VersionsInUseAsync(cancellationToken)).Keys.Where(version => version < keys.Current).Order())
            {
                var (done, broken) = await RotateAsync(one, version, cancellationToken);
                (rewrapped, unreadable) = (rewrapped + done, unreadable + broken);
            }

            uses.AddRange((await one.VersionsInUseAsync(cancellationToken)).OrderBy(pair => pair.Key).Select(pair => new SealingReport.Use(one.Kind, pair.Key, pair.Value)));
        }

        Log(rewrapped, unreadable, uses);
        return new SealingReport(rewrapped, unreadable, uses);
    }

    private async Task<(int Rewrapped, int Unreadable)> RotateAsync(ISealedRecords one, int version, CancellationToken cancellationToken)
    {
        var rewrapped = 0;
        var unreadable = new HashSet<string>(StringComparer.Ordinal);
        while (unreadable.Count < MostUnreadable && keys.Ring.Find(version) is not null)
        {
            var found = (await one.KeysUnderAsync(version, Batch + unreadable.Count, cancellationToken)).Where(key => !unreadable.Contains(key.SealId)).ToList();
            if (found.Count == 0)
            {
                break;
            }

            rewrapped += await one.SwapAsync([.. found.Select(key => Fresh(one.Kind, key, unreadable)).OfType<KeySwap>()], cancellationToken);
        }

        return (rewrapped, unreadable.Count);
    }

    /// <summary>The key under the current master key; null, and noted, when it can't be opened.</summary>
    private KeySwap? Fresh(string kind, SealedKey found, HashSet<string> unreadable)
    {
        try
        {
            return new KeySwap(found.SealId, found.Key, sealer.Rewrap(kind, found.SealId, found.Key));
        }
        catch (Exception problem) when (problem is SealBrokenException or SealingKeyMissingException)
        {
            unreadable.Add(found.SealId);
            return null;
        }
    }

    private void Log(int rewrapped, int unreadable, List<SealingReport.Use> uses)
    {
        LogRewrapped(rewrapped, keys.Current);
        if (unreadable > 0)
        {
            LogUnreadable(unreadable);
        }

        foreach (var (kind, version, count) in uses)
        {
            if (keys.Versions.Contains(version))
            {
                LogInUse(count, kind, version);
            }
            else
            {
                LogMissing(count, kind, version);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Sealing rotation rewrapped {Count} keys under version {Version}.")]
    private partial void LogRewrapped(int count, int version);

    [LoggerMessage(Level = LogLevel.Error, Message = "Sealing rotation left {Count} keys that don't open; their texts are lost or were tampered with.")]
    private partial void LogUnreadable(int count);

    [LoggerMessage(Level = LogLevel.Information, Message = "{Count} records of the kind {Kind} are sealed under version {Version}.")]
    private partial void LogInUse(int count, string kind, int version);

    [LoggerMessage(Level = LogLevel.Error, Message = "{Count} records of the kind {Kind} are sealed under version {Version}, which this site does not have.")]
    private partial void LogMissing(int count, string kind, int version);
}
