using System.Globalization;
using Microsoft.Extensions.Options;
using UngPortal.Kernel;

namespace UngPortal.Platform.Localization;

/// <summary>Takes <c>/nn</c> or <c>/en</c> off the path and into the path base, so that pages and links need not know of it.</summary>
public sealed class LanguagePrefix(RequestDelegate next, IOptions<LanguageOptions> options)
{
    /// <summary>Handles one request.</summary>
    public Task InvokeAsync(HttpContext context)
    {
        // An error page is run through here again, with its own path and the language already known.
        var language = context.Features.Get<Language>() ?? Language.Bokmal;
        foreach (var other in options.Value.All)
        {
            if (!other.IsDefault && context.Request.Path.StartsWithSegments(other.PathPrefix, StringComparison.Ordinal, out var rest))
            {
                language = other;
                context.Request.PathBase = context.Request.PathBase.Add(other.PathPrefix);
                context.Request.Path = rest.HasValue ? rest : "/";
                break;
            }
        }

        context.Features.Set(language);
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = language.Culture;
        return next(context);
    }
}
