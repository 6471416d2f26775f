using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using UngPortal.Platform.Data;

namespace UngPortal.Features.Accounts.SigningIn;

/// <summary>What is remembered between the password and the second factor, for ten minutes: who, and with which password. It opens nothing.</summary>
public sealed class SecondStep(PortalDbContext db, IOptionsMonitor<CookieAuthenticationOptions> cookies, TimeProvider time)
{
    private const string StampClaim = "stamp";
    private const string PersonClaim = "person";

    public static Task BeginAsync(HttpContext context, StaffMember person)
    {
        Claim[] claims = [new(PersonClaim, person.Id.ToString(CultureInfo.InvariantCulture)), new(StampClaim, person.SecurityStamp!)];
        return context.SignInAsync(IdentityConstants.TwoFactorUserIdScheme, new ClaimsPrincipal(new ClaimsIdentity(claims, IdentityConstants.TwoFactorUserIdScheme)));
    }

    /// <summary>Whose password was right; null when nobody's was, the time is over, or the password was changed meanwhile.</summary>
    public async Task<StaffMember?> FindAsync(HttpContext context, CancellationToken cancellationToken)
    {
        var step = (await context.AuthenticateAsync(IdentityConstants.TwoFactorUserIdScheme)).Principal;
        return int.TryParse(step?.FindFirst(PersonClaim)?.Value, CultureInfo.InvariantCulture, out var id)
            && await db.Staff.FirstOrDefaultAsync(member => member.Id == id, cancellationToken) is { } person
            && person.SecurityStamp == step!.FindFirst(StampClaim)?.Value && person.MaySignIn(time.GetUtcNow().UtcDateTime)
            ? person
            : null;
    }

    /// <summary>Whether the browser still carries a step, be it over or not.</summary>
    public bool IsCarried(HttpContext context) => context.Request.Cookies.ContainsKey(cookies.Get(IdentityConstants.TwoFactorUserIdScheme).Cookie.Name!);

    public static Task EndAsync(HttpContext context) => context.SignOutAsync(IdentityConstants.TwoFactorUserIdScheme);
}
