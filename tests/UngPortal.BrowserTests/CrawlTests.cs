using Microsoft.Playwright;
using UngPortal.BrowserTests.Site;

namespace UngPortal.BrowserTests;

[Collection(RequestSiteCollection.Name)]
public sealed class CrawlTests(BrowserSite site)
{
    [Theory]
    [MemberData(nameof(PageTypes.Rows), MemberType = typeof(PageTypes))]
    public async Task Open_EachPageType_AsksNoOtherHostAndBreaksNothing(string path)
    {
        await using var visit = await site.VisitAsync(watchesPolicy: true);
        List<string> faults = [];
        visit.Page.Request += (_, request) => Note(faults, !request.Url.StartsWith(site.Origin + "/", StringComparison.Ordinal) && !request.Url.StartsWith("data:", StringComparison.Ordinal), "foreign " + request.Url);
        visit.Page.RequestFailed += (_, request) => Note(faults, true, $"failed {request.Url} {request.Failure}");
        visit.Page.Response += (_, response) => Note(faults, response.Status >= 400 && !response.Request.IsNavigationRequest, $"{response.Status} {response.Url}");
        visit.Page.PageError += (_, error) => Note(faults, true, "script " + error);
        visit.Page.Console += (_, message) => Note(faults, message.Type is "error" or "warning" && !IsHarmless(message, path), "console " + message.Text);

        foreach (var language in (string[])["nb", "nn", "en"])
        {
            await visit.OpenAsync(PageTypes.In(language, path));
            await Scroll.ThroughAsync(visit.Page);
            faults.AddRange(await visit.Page.EvaluateAsync<string[]>("() => window.policyViolations"));
        }

        Faults.None(faults);
        Assert.Empty((await visit.CookiesAsync()).Except(Forms(path)));
    }

    private static readonly string[] WithForm = ["/tilbakemelding", "/verktoy/grubl/meld-fra", "/tjenester/dopingkontakten/feil", "/innstillinger", "/still-sporsmal", "/sjekk-svar"];

    // Where a form leads, which has none of its own.
    private static readonly string[] AfterForm = ["/tilbakemelding/takk", "/still-sporsmal/under-13", "/still-sporsmal/over-20"];

    /// <summary>Pages with a form hold the cookie that guards it; nothing else may.</summary>
    private static string[] Forms(string path) => !AfterForm.Contains(path) && WithForm.Any(form => path.StartsWith(form, StringComparison.Ordinal)) ? ["skjema"] : [];

    /// <summary>Chromium writes down the status of an error page, which is that page's point.</summary>
    private static bool IsHarmless(IConsoleMessage message, string path) =>
        message.Text.StartsWith("Failed to load resource: the server responded with a status of", StringComparison.Ordinal) && message.Location.Contains(path, StringComparison.Ordinal);

    private static void Note(List<string> faults, bool isFault, string text)
    {
        if (isFault)
        {
            lock (faults)
            {
                faults.Add(text);
            }
        }
    }
}
