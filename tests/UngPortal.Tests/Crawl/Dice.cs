using System.Text;

namespace UngPortal.Tests.Crawl;

/// <summary>Makes up malformed requests, always the same for the same seed.</summary>
internal sealed class Dice(ulong seed)
{
    private static readonly string[] Methods = ["GET", "GET", "GET", "HEAD", "POST", "PUT", "OPTIONS", "TRACE", "get", "G\u00C6T", "PROPFIND", "X"];
    private static readonly string[] Starts = ["/", "/nn/", "/en/", "/artikler/", "/artikler", "/tema/", "/video/", "/illustrasjoner/", "/sok", "/sok/forslag", "/media/", "/assets/", "/tilbakemelding", "/tilbakemelding/takk", "/innstillinger", "/feil/", "/forlat", "/csp-rapport", "/health/", "/feed.atom", "/sitemap.xml"];
    private static readonly string[] Keys = ["q", "side", "tema", "alder", "type", "aar", "sorter", "svar", "handler", "__RequestVerificationToken", "Tekst", "Nokkel", "lagret", "", "x[]", "$where"];
    private static readonly string[] Pieces =
    [
        "..", "../", "%2e%2e%2f", "%00", "%ED%A0%80", "%FF", "%", "%%", "%u0041", "\uD800", "\uDFFF", "\u202E", "\u0001", "\r\n", "\t", " ", "\\", "//", ";", "'", "\"", "<script>", "{{7*7}}", "${x}", "' OR 1=1--",
        "*", "?", "~", "^", "[", "(", "AND", "NOT", "æøå", "🦄", "a\u0301", "99999999999", "-1", "1e9", "NaN", "null", "true", "13-15", "eksamen-uten-panikk", "kropp", "web.config", "con", "nul:", ":$DATA", "a|b", "`id`",
    ];

    private ulong _state = seed;

    public string Method() => Of(Methods);

    public string Path() => Of(Starts) + Text(5);

    public string Query()
    {
        var count = Next(5);
        return count == 0 ? "" : "?" + string.Join('&', Enumerable.Range(0, count).Select(_ => $"{Of(Keys)}={Text(8)}"));
    }

    public (string Name, string Value)[] Headers() => Next(3) switch
    {
        0 => [("Accept-Encoding", Text(3)), ("If-None-Match", Text(2)), ("Range", "bytes=" + Text(1))],
        1 => [("Cookie", $"__Host-alder={Text(1)}; __Host-skjema={Text(2)}; {Text(2)}"), ("Content-Type", Text(1)), ("If-Modified-Since", Text(1))],
        _ => [],
    };

    private string Text(int most)
    {
        var text = new StringBuilder();
        for (var count = Next(most + 1); count > 0; count--)
        {
            var piece = Of(Pieces);
            text.Append(piece);
            if (Next(40) == 0)
            {
                text.Insert(0, piece, 500);
            }
        }

        return text.ToString();
    }

    private string Of(string[] from) => from[Next(from.Length)];

    /// <summary>From 0 up to, not including, the bound; xorshift64*.</summary>
    private int Next(int bound)
    {
        _state ^= _state >> 12;
        _state ^= _state << 25;
        _state ^= _state >> 27;
        return (int)((_state * 2685821657736338717UL >> 33) % (ulong)bound);
    }
}
