using System.Net;
using UngPortal.Testing;

namespace UngPortal.Tests.Crawl;

/// <summary>Requests that no browser of a reader sends.</summary>
[Collection(ShippedSite.Name)]
public sealed class HostileRequestTests(PortalApp app)
{
    /// <summary>One address of each kind.</summary>
    private static readonly string[] Routes =
    [
        "/", "/nn/", "/en/tema", "/artikler", "/artikler/eksamen-uten-panikk", "/tema/kropp-helse-og-sex", "/video", "/illustrasjoner", "/illustrasjoner/veivalg", "/sok?q=angst",
        "/sok/forslag?q=an", "/hjelp-na", "/forlat", "/om", "/innstillinger", "/tilbakemelding", "/tilbakemelding/takk", "/feil/404", "/sitemap.xml", "/feed.atom", "/robots.txt",
        "/tjenester?kanal=chat&apen=na", "/tjenester/112-politi", "/verktoy?plattform=iphone&frakoblet=ja", "/verktoy/grubl", "/verktoy/sammenlign?v=grubl&v=opp", "/verktoy/grubl/meld-fra", "/tjenester/112-politi/feil", "/tjenester/112-politi/videre", "/hjelp-naer-deg?sted=0580&sprak=uk&tilgang=step-free", "/bekreft/finnes-ikke", "/hjelp-naer-deg?sted=0580", "/finn-hjelp?om=vet-ikke&hast=senere&hvordan=lese", "/finn-hjelp?om=vet-ikke&hast=senere&hvordan=mote&sted=0580", "/api", "/api/prov", "/api/v1/services?per_page=1", "/api/v1/openapi.json", "/api/v1/finnes-ikke", "/health/live", "/health/ready", "/csp-rapport", "/assets/site.css", "/finnes-ikke", "/artikler/finnes-ikke",
    ];

    private static readonly string[] UnusedMethods = ["TRACE", "PUT", "DELETE", "PATCH", "PROPFIND", "OPTIONS"];

    public static TheoryData<string> Methods => new(UnusedMethods);

    [Theory]
    [MemberData(nameof(Methods))]
    public async Task V4_1_4_unused_methods_answer_405_on_every_route(string method)
    {
        using var visitor = app.CreateVisitor();
        var wrong = new List<string>();
        foreach (var route in Routes)
        {
            using var request = new HttpRequestMessage(new HttpMethod(method), new Uri(route, UriKind.Relative));
            using var response = await visitor.SendAsync(request);
            // Browsers ask the open interface for leave with OPTIONS.
            var isUsed = method == "OPTIONS" && route.StartsWith("/api/v1/", StringComparison.Ordinal);
            if (response.StatusCode != (isUsed ? HttpStatusCode.NoContent : HttpStatusCode.MethodNotAllowed))
            {
                wrong.Add($"{method} {route}: {(int)response.StatusCode}");
            }

            wrong.AddRange(ResponseRules.Of(route, response).Select(fault => $"{method} {fault.Fault} breaks {fault.Rule}"));
        }

        Assert.Empty(wrong);
    }

    [Fact]
    public async Task V3_4_1_and_4_headers_stand_on_errors_redirects_files_and_unchanged_answers()
    {
        using var visitor = app.CreateVisitor();
        var picture = (await app.GetPageAsync("/illustrasjoner/veivalg")).Document.QuerySelector("main img")!.GetAttribute("src")!;
        string[] paths = [.. Routes, picture, "/media/finnes-ikke.svg", "/artikler?side=99999999999", "/nb/"];
        var wrong = new List<string>();
        foreach (var path in paths)
        {
            using var plain = await visitor.GetAsync(new Uri(path, UriKind.Relative));
            using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(path, UriKind.Relative));
            request.Headers.IfNoneMatch.TryParseAdd(plain.Headers.ETag?.ToString() ?? "*");
            using var unchanged = await visitor.SendAsync(request);
            wrong.AddRange(ResponseRules.Of(path, plain).Select(fault => $"{(int)plain.StatusCode} {fault.Rule} {fault.Fault}"));
            wrong.AddRange(ResponseRules.Of(path, unchanged).Where(fault => fault.Rule != "V3_4_3" || unchanged.StatusCode != HttpStatusCode.NotModified).Select(fault => $"{(int)unchanged.StatusCode} {fault.Rule} {fault.Fault}"));
        }

        Assert.Empty(wrong);
    }

    [Fact]
    public async Task V4_1_3_forwarded_headers_of_a_visitor_change_nothing()
    {
        using var visitor = app.CreateVisitor();
        var plain = await HtmlPage.ReadAsync(await visitor.GetAsync(new Uri("/om", UriKind.Relative)));
        foreach (var path in new[] { "/om", "/sok?q=hei", "/tilbakemelding", "/finnes-ikke", "/sitemap.xml", "/feed.atom" })
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(path, UriKind.Relative));
            request.Headers.Add("X-Forwarded-Host", "evil.example");
            request.Headers.Add("X-Forwarded-Proto", "http");
            request.Headers.Add("X-Forwarded-For", "203.0.113.9");
            request.Headers.Add("X-Forwarded-Prefix", "/evil");
            request.Headers.Add("X-Original-URL", "/admin");
            request.Headers.Add("Forwarded", "host=evil.example;proto=http");
            using var response = await visitor.SendAsync(request);
            var text = await response.Content.ReadAsStringAsync();

            Assert.DoesNotContain("evil", text, StringComparison.Ordinal);
            Assert.NotEmpty(ResponseRules.Header(response, "Strict-Transport-Security"));
            Assert.True(path != "/om" || text == plain.Text);
        }
    }

    [Fact]
    public async Task V13_4_5_nothing_that_scanners_look_for_is_there()
    {
        using var visitor = app.CreateVisitor();
        var found = new List<string>();
        foreach (var path in SensitivePaths.All.Concat(SensitivePaths.All.Select(path => "/en" + path)))
        {
            using var response = await visitor.GetAsync(new Uri(path, UriKind.Relative));
            if (response.StatusCode != HttpStatusCode.NotFound)
            {
                found.Add($"{path}: {(int)response.StatusCode}");
            }

            found.AddRange(ResponseRules.Of(path, response).Where(fault => fault.Rule == "V13_4_6").Select(fault => fault.Fault));
        }

        Assert.Equal(200, SensitivePaths.All.Distinct().Count());
        Assert.Empty(found);
    }
}
