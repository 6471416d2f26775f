using System.Text;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;

namespace UngPortal.Platform.Caching;

/// <summary>Tells which requests a stored page may answer, and under which key; and hides from a page what isn't in its key.</summary>
/// <remarks>The parts of a key are parted by line feeds; a request with control characters in a part has no key, so no part can be forged.</remarks>
internal sealed class PageKeys(IOptions<PageCacheOptions> options)
{
    private const int MaxPathLength = 300;
    private const int MaxValueLength = 100;
    private const int MaxValues = 8;
    private readonly PageCacheOptions _options = options.Value;
    private readonly KeyValuePair<string, ISet<string>>[] _varying = [.. options.Value.VaryByCookie.OrderBy(vary => vary.Key, StringComparer.Ordinal)];

    /// <summary>The key, or null when the request is private, unsafe or unreasonable.</summary>
    public string? Of(HttpRequest request)
    {
        var headers = request.Headers;
        if ((!HttpMethods.IsGet(request.Method) && !HttpMethods.IsHead(request.Method)) || headers.Authorization.Count > 0)
        {
            return null;
        }

        var path = request.PathBase.HasValue ? request.PathBase.Value + request.Path.Value : request.Path.Value ?? "";
        if (path.Length > MaxPathLength || HasControl(path))
        {
            return null;
        }

        var hasCookies = headers.Cookie.Count > 0;
        if (!request.QueryString.HasValue && !hasCookies)
        {
            return path;
        }

        var key = new StringBuilder(path);
        return AppendQuery(key, request) && (!hasCookies || AppendCookies(key, request.Cookies)) ? key.ToString() : null;
    }

    /// <summary>Leaves the page with the query keys and cookies of its key only, so that no reader's other input ends up in everyone's copy.</summary>
    public void HideTheRest(HttpRequest request)
    {
        if (request.QueryString.HasValue)
        {
            request.QueryString = QueryString.Create(_options.QueryKeys
                .SelectMany(name => request.Query[name], (name, value) => KeyValuePair.Create(name, value)));
        }

        if (request.Headers.Cookie.Count > 0)
        {
            request.Headers.Cookie = new StringValues(KnownCookies(request.Cookies) is { Length: > 0 } known ? known : null);
        }
    }

    private bool AppendQuery(StringBuilder key, HttpRequest request)
    {
        if (!request.QueryString.HasValue)
        {
            return true;
        }

        foreach (var name in _options.PrivateQueryKeys)
        {
            if (request.Query[name].Any(value => !string.IsNullOrEmpty(value)))
            {
                return false;
            }
        }

        var values = 0;
        foreach (var name in _options.QueryKeys)
        {
            foreach (var value in request.Query[name])
            {
                if (++values > MaxValues || value is null or { Length: > MaxValueLength } || HasControl(value))
                {
                    return false;
                }

                key.Append("\n?").Append(name).Append('=').Append(value);
            }
        }

        return true;
    }

    private bool AppendCookies(StringBuilder key, IRequestCookieCollection cookies)
    {
        foreach (var (name, _) in cookies)
        {
            foreach (var beginning in _options.PrivateCookies)
            {
                if (name.StartsWith(beginning, StringComparison.Ordinal))
                {
                    return false;
                }
            }
        }

        if (KnownCookies(cookies) is { Length: > 0 } known)
        {
            key.Append("\n;").Append(known);
        }

        return true;
    }

    private string KnownCookies(IRequestCookieCollection cookies)
    {
        var known = "";
        foreach (var (name, values) in _varying)
        {
            if (cookies.TryGetValue(name, out var value) && values.Contains(value))
            {
                known = known.Length == 0 ? $"{name}={value}" : $"{known}; {name}={value}";
            }
        }

        return known;
    }

    private static bool HasControl(string text) => text.AsSpan().ContainsAnyInRange('\0', '\x1f');
}
