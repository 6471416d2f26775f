using System.Globalization;
using System.Net;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Microsoft.EntityFrameworkCore;
using UngPortal.Kernel;
using UngPortal.Testing;
using UngPortal.Tests.Architecture;
using UngPortal.Tests.Features.Accounts;

namespace UngPortal.Tests.Crawl;

/// <summary>Looking at staff pages changes nothing, nothing of them is kept, and no wish leads off the site.</summary>
public sealed class StaffReadingTests(PortalApp app) : IClassFixture<PortalApp>
{
    /// <summary>Reading a case is itself an entry in the audit trail.</summary>
    private const string WrittenDown = "/admin/avverging/{id:guid}";

    [Fact]
    public async Task V3_5_3_reading_every_staff_page_twice_changes_no_row()
    {
        var rows = await app.RowsOfAsync(StaffVisits.OwnHouse);
        var id = await app.HireAsync(roles: StaffVisits.EveryDesk);
        var author = await app.HireAsync(roles: StaffRole.Expert);
        var questions = new Dictionary<string, string>
        {
            ["/admin/sporsmal/{id:guid}"] = $"/admin/sporsmal/{await app.ClaimedAsync(id)}",
            ["/admin/avverging/{id:guid}/steg"] = $"/admin/avverging/{await app.AvertingAsync(id)}/steg",
            ["/admin/sporsmal/publisering/{id:guid?}"] = $"/admin/sporsmal/publisering/{await app.ToPublishAsync(author)}",
            ["/admin/sporsmal/{id:guid}/rett"] = $"/admin/sporsmal/{await app.ToPublishAsync(author)}/rett",
            ["/admin/sporsmal/{id:guid}/les"] = $"/admin/sporsmal/{await app.InReviewAsync(author)}/les",
        };
        using var staff = await app.SignInAsync(id);
        staff.DefaultRequestHeaders.Add("Sec-Fetch-Site", "same-origin");
        await app.SealAsync();
        var paths = (await StaffEndpoints.OfAsync(app)).Where(handler => handler is { IsPost: false, IsForEveryone: false } && handler.Route != WrittenDown).Select(handler => questions.GetValueOrDefault(handler.Route, rows.GetValueOrDefault(handler.Route, handler.Route))).ToList();
        var before = await CountsAsync();

        foreach (var path in paths.Concat(paths))
        {
            using var answer = await staff.GetAsync(new Uri(path, UriKind.Relative));
            Assert.True(answer.StatusCode is HttpStatusCode.OK or HttpStatusCode.Redirect, $"{path}: {answer.StatusCode}");
            Assert.True(answer.Headers.CacheControl!.NoStore, path);
        }

        Assert.InRange(paths.Count, 20, 200);
        Assert.Equal(before, await CountsAsync());
    }

    [Fact]
    public async Task V3_5_3_every_staff_post_wants_the_token_and_the_own_site()
    {
        using var staff = await app.SignInAsync(await app.HireAsync(roles: StaffVisits.EveryDesk));
        var rows = await app.RowsOfAsync(StaffVisits.OwnHouse);
        var token = await staff.TokenAsync();
        var before = await CountsAsync();
        var posts = (await StaffEndpoints.OfAsync(app)).Where(handler => handler.IsPost).ToList();
        foreach (var post in posts)
        {
            var path = new Uri(rows.GetValueOrDefault(post.Route, post.Route.Replace("{token}", "x", StringComparison.Ordinal)) + post.Query, UriKind.Relative);
            Assert.Equal((path, HttpStatusCode.BadRequest), (path, await PostAsync(staff, path, "")));
            Assert.Equal((path, HttpStatusCode.BadRequest), (path, await PostAsync(staff, path, "CfDJ8-made-up")));
            Assert.Equal((path, HttpStatusCode.Forbidden), (path, await PostAsync(staff, path, token, ("Sec-Fetch-Site", "cross-site"))));
            Assert.Equal((path, HttpStatusCode.Forbidden), (path, await PostAsync(staff, path, token, ("Sec-Fetch-Site", "same-site"))));
            Assert.Equal((path, HttpStatusCode.Forbidden), (path, await PostAsync(staff, path, token, ("Origin", "https://evil.example"))));
        }

        Assert.InRange(posts.Count, 25, 300);
        Assert.Equal(before, await CountsAsync());
    }

    /// <summary>A page that another site could read as data would need a guard of its own: there is none, all are pages for people.</summary>
    [Fact]
    public async Task V3_5_8_staff_reads_are_pages_and_never_data()
    {
        var rows = await app.RowsOfAsync(StaffVisits.OwnHouse);
        using var staff = await app.SignInAsync(await app.HireAsync(roles: StaffVisits.EveryDesk));
        foreach (var path in (await StaffEndpoints.OfAsync(app)).Where(handler => !handler.IsPost).Select(handler => rows.GetValueOrDefault(handler.Route, handler.Route)).Where(path => !path.Contains('{', StringComparison.Ordinal)))
        {
            using var answer = await staff.GetAsync(new Uri(path, UriKind.Relative));
            Assert.True(answer.Content.Headers.ContentType is null or { MediaType: "text/html" }, path);
            Assert.Equal(["same-origin"], answer.Headers.GetValues("Cross-Origin-Resource-Policy"));
        }
    }

    [Fact]
    public async Task V3_7_2_no_wish_leads_a_sign_in_off_the_site()
    {
        var person = await app.CreateAsync();
        using var key = new SoftPasskey();
        await app.RegisterAsync(person.Id, key, "Min mobil");
        Assert.Equal(40, Corpus.Redirects.Distinct().Count());
        foreach (var wish in Corpus.Redirects)
        {
            using var client = app.CreateVisitor();
            var signIn = await HtmlPage.ReadAsync(await client.GetAsync(new Uri($"/admin/logg-inn?til={Uri.EscapeDataString(wish)}", UriKind.Relative)));
            AssertStays(signIn);
            var options = await client.PostFromAsync(signIn, $"{PasskeyVisits.Door}?handler=Options", []);
            var opened = await client.PostFromAsync(signIn, PasskeyVisits.Door, new() { ["svar"] = key.Get(options.Text), ["til"] = wish });
            Assert.Equal((wish, HttpStatusCode.OK), (wish, opened.Status));
            AssertLocal(System.Text.Json.JsonDocument.Parse(opened.Text).RootElement.GetProperty("til").GetString()!);
            AssertStays(await HtmlPage.ReadAsync(await client.GetAsync(new Uri($"/admin/bekreft?til={Uri.EscapeDataString(wish)}", UriKind.Relative))));
            AssertStays(await HtmlPage.ReadAsync(await client.GetAsync(new Uri($"/admin/logg-inn/kode?til={Uri.EscapeDataString(wish)}", UriKind.Relative))));
        }

        using var last = await app.SignInAsync(person.Id);
        var confirmed = await last.SendAsync($"/admin/bekreft?til={Uri.EscapeDataString("//evil.example")}", new() { ["passord"] = StaffAccounts.Password, ["kode"] = app.CodeNow(person.Secret) });
        Assert.Equal("/admin", confirmed.Where());
    }

    private static void AssertStays(HtmlPage page)
    {
        Assert.True(page.Status < HttpStatusCode.InternalServerError, page.Status.ToString());
        if (page.Response.Headers.Location is { } location)
        {
            AssertLocal(location.OriginalString);
        }

        Assert.All(page.Document.QuerySelectorAll("[href], [action]"), element => AssertLocal(element.GetAttribute("href") ?? element.GetAttribute("action")!));
    }

    /// <summary>Read as a browser would, on our own site.</summary>
    private static void AssertLocal(string address)
    {
        var link = (IHtmlAnchorElement)new HtmlParser().ParseDocument("<base href='https://localhost/admin/logg-inn'><a></a>").QuerySelector("a")!;
        link.SetAttribute("href", address);
        Assert.Equal(("https:", "localhost"), (link.Protocol, link.HostName));
    }

    private static async Task<HttpStatusCode> PostAsync(HttpClient client, Uri path, string token, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new FormUrlEncodedContent([KeyValuePair.Create("__RequestVerificationToken", token)]) };
        Array.ForEach(headers, header => request.Headers.Add(header.Name, header.Value));
        using var response = await client.SendAsync(request);
        return response.StatusCode;
    }

    /// <summary>Rows in every table; sessions tell when they were last seen, which is no row.</summary>
    private Task<Dictionary<string, long>> CountsAsync() => app.InDatabaseAsync(async db =>
    {
        var counts = new Dictionary<string, long>(StringComparer.Ordinal);
        await db.Database.OpenConnectionAsync();
        foreach (var table in db.Model.GetEntityTypes().Select(type => type.GetTableName()!).Distinct().Order(StringComparer.Ordinal))
        {
            await using var command = db.Database.GetDbConnection().CreateCommand();
            command.CommandText = $"SELECT COUNT(*) FROM \"{table}\"";
            counts[table] = Convert.ToInt64(await command.ExecuteScalarAsync(), CultureInfo.InvariantCulture);
        }

        return counts;
    });
}
