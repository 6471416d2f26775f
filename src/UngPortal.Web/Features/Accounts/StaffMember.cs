using Microsoft.AspNetCore.Identity;

namespace UngPortal.Features.Accounts;

/// <summary>Somebody who works here. Password, passkeys and external logins are Identity's; roles stand in the organisations' memberships.</summary>
public sealed class StaffMember : IdentityUser<int>
{
    public const int NameMaxLength = 120;
    public const int EmailMaxLength = 254;
    public const int PasskeysMost = 5;

    /// <summary>Access dies after this many days without use.</summary>
    public const int UnusedDaysMost = 90;

    public required string DisplayName { get; set; }

    public required DateTime CreatedAt { get; init; }

    public DateTime LastUsedAt { get; private set; }

    public DateTime? DisabledAt { get; private set; }

    /// <summary>The secret of the authenticator app, protected; null while none is set up.</summary>
    public string? ProtectedTotpSecret { get; private set; }

    /// <summary>The last 30-second step whose code was used: none may be used twice.</summary>
    public long LastTotpStep { get; private set; }

    public bool HasTotp => ProtectedTotpSecret is not null;

    public bool IsDisabled => DisabledAt is not null;

    /// <summary>Whether the person may begin a session: not disabled, and not away for too long.</summary>
    public bool MaySignIn(DateTime now) => !IsDisabled && now - LastUsedAt <= TimeSpan.FromDays(UnusedDaysMost);

    /// <summary>Whether a name is one line of a fitting length.</summary>
    public static bool IsName(string? text) => text?.Trim().Length is > 0 and <= NameMaxLength && IsOneLine(text);

    /// <summary>Names are put into mails: a line of its own would look like the site's words.</summary>
    public static bool IsOneLine(string? text) => !(text ?? "").Trim().Any(c => char.IsControl(c) || c is '\u2028' or '\u2029');

    public static StaffMember Create(string email, string displayName, DateTime now) => new()
    {
        UserName = email,
        Email = email,
        NormalizedUserName = email.ToUpperInvariant(),
        NormalizedEmail = email.ToUpperInvariant(),
        SecurityStamp = Guid.NewGuid().ToString(),
        DisplayName = displayName,
        CreatedAt = now,
        LastUsedAt = now,
        EmailConfirmed = true,
    };

    /// <summary>Takes a new password's hash; steps of a sign-in that were begun with the old one end.</summary>
    public void ChoosePassword(string hash)
    {
        PasswordHash = hash;
        SecurityStamp = Guid.NewGuid().ToString();
    }

    public void Used(DateTime now) => LastUsedAt = now > LastUsedAt ? now : LastUsedAt;

    public void Disable(DateTime now) => DisabledAt = DisabledAt is null ? now : throw new InvalidOperationException("The person is disabled already.");

    /// <summary>Lets the person in again, counting the unused days from now.</summary>
    public void Enable(DateTime now)
    {
        DisabledAt = null;
        LastUsedAt = now;
    }

    public void SetUpTotp(string protectedSecret, long usedStep)
    {
        ProtectedTotpSecret = protectedSecret;
        LastTotpStep = usedStep;
    }

    /// <summary>Spends a code's step.</summary>
    public void UseTotpStep(long step) =>
        LastTotpStep = step > LastTotpStep ? step : throw new InvalidOperationException("A code of this step or a later one has been used.");
}
