using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Extensions.FileProviders;

namespace UngPortal.Platform.Media;

/// <summary>Serves the media folder: with ranges, for good, and inert when opened by itself.</summary>
public static class MediaWiring
{
    /// <summary>Maps <see cref="MediaFolder.UrlPrefix"/>; only the known kinds of file leave.</summary>
    public static void UseMedia(this WebApplication app)
    {
        var types = new FileExtensionContentTypeProvider(new Dictionary<string, string>
        {
            [".svg"] = "image/svg+xml; charset=utf-8",
            [".jpg"] = "image/jpeg",
            [".webp"] = "image/webp",
            [".avif"] = "image/avif",
            [".webm"] = "video/webm",
            [".mp4"] = "video/mp4",
            [".vtt"] = "text/vtt; charset=utf-8",
        });
        app.UseStaticFiles(new StaticFileOptions
        {
            RequestPath = MediaFolder.UrlPrefix,
            FileProvider = new PhysicalFileProvider(app.Services.GetRequiredService<MediaFolder>().Root),
            ContentTypeProvider = types,
            OnPrepareResponse = file =>
            {
                file.Context.Response.Headers.CacheControl = "public, max-age=31536000, immutable";
            },
        });
    }
}
