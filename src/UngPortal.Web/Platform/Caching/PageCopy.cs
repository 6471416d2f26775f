using Microsoft.Extensions.Primitives;

namespace UngPortal.Platform.Caching;

/// <summary>A page's bytes in one encoding, with header values made beforehand so that a hit makes none.</summary>
internal sealed class PageCopy
{
    private PageCopy(byte[] body, string? encoding, string etag)
    {
        Body = body;
        Encoding = encoding;
        ETag = etag;
    }

    public byte[] Body { get; }

    public StringValues Encoding { get; }

    public StringValues ETag { get; }

    /// <summary>Wraps bytes that are already in <paramref name="encoding"/>; <paramref name="tagBeginning"/> is a quote, the content's fingerprint and a dash.</summary>
    public static PageCopy Of(byte[] body, PageEncoding encoding, string tagBeginning, bool best = false) => encoding switch
    {
        PageEncoding.Brotli => new PageCopy(body, "br", tagBeginning + (best ? "b11\"" : "br\"")),
        PageEncoding.Gzip => new PageCopy(body, "gzip", tagBeginning + "gz\""),
        _ => new PageCopy(body, null, tagBeginning + "id\""),
    };

    /// <summary>Whether this is what follows the fingerprint in one of our tags.</summary>
    public static bool IsTagEnd(ReadOnlySpan<char> end) => end is "br\"" or "b11\"" or "gz\"" or "id\"";
}
