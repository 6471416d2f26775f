using System.Collections.Concurrent;
using Microsoft.Playwright;
using UngPortal.BrowserTests.Site;

namespace UngPortal.BrowserTests.Journeys;

/// <summary>Somebody else's script on a page of ours: it works, and it is shut in.</summary>
[Collection(SiteCollection.Name)]
public sealed class ExploreTests(BrowserSite site)
{
    private const string Address = "/api/prov";

    /// <summary>A library of Scalar's asks whether it may make code from text, and goes on without.</summary>
    private const string AskedOnce = "script-src eval";

    [Theory]
    [InlineData("")]
    [InlineData("/nn")]
    [InlineData("/en")]
    public async Task Open_TheReference_ShowsEveryAddress_AndAsksNobodyElse(string language)
    {
        await using var visit = await site.VisitAsync(watchesPolicy: true);
        var faults = Watch(visit.Page);

        await visit.OpenAsync(language + Address);
        foreach (var path in (string[])["/api/v1/services", "/api/v1/organizations/{id}", "/api/v1/taxonomy_terms/{id}"])
        {
            await Assertions.Expect(visit.Page.GetByText(path, new() { Exact = true }).First).ToBeVisibleAsync(new() { Timeout = Visit.Patience });
        }

        await visit.Page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        var violations = await visit.Page.EvaluateAsync<string[]>("() => window.policyViolations");
        Faults.None([.. faults, .. violations.Except([AskedOnce])]);
        await Assertions.Expect(visit.Page.Locator("#reference > p")).ToHaveCountAsync(0);
        Assert.Empty(await visit.CookiesAsync());
    }

    [Fact]
    public async Task Ask_FromThePage_GetsTheAnswer()
    {
        await using var visit = await site.VisitAsync();
        await visit.OpenAsync("/en" + Address);
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Test Request" }).First.ClickAsync();

        var answer = await visit.Page.RunAndWaitForResponseAsync(
            () => visit.Page.GetByRole(AriaRole.Button, new() { Name = "Send" }).First.ClickAsync(),
            response => response.Url.StartsWith(site.Origin + "/api/v1", StringComparison.Ordinal));

        Assert.Equal(200, answer.Status);
        Assert.Equal("null", (await answer.Request.AllHeadersAsync())["origin"]);
    }

    [Fact]
    public async Task Scripts_OnThePage_ReachNoCookieStorageOrOtherPage()
    {
        await using var visit = await site.VisitAsync();
        await visit.OpenAsync("/innstillinger");
        await visit.Page.EvaluateAsync("() => { localStorage.setItem('kept', 'x'); document.cookie = 'kept=x'; }");
        await visit.OpenAsync(Address);

        var reached = await visit.Page.EvaluateAsync<string[]>("""
            async () => {
              const ways = {
                origin: () => self.origin === 'null' ? Promise.reject() : self.origin,
                cookies: () => document.cookie,
                storage: () => localStorage.getItem('kept') ?? Promise.reject(),
                databases: () => indexedDB.open('x') && new Promise((done, refused) => { const asked = indexedDB.open('x'); asked.onsuccess = done; asked.onerror = refused; }),
                staff: () => fetch('/admin', { credentials: 'include' }),
                front: () => fetch('/', { mode: 'no-cors' }),
                others: () => fetch('https://example.org/', { mode: 'no-cors' }),
                frame: () => new Promise((done, refused) => { const frame = document.createElement('iframe'); frame.src = '/'; document.body.append(frame); frame.onload = () => { try { done(frame.contentDocument.title); } catch { refused(); } if (!frame.contentDocument) refused(); }; }),
              };
              const reached = [];
              for (const [name, way] of Object.entries(ways)) {
                try { await way(); reached.push(name); } catch { /* as it should be */ }
              }
              return reached;
            }
            """);
        Assert.Empty(reached);
        Assert.Equal(200, await visit.Page.EvaluateAsync<int>("async () => (await fetch('/api/v1/services', { headers: { 'If-None-Match': 'W/\"x\"' } })).status"));
    }

    [Fact]
    public async Task Open_WithoutJavaScript_SaysSo_AndLeadsOn()
    {
        await using var visit = await site.VisitAsync(javaScript: false);
        await visit.OpenAsync("/nn" + Address);

        await Assertions.Expect(visit.Page.GetByText("Denne sida treng JavaScript.")).ToBeVisibleAsync();
        await visit.Page.GetByRole(AriaRole.Link, new() { Name = "Opne data" }).ClickAsync();
        await visit.ArriveAsync("**/nn/api");
    }

    private ConcurrentBag<string> Watch(IPage page)
    {
        var faults = new ConcurrentBag<string>();
        page.Request += (_, request) => Note(!request.Url.StartsWith(site.Origin + "/", StringComparison.Ordinal) && !request.Url.StartsWith("data:", StringComparison.Ordinal), "foreign " + request.Url);
        page.RequestFailed += (_, request) => Note(true, $"failed {request.Url} {request.Failure}");
        page.Response += (_, response) => Note(response.Status >= 400, $"{response.Status} {response.Url}");
        page.PageError += (_, error) => Note(true, "script " + error);
        page.Console += (_, message) => Note(message.Type == "error" || message.Text.Contains("validation error", StringComparison.Ordinal), "console " + message.Text);
        return faults;

        void Note(bool isFault, string text)
        {
            if (isFault)
            {
                faults.Add(text);
            }
        }
    }
}
