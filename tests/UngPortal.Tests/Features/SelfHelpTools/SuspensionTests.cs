using System.Net;
using UngPortal.Features.SelfHelpTools;
using UngPortal.Kernel;
using UngPortal.Testing;

namespace UngPortal.Tests.Features.SelfHelpTools;

/// <summary>A tool that is suspended at the desk, with the site's own outbox worker and page cache at work. How fast it is, the bench tells.</summary>
public sealed class SuspensionTests : IDisposable
{
    private const string Badge = "Kvalitetssikret – ikke en erstatning for helsehjelp";

    /// <summary>Every page with the tool on it but its own, and the API of the search box.</summary>
    private static readonly string[] Lists =
    [
        "/verktoy", "/nn/verktoy", "/en/verktoy", "/verktoy?merket=ja", "/tema/tannhelse", "/en/tema/tannhelse", "/verktoy/sammenlign?v=stanses&v=grubl", "/sok?q=stanseappen", "/sok?q=stanseappen&type=tool", "/sitemap.xml",
    ];

    private static readonly string[] Own = ["/verktoy/stanses", "/nn/verktoy/stanses", "/verktoy/stanses/meld-fra"];

    /// <summary>Far more than a machine needs, busy as it may be.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly PortalApp _app = new();

    [Fact]
    public async Task Suspend_AtTheDesk_IsGoneFromEveryPage_WithoutAnybodyDeliveringTheOutbox()
    {
        var id = await _app.AssuredToolAsync("stanses", "Stanseappen", "tannhelse");
        using var chief = await _app.SignInAsAsync(StaffRole.ChiefEditor);
        using var visitor = _app.CreateVisitor();
        await UntilAsync(async () => await ShowingAsync(visitor) is var showing && showing.Count == Lists.Length);
        Assert.Contains(Badge, await visitor.GetStringAsync(new Uri(Own[0], UriKind.Relative)), StringComparison.Ordinal);
        Assert.All(Own, path => Assert.Equal(HttpStatusCode.OK, _app.GetPageAsync(path).GetAwaiter().GetResult().Status));

        var pressed = await chief.FillInAsync($"/admin/verktoy/{id}", null, ("Steg", nameof(ToolStep.Suspend)), ("Grunn", "Den gir farlige råd."));

        Assert.Equal(HttpStatusCode.Redirect, pressed.Status);
        await UntilAsync(async () => (await ShowingAsync(visitor)).Count == 0);
        Assert.Empty(await ShowingAsync(visitor));
        Assert.All(Own, path => Assert.Equal(HttpStatusCode.NotFound, _app.GetPageAsync(path).GetAwaiter().GetResult().Status));
        Assert.DoesNotContain(Badge, await visitor.GetStringAsync(new Uri("/verktoy/sammenlign?v=stanses&v=grubl", UriKind.Relative)), StringComparison.Ordinal);
        Assert.Equal(PortalApp.Start.UtcDateTime.Minute, _app.Clock.GetUtcNow().Minute); // Stored pages were evicted, not outlived: they are good until the next minute.
    }

    public void Dispose() => _app.Dispose();

    private static async Task<List<string>> ShowingAsync(HttpClient visitor)
    {
        var showing = new List<string>();
        foreach (var path in Lists)
        {
            if ((await visitor.GetStringAsync(new Uri(path, UriKind.Relative))).Contains(path.StartsWith("/sok", StringComparison.Ordinal) ? "href=\"/verktoy/stanses\"" : "/verktoy/stanses", StringComparison.Ordinal))
            {
                showing.Add(path);
            }
        }

        return showing;
    }

    /// <summary>Lets the site's clock go on, a beat of its workers at a time and never past the minute, until it holds.</summary>
    private async Task UntilAsync(Func<Task<bool>> holds)
    {
        var watch = System.Diagnostics.Stopwatch.StartNew();
        while (!await holds() && watch.Elapsed < Patience)
        {
            if (_app.Clock.GetUtcNow().Second < 50)
            {
                _app.Clock.Advance(TimeSpan.FromMilliseconds(500));
            }

            await Task.Delay(50);
        }
    }
}
