using System.Net;
using UngPortal.Testing;
using UngPortal.Tests.Crawl;

namespace UngPortal.Tests.Features.Api;

/// <summary>The page with somebody else's script: shut in, and of use without it.</summary>
[Collection(ShippedSite.Name)]
public sealed class ExploreTests(PortalApp app)
{
    [Theory]
    [InlineData("", "Prøv åpne data", "Åpne data")]
    [InlineData("/nn", "Prøv opne data", "Opne data")]
    [InlineData("/en", "Try open data", "Open data")]
    public async Task Page_IsShutIn_AndLeadsBack(string language, string title, string back)
    {
        var page = await app.GetPageAsync(language + "/api/prov");

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Equal(title, page.TextOf("h1"));
        Assert.Equal(back, page.TextOf($"a[href='{language}/api']"));
        Assert.Contains(language + "/api/v1/openapi.json", page.Links);
        Assert.Contains("JavaScript", page.TextOf("#reference p"), StringComparison.Ordinal);
        Assert.Equal(ResponseRules.SandboxPolicy, ResponseRules.Header(page.Response, "Content-Security-Policy"));
        Assert.Contains(language + "/api/prov", (await app.GetPageAsync(language + "/api")).Links);
    }

    [Fact]
    public async Task Files_OfThePage_MayBeLoadedByNobodysOrigin_AndLastForEver()
    {
        var page = await app.GetPageAsync("/api/prov");
        var files = page.Document.QuerySelectorAll("script[src], link[rel=stylesheet], link[rel=icon]").Select(file => file.GetAttribute("src") ?? file.GetAttribute("href")!).ToList();

        Assert.Equal(5, files.Count);
        foreach (var file in files)
        {
            using var visitor = app.CreateVisitor();
            using var response = await visitor.GetAsync(new Uri(file, UriKind.Relative));

            Assert.StartsWith("/assets/sandbox/", file, StringComparison.Ordinal);
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
            Assert.Equal("cross-origin", ResponseRules.Header(response, "Cross-Origin-Resource-Policy"));
            Assert.NotEmpty(await response.Content.ReadAsByteArrayAsync());
        }
    }

    [Theory]
    [InlineData("", "Kommuner og fylker", "Ingen lisens er oppgitt.")]
    [InlineData("/nn", "Kommunar og fylke", "Ingen lisens er oppgitt.")]
    [InlineData("/en", "Municipalities and counties", "No licence is declared.")]
    public async Task Terms_AreInTheLanguageOfThePage_AndOfTheAnswer(string language, string covers, string licence)
    {
        var terms = (await app.GetPageAsync(language + "/api")).Document.QuerySelector("dl.api-list")!;
        var answer = (await app.ReadAsync("/", "Accept-Language", language.Length == 0 ? "nb" : language[1..])).GetProperty("x-licences").EnumerateArray().ToList();

        Assert.Contains(covers, terms.TextContent, StringComparison.Ordinal);
        Assert.Contains(licence, terms.TextContent, StringComparison.Ordinal);
        Assert.Null(terms.GetAttribute("lang"));
        Assert.Contains(answer, one => one.Text("covers") == covers);
        Assert.Contains(answer, one => one.Text("licence").StartsWith(licence, StringComparison.Ordinal));
    }
}
