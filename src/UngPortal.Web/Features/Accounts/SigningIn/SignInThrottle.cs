using Microsoft.EntityFrameworkCore;
using UngPortal.Features.Accounts.Sessions;
using UngPortal.Platform.Data;
using UngPortal.Platform.Security;

namespace UngPortal.Features.Accounts.SigningIn;

/// <summary>Slows guessing down without letting a stranger lock anyone out: few tries from one network, more from all together, a browser known to the account counts by itself, and passkeys never count. Source: ASVS 5.0 V6.1.1, V6.3.1.</summary>
public sealed class SignInThrottle(PortalDbContext db, NetworkPartition networks, KnownBrowsers browsers, TimeProvider time)
{
    public const int TriesFromANetwork = 5;
    public const int TriesFromEverywhere = 50;
    public static readonly TimeSpan NetworkWindow = TimeSpan.FromMinutes(15);
    public static readonly TimeSpan AccountWindow = TimeSpan.FromHours(1);

    private DateTime Now => time.GetUtcNow().UtcDateTime;

    /// <summary>Whether the account's password or code may be tried now; the same for an account that doesn't exist.</summary>
    public async Task<bool> IsOpenAsync(HttpContext context, string account, CancellationToken cancellationToken)
    {
        var (hash, network) = WhoseAndWhere(context, account);
        var (fromHere, fromAll) = (Now - NetworkWindow, Now - AccountWindow);
        var failures = db.SignInFailures.Where(failure => failure.AccountHash == hash);
        var here = await failures.CountAsync(failure => failure.Network == network && failure.At > fromHere, cancellationToken);
        return here < TriesFromANetwork && await failures.CountAsync(failure => failure.At > fromAll, cancellationToken) < TriesFromEverywhere;
    }

    /// <summary>Notes a wrong try with the save that follows, and forgets what is older than an hour.</summary>
    public async Task NoteAsync(HttpContext context, string account, CancellationToken cancellationToken)
    {
        var old = Now - AccountWindow;
        await db.SignInFailures.Where(failure => failure.At <= old).ExecuteDeleteAsync(cancellationToken);
        var (hash, network) = WhoseAndWhere(context, account);
        db.SignInFailures.Add(new SignInFailure { AccountHash = hash, Network = network, At = Now });
    }

    /// <summary>Forgets the wrong tries from this network, or this known browser, after a right one.</summary>
    public Task ForgetAsync(HttpContext context, string account, CancellationToken cancellationToken)
    {
        var (hash, network) = WhoseAndWhere(context, account);
        return db.SignInFailures.Where(failure => failure.AccountHash == hash && failure.Network == network).ExecuteDeleteAsync(cancellationToken);
    }

    /// <summary>The account name under which a person's codes are counted.</summary>
    public static string CodesOf(StaffMember person) => $"codes:{person.Id}";

    public static string HashOf(string account) => StaffSessions.HashOf(Convert.ToHexStringLower(System.Text.Encoding.UTF8.GetBytes(account.Trim().ToUpperInvariant())));

    /// <summary>What a try is counted under. A known browser carries its count to whatever network it is on.</summary>
    private (string Account, int Network) WhoseAndWhere(HttpContext context, string account)
    {
        var hash = HashOf(account);
        return browsers.MarkOf(context, hash) is { } mark ? (HashOf($"{mark} {hash}"), 0) : (hash, networks.Of(context.Connection.RemoteIpAddress));
    }
}
