namespace UngPortal.Platform.Caching;

/// <summary>The encodings a page is sent in; the numbers are places in an entry's list of copies.</summary>
internal enum PageEncoding
{
    Identity = 0,
    Gzip = 1,
    Brotli = 2,
}
