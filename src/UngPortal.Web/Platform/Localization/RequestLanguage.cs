using UngPortal.Kernel;

namespace UngPortal.Platform.Localization;

/// <summary>What a page needs to know of the request's language.</summary>
public static class RequestLanguage
{
    extension(HttpContext context)
    {
        /// <summary>The language of this request's address.</summary>
        public Language Language => context.Features.Get<Language>() ?? Language.Bokmal;

        /// <summary>The path without language prefix, as the visitor asked for it.</summary>
        public string PathWithoutLanguage => context.Features.Get<Microsoft.AspNetCore.Diagnostics.IStatusCodeReExecuteFeature>()?.OriginalPath
            ?? context.Request.Path.Value
            ?? "/";
    }
}
