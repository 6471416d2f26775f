using UngPortal.Platform.Web;

namespace UngPortal.Platform.Sealing;

/// <summary>Lets no site start on keys that it could not read its records with. Makes the key file of a new site.</summary>
internal sealed class SealingStart(SealingCheck check, SealingKeys keys) : IStartupStep
{
    /// <exception cref="UnusableKeysException">A key, a setting or the file is missing or wrong.</exception>
    public async Task<string> RunAsync(CancellationToken cancellationToken)
    {
        if (await check.FaultAsync(cancellationToken) is { } fault)
        {
            throw new UnusableKeysException(fault);
        }

        return $"seals with key {keys.Current}";
    }
}
