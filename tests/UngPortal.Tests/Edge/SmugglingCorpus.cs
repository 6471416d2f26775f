namespace UngPortal.Tests.Edge;

/// <summary>Requests whose end two servers may see in different places. Each is one request; <see cref="Hidden"/> stands where a second one could begin.</summary>
internal static class SmugglingCorpus
{
    /// <summary>The path that nobody asked for: whoever sees it took a part of a body for a request.</summary>
    public const string HiddenPath = "/smuglet";

    private const string Hidden = $"GET {HiddenPath} HTTP/1.1\r\nHost: localhost\r\n\r\n";
    private const string Post = "POST /tilbakemelding HTTP/1.1\r\nHost: localhost\r\n";
    private const string Chunked = "Transfer-Encoding: chunked\r\n";
    private const string Ended = "0\r\n\r\n";

    public static readonly IReadOnlyDictionary<string, string> Requests = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["plain body"] = $"{Post}Content-Length: {Hidden.Length}\r\n\r\n{Hidden}",
        ["CL.TE"] = $"{Post}Content-Length: {Ended.Length + Hidden.Length}\r\n{Chunked}\r\n{Ended}{Hidden}",
        ["TE before CL"] = $"{Post}{Chunked}Content-Length: {Ended.Length + Hidden.Length}\r\n\r\n{Ended}{Hidden}",
        ["TE.CL"] = $"{Post}Content-Length: 4\r\n{Chunked}\r\n{Hidden.Length:x}\r\n{Hidden}\r\n{Ended}",
        ["GET CL.TE"] = $"GET /om HTTP/1.1\r\nHost: localhost\r\nContent-Length: {Ended.Length + Hidden.Length}\r\n{Chunked}\r\n{Ended}{Hidden}",
        ["GET with a body"] = $"GET /om HTTP/1.1\r\nHost: localhost\r\nContent-Length: {Hidden.Length}\r\n\r\n{Hidden}",
        ["HEAD with a body"] = $"HEAD /om HTTP/1.1\r\nHost: localhost\r\nContent-Length: {Hidden.Length}\r\n\r\n{Hidden}",
        ["space before the colon"] = $"{Post}Content-Length: {Ended.Length + Hidden.Length}\r\nTransfer-Encoding : chunked\r\n\r\n{Ended}{Hidden}",
        ["tab for a space"] = $"{Post}Content-Length: {Ended.Length + Hidden.Length}\r\nTransfer-Encoding:\tchunked\r\n\r\n{Ended}{Hidden}",
        ["vertical tab"] = $"{Post}Content-Length: {Ended.Length + Hidden.Length}\r\nTransfer-Encoding:\vchunked\r\n\r\n{Ended}{Hidden}",
        ["xchunked"] = $"{Post}Content-Length: {Ended.Length + Hidden.Length}\r\nTransfer-Encoding: xchunked\r\n\r\n{Ended}{Hidden}",
        ["identity, chunked"] = $"{Post}Content-Length: {Ended.Length + Hidden.Length}\r\nTransfer-Encoding: identity, chunked\r\n\r\n{Ended}{Hidden}",
        ["chunked, identity"] = $"{Post}Content-Length: {Ended.Length + Hidden.Length}\r\nTransfer-Encoding: chunked, identity\r\n\r\n{Ended}{Hidden}",
        ["chunked twice"] = $"{Post}{Chunked}{Chunked}\r\n{Hidden.Length:x}\r\n{Hidden}\r\n{Ended}",
        ["quoted chunked"] = $"{Post}Content-Length: {Ended.Length + Hidden.Length}\r\nTransfer-Encoding: \"chunked\"\r\n\r\n{Ended}{Hidden}",
        ["obs-fold in TE"] = $"{Post}Content-Length: {Ended.Length + Hidden.Length}\r\nTransfer-Encoding:\r\n chunked\r\n\r\n{Ended}{Hidden}",
        ["obs-fold hides TE"] = $"{Post}X-Fold: a\r\n {Chunked}Content-Length: {Ended.Length + Hidden.Length}\r\n\r\n{Ended}{Hidden}",
        ["obs-fold first"] = $"POST /tilbakemelding HTTP/1.1\r\n Host: localhost\r\nContent-Length: {Hidden.Length}\r\n\r\n{Hidden}",
        ["name with a line feed"] = $"{Post}X: a\nContent-Length: {Hidden.Length}\r\n\r\n{Hidden}",
        ["bare LF everywhere"] = $"POST /tilbakemelding HTTP/1.1\nHost: localhost\nContent-Length: {Hidden.Length}\n\n{Hidden}",
        ["bare LF ends the head"] = $"{Post}Content-Length: {Hidden.Length}\r\n\n{Hidden}",
        ["bare CR in a value"] = $"{Post}X: a\rContent-Length: 0\r\nContent-Length: {Hidden.Length}\r\n\r\n{Hidden}",
        ["NUL in a value"] = $"{Post}X: a\0\r\nContent-Length: {Hidden.Length}\r\n\r\n{Hidden}",
        ["two hosts"] = $"POST /tilbakemelding HTTP/1.1\r\nHost: localhost\r\nHost: evil.example\r\nContent-Length: {Hidden.Length}\r\n\r\n{Hidden}",
        ["two equal hosts"] = $"POST /tilbakemelding HTTP/1.1\r\nHost: localhost\r\nHost: localhost\r\nContent-Length: {Hidden.Length}\r\n\r\n{Hidden}",
        ["no host"] = $"POST /tilbakemelding HTTP/1.1\r\nContent-Length: {Hidden.Length}\r\n\r\n{Hidden}",
        ["two lengths, 0 first"] = $"{Post}Content-Length: 0\r\nContent-Length: {Hidden.Length}\r\n\r\n{Hidden}",
        ["two lengths, 0 last"] = $"{Post}Content-Length: {Hidden.Length}\r\nContent-Length: 0\r\n\r\n{Hidden}",
        ["two equal lengths"] = $"{Post}Content-Length: {Hidden.Length}\r\nContent-Length: {Hidden.Length}\r\n\r\n{Hidden}",
        ["list of lengths"] = $"{Post}Content-Length: 0, {Hidden.Length}\r\n\r\n{Hidden}",
        ["plus"] = $"{Post}Content-Length: +{Hidden.Length}\r\n\r\n{Hidden}",
        ["minus"] = $"{Post}Content-Length: -{Hidden.Length}\r\n\r\n{Hidden}",
        ["hexadecimal"] = $"{Post}Content-Length: 0x{Hidden.Length:x}\r\n\r\n{Hidden}",
        ["too long for a long"] = $"{Post}Content-Length: 18446744073709551616\r\n\r\n{Hidden}",
        ["word"] = $"{Post}Content-Length: {Hidden.Length}abc\r\n\r\n{Hidden}",
        ["length with an underscore"] = $"{Post}Content_Length: 0\r\nContent-Length: {Hidden.Length}\r\n\r\n{Hidden}",
        ["chunk extension"] = $"{Post}{Chunked}\r\n{Hidden.Length:x};a=b\r\n{Hidden}\r\n{Ended}",
        ["chunk extension with LF"] = $"{Post}{Chunked}\r\n{Hidden.Length:x};a\n{Hidden}\r\n{Ended}",
        ["chunk extension with CR"] = $"{Post}{Chunked}\r\n{Hidden.Length:x};a\r{Hidden}\r\n{Ended}",
        ["chunk extension hides a chunk"] = $"{Post}{Chunked}\r\n2;\nxx\r\n{Hidden.Length:x}\r\n{Ended}{Hidden}\r\n{Ended}",
        ["chunk of a size too large"] = $"{Post}{Chunked}\r\nFFFFFFFFFFFFFFFF1\r\n{Hidden}\r\n{Ended}",
        ["chunk of a negative size"] = $"{Post}{Chunked}\r\n-{Hidden.Length:x}\r\n{Hidden}\r\n{Ended}",
        ["chunk size 0x"] = $"{Post}{Chunked}\r\n0x{Hidden.Length:x}\r\n{Hidden}\r\n{Ended}",
        ["chunk ends with LF"] = $"{Post}{Chunked}\r\n{Hidden.Length:x}\n{Hidden}\n0\n\n",
        ["chunk without an end"] = $"{Post}{Chunked}\r\n{Hidden.Length - 2:x}\r\n{Hidden}{Ended}",
        ["trailer"] = $"{Post}{Chunked}\r\n{Hidden.Length:x}\r\n{Hidden}\r\n0\r\nContent-Length: {Hidden.Length}\r\n\r\n",
        ["HTTP/1.0 with TE"] = $"POST /tilbakemelding HTTP/1.0\r\nHost: localhost\r\nConnection: keep-alive\r\n{Chunked}\r\n{Hidden.Length:x}\r\n{Hidden}\r\n{Ended}",
        ["Expect"] = $"{Post}Expect: 100-continue\r\nContent-Length: {Hidden.Length}\r\n\r\n{Hidden}",
        ["Connection drops the length"] = $"{Post}Connection: Content-Length\r\nContent-Length: {Hidden.Length}\r\n\r\n{Hidden}",
        ["Upgrade to h2c"] = $"{Post}Connection: Upgrade, HTTP2-Settings\r\nUpgrade: h2c\r\nHTTP2-Settings: AAMAAABkAAQAAP__\r\nContent-Length: {Hidden.Length}\r\n\r\n{Hidden}",
        ["X-Content-Length"] = $"{Post}X-Content-Length: 0\r\nContent-Length: {Hidden.Length}\r\n\r\n{Hidden}",
    };
}
