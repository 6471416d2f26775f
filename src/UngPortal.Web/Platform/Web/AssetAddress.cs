using Microsoft.AspNetCore.Components;

namespace UngPortal.Platform.Web;

/// <summary>Fingerprinted addresses of bundled files; they never carry the language prefix, so that each is fetched once.</summary>
public static class AssetAddress
{
    private const string FontFolder = "assets/fonts/";
    private const string PlainName = "label";

    extension(HttpContext context)
    {
        /// <summary>The address of a file under <c>wwwroot/assets</c>, e.g. <c>site.css</c>.</summary>
        public string Asset(string name)
        {
            var path = $"assets/{name}";
            return "/" + (context.GetEndpoint()?.Metadata.GetMetadata<ResourceAssetCollection>()?[path] ?? path);
        }

        /// <summary>The address of the one font as the styles name it, or null where no page was found.</summary>
        public string? FontAsset => context.GetEndpoint()?.Metadata.GetMetadata<ResourceAssetCollection>()?
            .FirstOrDefault(asset => asset.Url.StartsWith(FontFolder, StringComparison.Ordinal) && asset.Properties?.Any(property => property.Name == PlainName) != true) is { } font
                ? "/" + font.Url
                : null;
    }

    /// <summary>Fonts carry the bundler's hash in their names, which the framework doesn't know of: they never change either.</summary>
    public static void UseLastingFonts(this WebApplication app) => app.Use((context, next) =>
    {
        if (context.Request.Path.StartsWithSegments("/" + FontFolder.TrimEnd('/')))
        {
            context.Response.OnStarting(() =>
            {
                if (context.Response.StatusCode is StatusCodes.Status200OK or StatusCodes.Status206PartialContent or StatusCodes.Status304NotModified)
                {
                    context.Response.Headers.CacheControl = "public, max-age=31536000, immutable";
                }

                return Task.CompletedTask;
            });
        }

        return next(context);
    });
}
