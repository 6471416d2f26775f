using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;

namespace UngPortal.Platform.Security;

/// <summary>Puts the security headers on every response as it starts, whoever wrote it: pages, files, redirects, 304s and errors.</summary>
/// <remarks>No nonces, since pages are stored. Sources: quality.md "Security"; ASVS 5.0 V3.4.1, V3.4.3 to V3.4.8, V14.3.2.</remarks>
internal sealed class SecurityHeaders
{
    public const string ReportPath = "/csp-rapport";
    private static readonly StringValues Hsts = "max-age=63072000; includeSubDomains; preload";
    private static readonly StringValues NoSniff = "nosniff";
    private static readonly StringValues NoReferrer = "no-referrer";
    private static readonly StringValues Deny = "DENY";
    private static readonly StringValues SameOrigin = "same-origin";
    private static readonly StringValues CrossOrigin = "cross-origin";
    private static readonly StringValues NoStore = "no-store";
    private static readonly StringValues Reporting = $"csp=\"{ReportPath}\"";
    private static readonly StringValues FilePolicy = "sandbox; default-src 'none'; style-src 'unsafe-inline'";
    private static readonly StringValues AllClosed = PermissionsPolicy.Closed;
    private static readonly StringValues CameraOpen = PermissionsPolicy.WithCamera;
    private static readonly StringValues PositionOpen = PermissionsPolicy.WithPosition;
    private static readonly FileExtensionContentTypeProvider Types = new();
    private readonly RequestDelegate _next;
    private readonly Func<object, Task> _write;
    private readonly StringValues _pagePolicy;

    public SecurityHeaders(RequestDelegate next, IOptions<SecurityHeaderOptions> options)
    {
        _next = next;
        _write = state => Write((HttpContext)state);
        _pagePolicy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; media-src 'self'; font-src 'self'; connect-src 'self'; "
            + "manifest-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; "
            + $"trusted-types {options.Value.TrustedTypes}; report-to csp";
    }

    public Task InvokeAsync(HttpContext context)
    {
        context.Response.OnStarting(_write, context);
        return _next(context);
    }

    private static StringValues PolicyOf(EndpointMetadataCollection? page) =>
        page?.GetMetadata<CameraPageAttribute>() is not null ? CameraOpen : page?.GetMetadata<PositionPageAttribute>() is not null ? PositionOpen : AllClosed;

    private static SandboxedPageAttribute? PageOf(HttpContext context) => context.GetEndpoint()?.Metadata.GetMetadata<SandboxedPageAttribute>();

    private Task Write(HttpContext context)
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = PageOf(context) is { } page ? SandboxPolicy.Of(context.Request, page) : IsFile(context) ? FilePolicy : _pagePolicy;
        headers["Reporting-Endpoints"] = Reporting;
        headers.XContentTypeOptions = NoSniff;
        headers["Referrer-Policy"] = NoReferrer;
        headers.XFrameOptions = Deny;
        headers["Cross-Origin-Opener-Policy"] = SameOrigin;
        headers["Cross-Origin-Resource-Policy"] = context.Request.Path.StartsWithSegments(SandboxedPageAttribute.Folder) ? CrossOrigin : SameOrigin;
        headers["Permissions-Policy"] = PolicyOf(context.GetEndpoint()?.Metadata);
        if (context.Request.IsHttps)
        {
            headers.StrictTransportSecurity = Hsts;
        }

        if (headers.CacheControl.Count == 0)
        {
            headers.CacheControl = NoStore;
        }

        // Bundled files and health checks name no charset; source: ASVS 5.0 V4.1.1.
        if (context.Response.ContentType is "text/css" or "text/javascript" or "text/plain" or "image/svg+xml")
        {
            context.Response.ContentType += "; charset=utf-8";
        }

        return Task.CompletedTask;
    }

    /// <summary>Pictures, films, captions, sound and PDFs, which a browser may open by themselves. A 304 carries no type; its path tells.</summary>
    private static bool IsFile(HttpContext context)
    {
        var type = context.Response.Headers.ContentType.Count > 0 ? context.Response.ContentType : null;
        if (type is null && context.Response.StatusCode == StatusCodes.Status304NotModified
            && context.Request.Path.Value is { } path && path.AsSpan(path.LastIndexOf('/') + 1).Contains('.'))
        {
            Types.TryGetContentType(path, out type);
        }

        return type is not null
            && (type.StartsWith("image/", StringComparison.OrdinalIgnoreCase)
                || type.StartsWith("video/", StringComparison.OrdinalIgnoreCase)
                || type.StartsWith("audio/", StringComparison.OrdinalIgnoreCase)
                || type.StartsWith("text/vtt", StringComparison.OrdinalIgnoreCase)
                || type.StartsWith("application/pdf", StringComparison.OrdinalIgnoreCase)
                || type.StartsWith("application/octet-stream", StringComparison.OrdinalIgnoreCase));
    }
}
