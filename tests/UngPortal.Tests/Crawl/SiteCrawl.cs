using System.Collections.Concurrent;
using System.Net;
using AngleSharp.Html.Dom;
using UngPortal.Testing;

namespace UngPortal.Tests.Crawl;

/// <summary>A walk over the whole site from the three front pages; each answer is judged as it comes, so that no page need be kept.</summary>
internal sealed class SiteCrawl
{
    private const string Origin = "https://localhost";
    private static readonly ConcurrentDictionary<PortalApp, Lazy<Task<SiteCrawl>>> Crawls = new();
    private static readonly string[] Starts = ["/", "/nn/", "/en/"];

    private readonly Queue<(string Path, string From)> _open = new();
    private readonly HashSet<string> _known = new(StringComparer.Ordinal);
    private readonly List<(string Rule, string Fault)> _faults = [];
    private readonly List<(string From, string Path, string Fragment)> _fragments = [];

    /// <summary>What was learnt of each page that answered, by its path.</summary>
    public Dictionary<string, PageNotes> Pages { get; } = new(StringComparer.Ordinal);

    /// <summary>Status and type of everything that was asked for.</summary>
    public Dictionary<string, (int Status, string Type)> Answers { get; } = new(StringComparer.Ordinal);

    /// <summary>The crawl of an app; made once.</summary>
    public static Task<SiteCrawl> OfAsync(PortalApp app) => Crawls.GetOrAdd(app, key => new(() => RunAsync(key))).Value;

    /// <summary>What breaks the rule, at most twenty of them.</summary>
    public IReadOnlyList<string> Faults(string rule) => [.. _faults.Where(fault => fault.Rule == rule).Select(fault => fault.Fault).Distinct().Take(20)];

    private static async Task<SiteCrawl> RunAsync(PortalApp app)
    {
        var crawl = new SiteCrawl();
        using var visitor = app.CreateVisitor();
        Array.ForEach(Starts, path => crawl.Add(path, "start"));
        while (crawl._open.TryDequeue(out var next))
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(next.Path, UriKind.Relative));
            using var response = await visitor.SendAsync(request);
            await crawl.JudgeAsync(next.Path, next.From, response);
        }

        crawl.JudgeWhole();
        return crawl;
    }

    private void Add(string address, string from)
    {
        if (Uri.TryCreate(new Uri(Origin + from.Replace("start", "/", StringComparison.Ordinal)), address, out var uri) && uri.GetLeftPart(UriPartial.Authority) == Origin)
        {
            if (uri.Fragment.Length > 1)
            {
                _fragments.Add((from, uri.PathAndQuery, uri.Fragment[1..]));
            }

            if (_known.Add(uri.PathAndQuery))
            {
                _open.Enqueue((uri.PathAndQuery, from));
            }
        }
    }

    private async Task JudgeAsync(string path, string from, HttpResponseMessage response)
    {
        var type = response.Content.Headers.ContentType?.ToString() ?? "";
        Answers[path] = ((int)response.StatusCode, type);
        Note(ResponseRules.Of(path, response));
        var isExit = path.EndsWith("/forlat", StringComparison.Ordinal);
        if (response.StatusCode != (isExit ? HttpStatusCode.SeeOther : HttpStatusCode.OK))
        {
            _faults.Add(("answers", $"{path} (linked from {from}) answers {(int)response.StatusCode}"));
            return;
        }

        if (type.StartsWith("text/html", StringComparison.Ordinal))
        {
            var page = await HtmlPage.ReadAsync(response);
            Note(PageRules.Of(path, page));
            Pages[path] = PageNotes.Of(page);
            foreach (var address in Addresses(page.Document))
            {
                Add(address, path);
            }
        }
    }

    private static IEnumerable<string> Addresses(IHtmlDocument document) =>
        document.QuerySelectorAll("[href], [src], [poster]").Where(element => element.LocalName != "link" || element.GetAttribute("rel") != "canonical")
            .SelectMany(element => new[] { element.GetAttribute("href"), element.GetAttribute("src"), element.GetAttribute("poster") }).OfType<string>();

    private void Note(IEnumerable<(string Rule, string Fault)> faults) => _faults.AddRange(faults);

    /// <summary>What can only be seen when every page is known.</summary>
    private void JudgeWhole()
    {
        foreach (var (from, path, fragment) in _fragments.Where(link => Pages.TryGetValue(link.Path, out var page) && !page.Ids.Contains(Uri.UnescapeDataString(link.Fragment))).Distinct())
        {
            _faults.Add(("fragments", $"{path}#{fragment} (linked from {from})"));
        }

        foreach (var (path, page) in Pages)
        {
            foreach (var (language, address) in page.Alternates)
            {
                var other = address.Replace(Origin, "", StringComparison.Ordinal);
                if (!Pages.TryGetValue(other, out var there))
                {
                    _faults.Add(("alternates", $"{path} names {address} as {language}, which the crawl did not find"));
                }
                else if (!there.Alternates.SetEquals(page.Alternates))
                {
                    _faults.Add(("alternates", $"{path} and its {language} version {other} name different sets"));
                }
            }

            if (page.Canonical is { } canonical && (!Pages.TryGetValue(canonical.Replace(Origin, "", StringComparison.Ordinal), out var main) || main.Canonical != canonical))
            {
                _faults.Add(("canonical", $"{path} names {canonical}, which doesn't name itself"));
            }
        }
    }
}

/// <summary>What the crawl remembers of a page.</summary>
internal sealed record PageNotes(string? Canonical, HashSet<(string Language, string Address)> Alternates, HashSet<string> Ids, string Title, bool HasForm)
{
    public static PageNotes Of(HtmlPage page) => new(
        page.Document.QuerySelector("link[rel=canonical]")?.GetAttribute("href"),
        [.. page.Document.QuerySelectorAll("link[rel=alternate][hreflang]").Select(link => (link.GetAttribute("hreflang")!, link.GetAttribute("href")!))],
        page.Document.QuerySelectorAll("[id]").Select(element => element.Id!).ToHashSet(StringComparer.Ordinal),
        page.Document.Title ?? "",
        page.Document.QuerySelector("form[method=post]") is not null);
}
