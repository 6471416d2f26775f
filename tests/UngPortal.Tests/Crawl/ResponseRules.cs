namespace UngPortal.Tests.Crawl;

/// <summary>What every response must carry, whatever it answers.</summary>
internal static class ResponseRules
{
    public const string PagePolicy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; media-src 'self'; font-src 'self'; connect-src 'self'; "
        + "manifest-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; "
        + "trusted-types portal; report-to csp";

    public const string FilePolicy = "sandbox; default-src 'none'; style-src 'unsafe-inline'";

    /// <summary>That of the one page with somebody else's script.</summary>
    public const string SandboxPolicy =
        "sandbox allow-scripts allow-forms allow-popups allow-popups-to-escape-sandbox; default-src 'none'; script-src https://localhost/assets/sandbox/; "
        + "style-src https://localhost/assets/sandbox/ 'unsafe-inline'; img-src https://localhost/assets/sandbox/ data:; "
        + "connect-src https://localhost/api/v1 https://localhost/api/v1/; form-action 'none'; base-uri 'none'; frame-ancestors 'none'";

    private static readonly Dictionary<string, string> Fixed = new(StringComparer.Ordinal)
    {
        ["X-Content-Type-Options"] = "nosniff",
        ["Referrer-Policy"] = "no-referrer",
        ["X-Frame-Options"] = "DENY",
        ["Cross-Origin-Opener-Policy"] = "same-origin",
        ["Cross-Origin-Resource-Policy"] = "same-origin",
    };

    private static readonly string[] Talkative = ["Server", "X-Powered-By", "X-AspNet-Version", "X-AspNetMvc-Version", "Via"];

    /// <summary>The rules a response breaks.</summary>
    public static IEnumerable<(string Rule, string Fault)> Of(string path, HttpResponseMessage response)
    {
        var type = response.Content.Headers.ContentType;
        var isFile = type?.MediaType is { } media && (media.StartsWith("image/", StringComparison.Ordinal) || media.StartsWith("video/", StringComparison.Ordinal) || media == "text/vtt");
        if (Header(response, "Strict-Transport-Security") != "max-age=63072000; includeSubDomains; preload")
        {
            yield return ("V3_4_1", path);
        }

        if (Header(response, "Content-Security-Policy") is var policy && policy != (isFile ? FilePolicy : IsSandbox(path) && response.IsSuccessStatusCode ? SandboxPolicy : PagePolicy))
        {
            yield return ("V3_4_3", $"{path}: {policy}");
        }

        foreach (var (name, value) in Fixed.Where(pair => Header(response, pair.Key) != pair.Value && !(pair.Key == "Cross-Origin-Resource-Policy" && IsForSandbox(path))))
        {
            yield return ("V3_4_4", $"{path}: {name} is not {value}");
        }

        if (!Header(response, "Permissions-Policy").Contains("camera=(), ", StringComparison.Ordinal))
        {
            yield return ("V3_4_4", $"{path}: Permissions-Policy");
        }

        var isText = type?.MediaType is { } kind && (kind.StartsWith("text/", StringComparison.Ordinal) || kind.EndsWith("xml", StringComparison.Ordinal));
        if (isText && !string.Equals(type!.CharSet, "utf-8", StringComparison.OrdinalIgnoreCase))
        {
            yield return ("V4_1_1", $"{path}: {type}");
        }

        foreach (var name in Talkative.Where(name => Header(response, name).Length > 0))
        {
            yield return ("V13_4_6", $"{path}: {name}");
        }

        if (Header(response, "Cache-Control").Length == 0)
        {
            yield return ("V14_3_2", path);
        }

        if (response.Headers.TryGetValues("Set-Cookie", out var cookies) && !IsForm(path) && cookies.Any(cookie => !IsErased(cookie)))
        {
            yield return ("cookies", $"{path}: {Header(response, "Set-Cookie")}");
        }
    }

    /// <summary>The value of a header, wherever it is kept.</summary>
    public static string Header(HttpResponseMessage response, string name) =>
        response.Headers.TryGetValues(name, out var values) || response.Content.Headers.TryGetValues(name, out values) ? string.Join(", ", values) : "";

    private static bool IsSandbox(string path) => path.EndsWith("/api/prov", StringComparison.Ordinal);

    private static bool IsForSandbox(string path) => path.StartsWith("/assets/sandbox/", StringComparison.Ordinal);

    /// <summary>The way out takes cookies away.</summary>
    private static bool IsErased(string cookie) => cookie.Contains("=; expires=Thu, 01 Jan 1970", StringComparison.Ordinal);

    /// <summary>The two pages with a form that changes something; only they hold a token.</summary>
    private static bool IsForm(string path) =>
        path.Split('?')[0] is var bare && (bare.EndsWith("/tilbakemelding", StringComparison.Ordinal) || bare.EndsWith("/innstillinger", StringComparison.Ordinal) || bare.EndsWith("/still-sporsmal", StringComparison.Ordinal) || bare.EndsWith("/sjekk-svar", StringComparison.Ordinal));
}
