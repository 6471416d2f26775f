using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Options;
using UngPortal.Platform.Web;

namespace UngPortal.Features.Questions;

/// <summary>Remembers which thread a visitor has opened, so that the code stands in no address and a reload sends nothing again: until it is left alone for half an hour, and for four hours at most, since devices are shared.</summary>
/// <remarks>One cookie without an age, encrypted; "Forlat siden" and "Avslutt" take it away. The code itself is in it only on the way to the receipt, and is read for half an hour from when it was made however long the visit lasts.</remarks>
public sealed class ThreadVisits(IDataProtectionProvider protection, IOptions<PublicAddress> site, TimeProvider time)
{
    public const string Cookie = "samtale";
    public static readonly TimeSpan Lasts = TimeSpan.FromMinutes(30);
    public static readonly TimeSpan LastsAtMost = TimeSpan.FromHours(4);

    private readonly IDataProtector _protector = protection.CreateProtector("question-thread-visit");

    public Visit Begin(HttpContext context, Guid threadId, string code = "") => Keep(context, new Visit(threadId, code, time.GetUtcNow()));

    /// <summary>The visit that is going on, which lasts longer for it; null when there is none, or it has ended.</summary>
    public Visit? GoOn(HttpContext context) => Of(context) is { } visit ? Keep(context, visit) : null;

    /// <summary>The visit that is going on; null when there is none, or it has ended.</summary>
    public Visit? Of(HttpContext context)
    {
        if (context.Request.Cookies[site.Value.CookieName(Cookie)] is not { Length: > 0 and < 2_000 } kept)
        {
            return null;
        }

        try
        {
            return _protector.Unprotect(kept).Split('|') is [var until, var thread, var code, var began] && TimeOf(until) > time.GetUtcNow()
                ? new Visit(Guid.ParseExact(thread, "N"), TimeOf(began) + Lasts > time.GetUtcNow() ? code : "", TimeOf(began))
                : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    public void End(HttpContext context) => context.Response.Cookies.Delete(site.Value.CookieName(Cookie), Options());

    private Visit Keep(HttpContext context, Visit visit)
    {
        var (soon, last) = (time.GetUtcNow() + Lasts, visit.BeganAt + LastsAtMost);
        context.Response.Cookies.Append(site.Value.CookieName(Cookie), _protector.Protect($"{Write(soon < last ? soon : last)}|{visit.ThreadId:N}|{visit.Code}|{Write(visit.BeganAt)}"), Options());
        return visit;
    }

    private static string Write(DateTimeOffset moment) => moment.UtcTicks.ToString(CultureInfo.InvariantCulture);

    private static DateTimeOffset TimeOf(string ticks) => new(long.Parse(ticks, CultureInfo.InvariantCulture), TimeSpan.Zero);

    private CookieOptions Options() => new() { HttpOnly = true, IsEssential = true, Path = "/", SameSite = SameSiteMode.Strict, Secure = site.Value.SecureCookies };

    public sealed record Visit(Guid ThreadId, string Code, DateTimeOffset BeganAt);
}
