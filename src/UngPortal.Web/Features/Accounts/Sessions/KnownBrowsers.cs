using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Options;
using UngPortal.Features.Accounts.SigningIn;
using UngPortal.Platform.Web;

namespace UngPortal.Features.Accounts.Sessions;

/// <summary>Remembers, in the browser alone, that somebody has signed in with it. Wrong tries from there are counted by themselves, so that no stranger's tries can shut its owner out. Source: ASVS 5.0 V6.1.1, V6.3.1.</summary>
public sealed class KnownBrowsers(IDataProtectionProvider protection, IOptions<PublicAddress> site, TimeProvider time)
{
    public const string CookieName = "ansatt-kjent";
    private const int MarkBytes = 16;
    private static readonly TimeSpan Lasts = TimeSpan.FromDays(StaffMember.UnusedDaysMost);
    private readonly IDataProtector _protector = protection.CreateProtector("staff-known-browser");

    private string Name => site.Value.CookieName(CookieName);

    /// <summary>Marks the browser as one that the person has signed in with. It opens nothing.</summary>
    public void Remember(HttpContext context, StaffMember person)
    {
        var until = time.GetUtcNow() + Lasts;
        string[] accounts = [SignInThrottle.HashOf(person.Email!), SignInThrottle.HashOf(SignInThrottle.CodesOf(person))];
        var mark = MarkOf(context, accounts[0]) ?? Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(MarkBytes));
        var text = string.Create(CultureInfo.InvariantCulture, $"{mark}:{until.ToUnixTimeSeconds()}:{string.Join(':', accounts)}");
        context.Response.Cookies.Append(Name, _protector.Protect(text), new CookieOptions
        {
            HttpOnly = true,
            IsEssential = true,
            SameSite = SameSiteMode.Strict,
            Secure = site.Value.SecureCookies || context.Request.IsHttps,
            Path = "/",
            MaxAge = Lasts,
        });
    }

    /// <summary>What the browser's tries for the account are counted under; null for a browser that nobody has signed in to the account with.</summary>
    public string? MarkOf(HttpContext context, string accountHash)
    {
        try
        {
            return context.Request.Cookies[Name] is { Length: > 0 } kept && _protector.Unprotect(kept).Split(':') is [var mark, var until, .. var accounts]
                && accounts.Contains(accountHash) && long.Parse(until, CultureInfo.InvariantCulture) >= time.GetUtcNow().ToUnixTimeSeconds()
                ? mark
                : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
