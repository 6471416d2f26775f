using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace UngPortal.BrowserTests.Site;

/// <summary>One visitor's browser window.</summary>
public sealed class Visit(BrowserSite site, IBrowserContext context, IPage page) : IAsyncDisposable
{
    /// <summary>How long to wait for anything, in milliseconds.</summary>
    public const float Patience = 20_000;

    /// <summary>The window.</summary>
    public IPage Page { get; } = page;

    /// <summary>Its cookies and storage.</summary>
    public IBrowserContext Context { get; } = context;

    /// <summary>The path and query the window shows.</summary>
    public string Path => Page.Url.StartsWith(site.Origin, StringComparison.Ordinal) ? Page.Url[site.Origin.Length..] : Page.Url;

    /// <summary>Opens a page and waits for everything it loads.</summary>
    public async Task<IResponse> OpenAsync(string path) => (await Page.GotoAsync(path, new PageGotoOptions { WaitUntil = WaitUntilState.Load }))!;

    /// <summary>Waits until the window shows a page whose address fits the pattern (<c>**</c> for anything, <c>*</c> for anything without a slash) and has loaded it.</summary>
    /// <remarks>Playwright's own waits miss what comes between their first look and their listening: seen on a busy machine, with the site answering in 40 ms. So it looks for the load twice.</remarks>
    public async Task ArriveAsync(string pattern)
    {
        var address = $"^{Regex.Escape(pattern).Replace(@"\*\*", ".*", StringComparison.Ordinal).Replace(@"\*", "[^/]*", StringComparison.Ordinal)}$";
        await Assertions.Expect(Page).ToHaveURLAsync(new Regex(address, RegexOptions.None, TimeSpan.FromSeconds(5)), new() { Timeout = Patience });
        try
        {
            await Page.WaitForLoadStateAsync(LoadState.Load, new() { Timeout = Patience / 2 });
        }
        catch (TimeoutException)
        {
            await Page.WaitForLoadStateAsync(LoadState.Load, new() { Timeout = Patience / 2 });
        }
    }

    /// <summary>The names of the cookies held.</summary>
    public async Task<IReadOnlyList<string>> CookiesAsync() => [.. (await Context.CookiesAsync()).Select(cookie => cookie.Name).Order(StringComparer.Ordinal)];

    /// <summary>The element that has the focus, as "tag#id.class text".</summary>
    public Task<string> FocusAsync() => Page.EvaluateAsync<string>("() => { const e = document.activeElement; return e.tagName.toLowerCase() + (e.id ? '#' + e.id : '') + ' ' + (e.innerText || e.getAttribute('aria-label') || '').trim().replace(/\\s+/g, ' ').slice(0, 60); }");

    /// <inheritdoc />
    public ValueTask DisposeAsync() => Context.DisposeAsync();
}
