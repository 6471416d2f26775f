namespace UngPortal.Tests.Crawl;

/// <summary>What scanners look for on every server: repositories, copies of files, settings, interfaces for developers.</summary>
internal static class SensitivePaths
{
    public static readonly string[] All =
    [
        "/.git/config", "/.git/HEAD", "/.git/index", "/.gitignore", "/.gitattributes", "/.github/workflows/ci.yml", "/.svn/entries", "/.hg/store", "/.env", "/.env.local",
        "/.env.production", "/.npmrc", "/.dockerignore", "/.editorconfig", "/.ssh/id_rsa", "/.aws/credentials", "/.vscode/settings.json", "/.idea/workspace.xml", "/.DS_Store", "/.htaccess",
        "/.htpasswd", "/.well-known/openid-configuration", "/.config", "/.bash_history", "/appsettings.json", "/appsettings.Development.json", "/appsettings.Production.json", "/web.config", "/global.json", "/UngPortal.sln",
        "/UngPortal.Web.dll", "/UngPortal.Web.pdb", "/UngPortal.Web.csproj", "/UngPortal.Web.deps.json", "/UngPortal.Web.runtimeconfig.json", "/Program.cs", "/packages.lock.json", "/package.json", "/package-lock.json", "/node_modules/esbuild/package.json",
        "/Dockerfile", "/docker-compose.yml", "/README.md", "/LICENSE", "/bin/Debug", "/obj/project.assets.json", "/App_Data", "/App_Data/ungportal.db", "/ungportal.db", "/ungportal.db-wal",
        "/search/segments.gen", "/keys", "/keys/key.xml", "/help-now.json", "/media", "/media/", "/media/../ungportal.db", "/assets", "/assets/", "/assets/../appsettings.json",
        "/lexicon/synonyms.txt", "/content", "/content/articles", "/wwwroot", "/logs", "/log.txt", "/error.log", "/backup.zip", "/backup.sql", "/dump.sql",
        "/db.sqlite", "/swagger", "/swagger/index.html", "/swagger/v1/swagger.json", "/openapi/v1.json", "/scalar", "/api/v2", "/api/swagger.json", "/graphql", "/elmah.axd",
        "/trace.axd", "/metrics", "/health", "/healthz", "/status", "/debug", "/debug/pprof", "/actuator/env", "/server-status", "/phpinfo.php",
        "/phpmyadmin", "/wp-login.php", "/wp-admin", "/xmlrpc.php", "/administrator", "/login", "/console", "/_framework/blazor.server.js", "/_vti_bin/owssvr.dll", "/cgi-bin/test",
        "/.git", "/.git/", "/.git/logs/HEAD", "/.git/packed-refs", "/.git/refs/heads/main", "/.git/objects/", "/.git/description", "/.git/COMMIT_EDITMSG", "/.git%2fHEAD", "/%2egit/HEAD",
        "/.ci/run", "/.gitlab-ci.yml", "/.travis.yml", "/.editorconfig~", "/.env.bak", "/.env.example", "/.env.old", "/.env~", "/.netrc", "/.pypirc",
        "/.ssh/authorized_keys", "/.ssh/known_hosts", "/.docker/config.json", "/.kube/config", "/.terraform/terraform.tfstate", "/.vs/config", "/.swp", "/.index.html.swp", "/.profile", "/.mysql_history",
        "/appsettings.json.bak", "/appsettings.json~", "/appsettings.json.old", "/appsettings.Staging.json", "/appsettings.Testing.json", "/appsettings.json.swp", "/web.config.bak", "/web.config.old", "/Web.Release.config", "/hosting.json",
        "/launchSettings.json", "/Properties/launchSettings.json", "/secrets.json", "/usersecrets.json", "/nuget.config", "/NuGet.Config", "/Directory.Build.props", "/Directory.Packages.props", "/BannedSymbols.txt", "/content.zip",
        "/UngPortal.Web.dll.config", "/UngPortal.Web.staticwebassets.endpoints.json", "/UngPortal.Web.staticwebassets.runtime.json", "/UngPortal.Web.xml", "/UngPortal.zip", "/ungportal.zip", "/ungportal.tar.gz", "/ungportal.db.bak", "/ungportal.db~", "/ungportal.db-shm",
        "/ungportal.sql", "/backup", "/backup/", "/backup.tar.gz", "/backup.bak", "/backups/", "/old/", "/site.zip", "/www.zip", "/index.html~",
        "/index.html.bak", "/index.cshtml", "/Index.cshtml", "/Features/Home/Index.cshtml", "/Features/FeatureList.cs", "/src/UngPortal.Web/Program.cs", "/bin/", "/obj/", "/App_Data/keys/", "/search",
        "/search/lock", "/swagger/ui/index.html", "/swagger-ui.html", "/swagger.json", "/swagger.yaml", "/openapi.json", "/openapi.yaml", "/api-docs", "/v2/api-docs", "/redoc",
        "/graphiql", "/hangfire", "/quartz", "/profiler", "/mini-profiler-resources/results", "/_profiler", "/__debug__/", "/errors.axd", "/_ignition/execute-solution", "/telescope/requests",
    ];
}
