namespace UngPortal.Features.Accounts.External;

/// <summary>The OpenID providers of the configuration.</summary>
public sealed class SignInProviders
{
    /// <exception cref="InvalidOperationException">One of them is set up wrongly; the message says which and how.</exception>
    public SignInProviders(IReadOnlyList<SignInProvider> providers)
    {
        if (providers.Select(one => one.Fault()).FirstOrDefault(fault => fault is not null) is { } fault)
        {
            throw new InvalidOperationException(fault);
        }

        All = providers.DistinctBy(one => one.Key).Count() == providers.Count ? providers : throw new InvalidOperationException($"{SignInProvider.Section}: two have the same Key.");
    }

    public IReadOnlyList<SignInProvider> All { get; }

    public SignInProvider? Find(string key) => All.FirstOrDefault(one => one.Key == key);
}
