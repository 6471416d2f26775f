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

    /// <summary>What scanners look for on every server.</summary>
    public static readonly string[] SensitivePaths =
    [
        "/.git/config", "/.git/HEAD", "/.git/index", "/.gitignore", "/.gitattributes", "/.github/workflows/ci.yml", "/.svn/entries", "/.hg/store", "/.env", "/.env.local",
        "/.env.production", "/.npmrc", "/.dockerignore", "/.editorconfig", "/.ssh/id_rsa", "/.aws/credentials", "/.vscode/settings.json", "/.idea/workspace.xml", "/.DS_Store", "/.htaccess",
        "/.htpasswd", "/.well-known/openid-configuration", "/.config", "/.bash_history", "/appsettings.json", "/appsettings.Development.json", "/appsettings.Production.json", "/web.config", "/global.json", "/UngPortal.sln",
        "/UngPortal.Web.dll", "/UngPortal.Web.pdb", "/UngPortal.Web.csproj", "/UngPortal.Web.deps.json", "/UngPortal.Web.runtimeconfig.json", "/Program.cs", "/packages.lock.json", "/package.json", "/package-lock.json", "/node_modules/esbuild/package.json",
        "/Dockerfile", "/docker-compose.yml", "/README.md", "/LICENSE", "/bin/Debug", "/obj/project.assets.json", "/App_Data", "/App_Data/ungportal.db", "/ungportal.db", "/ungportal.db-wal",
        "/search/segments.gen", "/keys", "/keys/key.xml", "/help-now.json", "/media", "/media/", "/media/../ungportal.db", "/assets", "/assets/", "/assets/../appsettings.json",
        "/lexicon/synonyms.txt", "/content", "/content/articles", "/wwwroot", "/logs", "/log.txt", "/error.log", "/backup.zip", "/backup.sql", "/dump.sql",
        "/db.sqlite", "/swagger", "/swagger/index.html", "/swagger/v1/swagger.json", "/openapi/v1.json", "/scalar", "/api", "/api/v1", "/graphql", "/elmah.axd",
        "/trace.axd", "/metrics", "/health", "/healthz", "/status", "/debug", "/debug/pprof", "/actuator/env", "/server-status", "/phpinfo.php",
        "/phpmyadmin", "/wp-login.php", "/wp-admin", "/xmlrpc.php", "/admin", "/login", "/console", "/_framework/blazor.server.js", "/_vti_bin/owssvr.dll", "/cgi-bin/test",
    ];
}
