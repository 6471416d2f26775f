using System.IO.Compression;

namespace UngPortal.Platform.Caching;

/// <summary>Compresses and opens whole bodies.</summary>
internal static class PageCompression
{
    /// <summary>Quick enough for a reader who waits: a third of the time of quality 6, for a tenth more bytes. A stored page is made smaller when a second reader comes.</summary>
    public const int Quick = 3;

    /// <summary>As small as brotli can make it: about a tenth smaller, for fifty times the work.</summary>
    public const int Best = 11;

    // 64 kB hold nearly every page; a larger window makes none smaller, and the encoder then takes megabytes for each.
    private const int BrotliWindow = 16;

    public static byte[] Compress(ReadOnlySpan<byte> body, PageEncoding encoding, int quality = Quick)
    {
        switch (encoding)
        {
            case PageEncoding.Brotli:
                var room = new byte[BrotliEncoder.GetMaxCompressedLength(body.Length)];
                return BrotliEncoder.TryCompress(body, room, out var length, quality, BrotliWindow)
                    ? room[..length]
                    : throw new InvalidOperationException("Brotli found its largest possible output too small.");
            case PageEncoding.Gzip:
                using (var buffer = new MemoryStream())
                {
                    using (var gzip = new GZipStream(buffer, CompressionLevel.Optimal, leaveOpen: true))
                    {
                        gzip.Write(body);
                    }

                    return buffer.ToArray();
                }

            default:
                return body.ToArray();
        }
    }

    public static byte[] OpenBrotli(byte[] compressed)
    {
        using var brotli = new BrotliStream(new MemoryStream(compressed), CompressionMode.Decompress);
        using var buffer = new MemoryStream();
        brotli.CopyTo(buffer);
        return buffer.ToArray();
    }
}
