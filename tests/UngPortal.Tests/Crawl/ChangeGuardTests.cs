using System.Data.Common;
using System.Globalization;
using System.Net;
using Microsoft.EntityFrameworkCore;
using UngPortal.Testing;

namespace UngPortal.Tests.Crawl;

/// <summary>What changes something is asked for by our own form alone, and leads nowhere else.</summary>
[Collection(ShippedSite.Name)]
public sealed class ChangeGuardTests(PortalApp app)
{
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
