namespace UngPortal.Features.Accounts;

/// <summary>One wrong password or code, kept for an hour: which account and which network, both as hashes.</summary>
public sealed class SignInFailure
{
    public long Id { get; private set; }

    public required string AccountHash { get; init; }

    /// <summary>The network's number of the day; see <see cref="Platform.Security.NetworkPartition"/>.</summary>
    public required int Network { get; init; }

    public required DateTime At { get; init; }
}
