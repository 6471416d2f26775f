using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Options;
using UngPortal.Platform.Web;

namespace UngPortal.Features.Questions;

/// <summary>Remembers for half an hour which thread a visitor has opened, so that the code stands in no address and a reload sends nothing again.</summary>
/// <remarks>One cookie without an age, encrypted; "Forlat siden" and "Avslutt" take it away. The code itself is in it only on the way to the receipt.</remarks>
public sealed class ThreadVisits(IDataProtectionProvider protection, IOptions<PublicAddress> site, TimeProvider time)
{
    public const string Cookie = "samtale";
    public static readonly TimeSpan Lasts = TimeSpan.FromMinutes(30);

    private readonly IDataProtector _protector = protection.CreateProtector("question-thread-visit");

    public void Begin(HttpContext context, Guid threadId, string code = "")
    {
        var until = (time.GetUtcNow() + Lasts).UtcTicks.ToString(CultureInfo.InvariantCulture);
        context.Response.Cookies.Append(site.Value.CookieName(Cookie), _protector.Protect($"{until}|{threadId:N}|{code}"), Options());
    }

    /// <summary>The visit that is going on; null when there is none, or it has ended.</summary>
    public Visit? Of(HttpContext context)
    {
        if (context.Request.Cookies[site.Value.CookieName(Cookie)] is not { Length: > 0 and < 2_000 } kept)
        {
            return null;
        }

        try
        {
            var parts = _protector.Unprotect(kept).Split('|');
            return long.Parse(parts[0], CultureInfo.InvariantCulture) > time.GetUtcNow().UtcTicks ? new Visit(Guid.ParseExact(parts[1], "N"), parts[2]) : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    public void End(HttpContext context) => context.Response.Cookies.Delete(site.Value.CookieName(Cookie), Options());

    private CookieOptions Options() => new() { HttpOnly = true, IsEssential = true, Path = "/", SameSite = SameSiteMode.Strict, Secure = site.Value.SecureCookies };

    public sealed record Visit(Guid ThreadId, string Code);
}
