using System.Data.Common;
using System.Globalization;
using System.Net;
using Microsoft.EntityFrameworkCore;
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
        "/health/live", "/health/ready", "/csp-rapport", "/assets/site.css", "/finnes-ikke", "/artikler/finnes-ikke",
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
            if (response.StatusCode != HttpStatusCode.MethodNotAllowed)
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
    public async Task V3_5_3_reading_everything_twice_changes_no_row()
    {
        var paths = (await SiteCrawl.OfAsync(app)).Answers.Keys.Where(path => !path.Contains('?', StringComparison.Ordinal)).ToList();
        using var visitor = app.CreateVisitor();
        var before = await RowsAsync();

        foreach (var path in paths.Concat(paths).Concat(["/tilbakemelding?side=/om&svar=ja", "/tilbakemelding/takk?side=/om", "/innstillinger?alder=13-15&tema=dark"]))
        {
            using var response = await visitor.GetAsync(new Uri(path, UriKind.Relative));
        }

        Assert.Equal(before, await RowsAsync());
    }

    [Theory]
    [InlineData("/tilbakemelding")]
    [InlineData("/innstillinger")]
    [InlineData("/en/tilbakemelding")]
    public async Task V3_5_1_post_without_token_or_from_another_site_is_refused(string path)
    {
        using var visitor = app.CreateVisitor();
        var form = (await HtmlPage.ReadAsync(await visitor.GetAsync(new Uri(path, UriKind.Relative)))).Form(path);
        form["Tekst"] = "Fin side";
        var without = form.Where(field => field.Key != "__RequestVerificationToken").ToDictionary();

        Assert.Equal(HttpStatusCode.BadRequest, await PostAsync(visitor, path, without));
        Assert.Equal(HttpStatusCode.BadRequest, await PostAsync(app.CreateVisitor(), path, form));
        Assert.Equal(HttpStatusCode.BadRequest, await PostAsync(visitor, path, new(form) { ["__RequestVerificationToken"] = "CfDJ8-made-up" }));
        Assert.Equal(HttpStatusCode.Forbidden, await PostAsync(visitor, path, form, ("Sec-Fetch-Site", "cross-site")));
        Assert.Equal(HttpStatusCode.Forbidden, await PostAsync(visitor, path, form, ("Origin", "https://evil.example")));
        Assert.Equal(HttpStatusCode.Found, await PostAsync(visitor, path, form, ("Origin", "https://localhost")));
    }

    [Fact]
    public async Task V3_3_1_to_4_cookies_are_host_bound_secure_hidden_and_strict()
    {
        using var visitor = app.CreateVisitor();
        using var form = await visitor.GetAsync(new Uri("/innstillinger", UriKind.Relative));
        var fields = (await HtmlPage.ReadAsync(form)).Form("/innstillinger");
        fields["alder"] = "16-17";
        fields["tema"] = "dark";
        using var content = new FormUrlEncodedContent(fields);
        using var saved = await visitor.PostAsync(new Uri("/innstillinger", UriKind.Relative), content);
        using var request = new HttpRequestMessage(HttpMethod.Get, "/forlat");
        request.Headers.Add("Cookie", "__Host-alder=16-17; annen=1");
        using var left = await app.CreateVisitor().SendAsync(request);

        var cookies = new[] { form, saved, left }.SelectMany(response => response.Headers.GetValues("Set-Cookie")).ToList();

        Assert.Equal(5, cookies.Count);
        Assert.All(cookies, cookie =>
        {
            var parts = cookie.Split("; ").Select(part => part.ToLowerInvariant()).ToList();
            Assert.True(cookie.StartsWith("__Host-", StringComparison.Ordinal) || cookie.StartsWith("annen=;", StringComparison.Ordinal), cookie);
            Assert.Contains("path=/", parts);
            Assert.Contains("httponly", parts);
            Assert.Contains("samesite=strict", parts);
            Assert.DoesNotContain(parts, part => part.StartsWith("domain=", StringComparison.Ordinal));
            Assert.InRange(cookie.Length, 1, 4096);
            Assert.True(parts.Contains("secure") || cookie.StartsWith("annen=;", StringComparison.Ordinal), cookie);
        });
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
    public async Task V3_7_2_no_parameter_leads_off_the_site()
    {
        using var visitor = app.CreateVisitor();
        foreach (var address in Corpus.Redirects)
        {
            var form = await HtmlPage.ReadAsync(await visitor.GetAsync(new Uri($"/tilbakemelding?svar=ja&side={Uri.EscapeDataString(address)}", UriKind.Relative)));
            var fields = form.Form("/tilbakemelding");
            fields["Side"] = address;
            fields["Svar"] = "ja";
            fields["Tekst"] = "Fin side";
            using var content = new FormUrlEncodedContent(fields);
            using var sent = await visitor.PostAsync(new Uri("/tilbakemelding", UriKind.Relative), content);
            var thanks = await HtmlPage.ReadAsync(await visitor.GetAsync(new Uri($"/tilbakemelding/takk?side={Uri.EscapeDataString(address)}", UriKind.Relative)));

            Assert.Equal(HttpStatusCode.Found, sent.StatusCode);
            Assert.Equal("/tilbakemelding/takk?side=%2F", sent.Headers.Location!.ToString());
            foreach (var page in new[] { form, thanks })
            {
                Assert.Equal(HttpStatusCode.OK, page.Status);
                Assert.DoesNotContain(page.Links, link => link.Contains("evil", StringComparison.Ordinal) || link.StartsWith("//", StringComparison.Ordinal) || link.Contains('\\', StringComparison.Ordinal));
            }
        }
    }

    [Fact]
    public async Task V13_4_5_nothing_that_scanners_look_for_is_there()
    {
        using var visitor = app.CreateVisitor();
        var found = new List<string>();
        foreach (var path in Corpus.SensitivePaths.Concat(Corpus.SensitivePaths.Select(path => "/en" + path)))
        {
            using var response = await visitor.GetAsync(new Uri(path, UriKind.Relative));
            if (response.StatusCode != HttpStatusCode.NotFound)
            {
                found.Add($"{path}: {(int)response.StatusCode}");
            }
        }

        Assert.Equal(100, Corpus.SensitivePaths.Length);
        Assert.Empty(found);
    }

    private static async Task<HttpStatusCode> PostAsync(HttpClient visitor, string path, Dictionary<string, string> form, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(path, UriKind.Relative)) { Content = new FormUrlEncodedContent(form) };
        Array.ForEach(headers, header => request.Headers.Add(header.Name, header.Value));
        using var response = await visitor.SendAsync(request);
        return response.StatusCode;
    }

    private Task<Dictionary<string, long>> RowsAsync() => app.InDatabaseAsync(async db =>
    {
        var counts = new Dictionary<string, long>(StringComparer.Ordinal);
        await db.Database.OpenConnectionAsync();
        foreach (var table in db.Model.GetEntityTypes().Select(type => type.GetTableName()!).Distinct().Order(StringComparer.Ordinal))
        {
            await using DbCommand command = db.Database.GetDbConnection().CreateCommand();
            command.CommandText = $"SELECT COUNT(*) FROM \"{table}\"";
            counts[table] = Convert.ToInt64(await command.ExecuteScalarAsync(), CultureInfo.InvariantCulture);
        }

        return counts;
    });
}
