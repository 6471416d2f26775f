namespace UngPortal.Platform.Security;

/// <summary>The content security policy of pages on which somebody else's script runs.</summary>
/// <remarks>
/// Without <c>allow-same-origin</c> the page belongs to no origin, so <c>'self'</c> would say little: addresses stand there whole. What it opens in a new window
/// is a page like any other; shut in as well, our own pages would refuse to load there. Nothing is reported, since the breaches would be somebody else's.
/// </remarks>
internal static class SandboxPolicy
{
    private const string NoOrigin = "sandbox; default-src 'none'";

    /// <summary>The policy for a page at the host that was asked for; nothing may run where that is no host's name.</summary>
    public static string Of(HttpRequest request, SandboxedPageAttribute page)
    {
        if (!Uri.TryCreate($"{request.Scheme}://{request.Host}", UriKind.Absolute, out var address))
        {
            return NoOrigin;
        }

        var origin = address.GetLeftPart(UriPartial.Authority);
        var files = $"{origin}{SandboxedPageAttribute.Folder}/";
        return "sandbox allow-scripts allow-forms allow-popups allow-popups-to-escape-sandbox; default-src 'none'; "
            + $"script-src {files}; style-src {files} 'unsafe-inline'; img-src {files} data:; connect-src {origin}{page.Connects} {origin}{page.Connects}/; "
            + "form-action 'none'; base-uri 'none'; frame-ancestors 'none'";
    }
}
