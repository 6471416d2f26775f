using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using UngPortal.Platform.Security;

namespace UngPortal.Features.Accounts.Factors;

/// <summary>Sets up authenticator apps and spends their codes, each only once.</summary>
public sealed class Authenticator(IDataProtectionProvider protection, TimeProvider time)
{
    public const int CodeMaxLength = 12;
    public const int CarriedMaxLength = 600;

    private readonly IDataProtector _kept = protection.CreateProtector("staff-totp");
    private readonly IDataProtector _carried = protection.CreateProtector("staff-totp-setup");

    /// <summary>Offers a secret to set up: the one the form carries, so that a wrong code doesn't mean scanning again, else a new one.</summary>
    public TotpSetup Offer(string? carried, string account)
    {
        var secret = Read(carried) ?? Totp.NewSecret();
        return TotpSetup.Of(Convert.ToBase64String(_carried.Protect(secret)), Totp.TextOf(secret), Totp.AddressOf(secret, "UngPortal", account));
    }

    /// <summary>Whether the code is one of the offered secret.</summary>
    public bool Proves(string? carried, string? code) => Read(carried) is { } secret && Totp.Match(secret, code, time.GetUtcNow(), 0) is not null;

    /// <summary>Keeps the offered secret; the code that proved it is spent.</summary>
    public bool TrySetUp(StaffMember person, string? carried, string? code)
    {
        if (Read(carried) is not { } secret || Totp.Match(secret, code, time.GetUtcNow(), 0) is not { } step)
        {
            return false;
        }

        person.SetUpTotp(Convert.ToBase64String(_kept.Protect(secret)), step);
        return true;
    }

    /// <summary>Spends a code; false when it is wrong, too old or used.</summary>
    public bool TrySpend(StaffMember person, string? code)
    {
        if (person.ProtectedTotpSecret is not { } kept
            || Totp.Match(_kept.Unprotect(Convert.FromBase64String(kept)), code, time.GetUtcNow(), person.LastTotpStep) is not { } step)
        {
            return false;
        }

        person.UseTotpStep(step);
        return true;
    }

    private byte[]? Read(string? carried)
    {
        try
        {
            return carried is { Length: > 0 } ? _carried.Unprotect(Convert.FromBase64String(carried)) : null;
        }
        catch (Exception forged) when (forged is CryptographicException or FormatException)
        {
            return null;
        }
    }
}
