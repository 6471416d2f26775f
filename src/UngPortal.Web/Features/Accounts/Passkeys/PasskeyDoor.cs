using System.Text.Json;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using UngPortal.Platform.Data;

namespace UngPortal.Features.Accounts.Passkeys;

/// <summary>Lets somebody in with a passkey: what they have and what they know or are, in one. Each challenge is good for one answer.</summary>
public sealed class PasskeyDoor(PortalDbContext db, SignInManager<StaffMember> signIn, UserManager<StaffMember> people, TimeProvider time)
{
    private static readonly TimeSpan KeepsSpent = TimeSpan.FromMinutes(30);

    private DateTime Now => time.GetUtcNow().UtcDateTime;

    public Task<string> AskAsync() => signIn.MakePasskeyRequestOptionsAsync(null);

    /// <summary>The person whose passkey signed the challenge; null for an answer that is broken, forged or given before, and for somebody who may not sign in.</summary>
    public async Task<StaffMember?> OpenAsync(HttpContext context, string? answer, CancellationToken cancellationToken)
    {
        if (string.IsNullOrEmpty(answer) || !await TrySpendAsync(context, cancellationToken))
        {
            return null;
        }

        try
        {
            var result = await signIn.PerformPasskeyAssertionAsync(answer);
            return result.Succeeded && result.User.MaySignIn(Now) && (await people.AddOrUpdatePasskeyAsync(result.User, result.Passkey)).Succeeded ? result.User : null;
        }
        catch (Exception broken) when (broken is InvalidOperationException or PasskeyException or JsonException or FormatException or ArgumentException)
        {
            return null;
        }
        finally
        {
            // Whatever came of it, the challenge goes: so that no two refusals look different.
            await context.SignOutAsync(IdentityConstants.TwoFactorUserIdScheme);
        }
    }

    /// <summary>The challenge travels in a cookie, so without this note a copy of cookie and answer would open the door again.</summary>
    private async Task<bool> TrySpendAsync(HttpContext context, CancellationToken cancellationToken)
    {
        if ((await context.AuthenticateAsync(IdentityConstants.TwoFactorUserIdScheme)) is not { Principal: { } holder, Properties: { } challenge })
        {
            return false;
        }

        var old = Now - KeepsSpent;
        await db.SpentChallenges.Where(spent => spent.At <= old).ExecuteDeleteAsync(cancellationToken);
        // The challenge stands among the properties: the claims alone are the same for everybody's, and the times change when the cookie is renewed.
        var kept = challenge.Items.Where(item => item.Key is not (".issued" or ".expires")).OrderBy(item => item.Key, StringComparer.Ordinal).Select(item => $"{item.Key}={item.Value}");
        var text = string.Join('\n', holder.Claims.Select(claim => claim.Value).Concat(kept));
        db.SpentChallenges.Add(new SpentChallenge { Hash = StaffSessions.HashOf(Convert.ToHexStringLower(System.Text.Encoding.UTF8.GetBytes(text))), At = Now });
        try
        {
            await db.SaveChangesAsync(cancellationToken);
            return true;
        }
        catch (DbUpdateException)
        {
            db.ChangeTracker.Clear();
            return false;
        }
    }
}
