using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Extensions.FileProviders;
using Microsoft.Net.Http.Headers;
using UngPortal.Platform.Caching;
using UngPortal.Platform.Media.Films;
using UngPortal.Platform.Media.Pictures;
using UngPortal.Platform.Media.Storing;

namespace UngPortal.Platform.Media;

/// <summary>Serves the media folder: with ranges, for good, and inert when opened by itself.</summary>
public static class MediaWiring
{
    /// <summary>Registers the folder, the sheets made of it, the store for uploads and the processes that decode them.</summary>
    public static void AddPortalMedia(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<MediaFolder>();
        builder.Services.AddSingleton<PictureSheets>();
        builder.Services.AddOptions<PictureOptions>().BindConfiguration(PictureOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        builder.Services.AddSingleton<PictureProcess>();
        builder.Services.AddOptions<FilmOptions>().BindConfiguration(FilmOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        builder.Services.AddSingleton<FilmTools>();
        builder.Services.AddSingleton<FilmStudio>();
        builder.Services.AddOptions<S3Options>().BindConfiguration(S3Options.Section).ValidateDataAnnotations().ValidateOnStart();
        if (builder.Configuration.GetSection(S3Options.Section).Get<S3Options>() is { IsUsed: true })
        {
            builder.Services.AddSingleton<IMediaStore, S3MediaStore>();
        }
        else
        {
            builder.Services.AddSingleton<IMediaStore, FolderMediaStore>();
        }
    }

    /// <summary>Maps <see cref="MediaFolder.UrlPrefix"/>; only the known kinds of file leave.</summary>
    public static void UseMedia(this WebApplication app)
    {
        const string drawing = "image/svg+xml; charset=utf-8";
        var types = new FileExtensionContentTypeProvider(new Dictionary<string, string>
        {
            [".svg"] = drawing,
            [MediaFolder.Compressed] = drawing,
            [".jpg"] = "image/jpeg",
            [".webp"] = "image/webp",
            [".avif"] = "image/avif",
            [".webm"] = "video/webm",
            [".mp4"] = "video/mp4",
            [".vtt"] = "text/vtt; charset=utf-8",
        });
        var folder = app.Services.GetRequiredService<MediaFolder>();
        app.Use((context, next) => PreferCompressed(context, next, folder));
        app.UseStaticFiles(new StaticFileOptions
        {
            RequestPath = MediaFolder.UrlPrefix,
            FileProvider = new PhysicalFileProvider(folder.Root),
            ContentTypeProvider = types,
            OnPrepareResponse = file =>
            {
                var headers = file.Context.Response.Headers;
                headers.CacheControl = "public, max-age=31536000, immutable";
                if (file.Context.Response.ContentType == drawing)
                {
                    headers.Vary = HeaderNames.AcceptEncoding;
                }

                if (file.File.Name.EndsWith(MediaFolder.Compressed, StringComparison.Ordinal))
                {
                    headers.ContentEncoding = "br";
                }
            },
        });
    }

    /// <summary>Hands out the compressed copy of a drawing to those who take it. A part of it would be of no use, so ranges get the plain file.</summary>
    private static Task PreferCompressed(HttpContext context, RequestDelegate next, MediaFolder folder)
    {
        var request = context.Request;
        if (request.Path.StartsWithSegments(MediaFolder.UrlPrefix, out var rest) && rest.Value is { Length: > 1 } name
            && name.EndsWith(".svg", StringComparison.Ordinal) && !name.AsSpan(1).ContainsAny('/', '\\', '\0')
            && request.Headers.Range.Count == 0 && AcceptEncoding.Best(request.Headers.AcceptEncoding) == PageEncoding.Brotli
            && File.Exists(folder.PathOf(name[1..] + MediaFolder.Compressed)))
        {
            request.Path += MediaFolder.Compressed;
        }

        return next(context);
    }
}
