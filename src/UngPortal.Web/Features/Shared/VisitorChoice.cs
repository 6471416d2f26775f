using Microsoft.Extensions.Options;
using UngPortal.Kernel;
using UngPortal.Platform.Web;

namespace UngPortal.Features.Shared;

/// <summary>What the visitor has chosen: an age band and an appearance. Each lives in one cookie that holds nothing else.</summary>
public sealed class VisitorChoice(IOptions<AgeBandOptions> bands, IOptions<PublicAddress> site)
{
    public static readonly IReadOnlyList<string> Appearances = ["light", "dark"];

    /// <summary>The choice of no band.</summary>
    public const string NoBand = "alle";

    public const string BandCookie = "alder";
    public const string AppearanceCookie = "tema";

    public IReadOnlyList<AgeBand> Bands => bands.Value.All;

    public AgeBand? BandOf(HttpContext context) =>
        context.Request.Cookies[site.Value.CookieName(BandCookie)] is { } key ? Bands.FirstOrDefault(band => band.Key == key) : null;

    public string? AppearanceOf(HttpContext context) =>
        context.Request.Cookies[site.Value.CookieName(AppearanceCookie)] is { } value && Appearances.Contains(value) ? value : null;

    /// <summary>Remembers a choice for a year; null forgets it.</summary>
    public void Remember(HttpContext context, string cookie, string? value)
    {
        var options = new CookieOptions { HttpOnly = true, IsEssential = true, Path = "/", SameSite = SameSiteMode.Strict, Secure = site.Value.SecureCookies };
        if (value is null)
        {
            context.Response.Cookies.Delete(site.Value.CookieName(cookie), options);
            return;
        }

        options.MaxAge = TimeSpan.FromDays(365);
        context.Response.Cookies.Append(site.Value.CookieName(cookie), value, options);
    }
}
