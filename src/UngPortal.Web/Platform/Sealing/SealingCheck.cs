namespace UngPortal.Platform.Sealing;

/// <summary>Whether the site has the keys that its records were sealed with.</summary>
public sealed class SealingCheck(IEnumerable<ISealedRecords> records, SealingKeys keys)
{
    private const int Samples = 20;

    /// <summary>Finds a version that records need and that is missing here, or is another key here; versions that were given up are passed over.</summary>
    /// <returns>What is wrong and what to do, with the version and how many records; null when all is well.</returns>
    /// <exception cref="UnusableKeysException">The keys can't be read.</exception>
    public async Task<string?> FaultAsync(CancellationToken cancellationToken)
    {
        // A file that must still be made would begin with version 1.
        if (keys.GivenUp.Intersect(keys.AreThere ? keys.Versions : [SealingFile.Version]).Any())
        {
            return $"{SealingKeys.GivenUpSetting} names a version that this site has a key for: take it out there, or give the new key in {SealingKeys.KeysSetting} a higher version.";
        }

        foreach (var one in records)
        {
            foreach (var (version, count) in (await one.VersionsInUseAsync(cancellationToken)).OrderBy(pair => pair.Key))
            {
                if (!keys.GivenUp.Contains(version) && await FaultOfAsync(one, version, count, cancellationToken) is { } fault)
                {
                    return fault;
                }
            }
        }

        return null;
    }

    private async Task<string?> FaultOfAsync(ISealedRecords one, int version, int count, CancellationToken cancellationToken)
    {
        if (!keys.AreThere)
        {
            return $"The file {SealingFile.Name} is missing from the data folder, and {count} records of the kind '{one.Kind}' were sealed with its version {version}: restore the file, or set {SealingKeys.KeysSetting} and {SealingKeys.PepperSetting}.";
        }

        if (keys.Ring.Find(version) is not { } key)
        {
            return $"Sealing key version {version} is missing, and {count} records of the kind '{one.Kind}' were sealed with it: put it back into {SealingKeys.KeysSetting}. If it is lost for good, add {version} to {SealingKeys.GivenUpSetting}.";
        }

        var isForeign = (await one.KeysUnderAsync(version, Samples, cancellationToken)).Any(record => key.IsForeign(record.Key));
        return isForeign
            ? $"Sealing key version {version} is not the key that {count} records of the kind '{one.Kind}' were sealed with; it comes from another installation. Put the right one into {SealingKeys.KeysSetting}, or restore the file {SealingFile.Name}."
            : null;
    }
}
