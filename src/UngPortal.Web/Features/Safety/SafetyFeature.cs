using Microsoft.Extensions.Options;
using UngPortal.Platform.Web;

namespace UngPortal.Features.Safety;

/// <summary>The way out, which clears what the browser holds of us and leads to a neutral site; and the eye for signs of danger.</summary>
public static class SafetyFeature
{
    public static void AddSafety(this WebApplicationBuilder builder) =>
        builder.Services.AddSingleton(_ => CrisisDetector.Load(Path.Combine(AppContext.BaseDirectory, "lexicon", "safety")));

    public static void MapSafety(this WebApplication app)
    {
        app.Services.GetRequiredService<CrisisDetector>(); // What can't be read stops the site now, not at the first question.
        app.MapGet("/forlat", Leave).WithName("Exit").AllowAnonymous();
    }

    private static IResult Leave(HttpContext context, IOptions<PublicAddress> site)
    {
        Clear(context);
        context.Response.Headers.Location = site.Value.ExitTo;
        return Results.StatusCode(StatusCodes.Status303SeeOther);
    }

    private static void Clear(HttpContext context)
    {
        context.Response.Headers["Clear-Site-Data"] = "\"cache\", \"cookies\", \"storage\"";
        context.Response.Headers.CacheControl = "no-store";
        foreach (var cookie in context.Request.Cookies.Keys)
        {
            context.Response.Cookies.Delete(cookie, new CookieOptions { Path = "/", Secure = cookie.StartsWith("__Host-", StringComparison.Ordinal), HttpOnly = true, SameSite = SameSiteMode.Strict });
        }
    }
}
