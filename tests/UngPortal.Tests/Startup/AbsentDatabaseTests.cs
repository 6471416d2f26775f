using System.Net;
using Microsoft.EntityFrameworkCore;
using UngPortal.Features.Feedback;
using UngPortal.Testing;

namespace UngPortal.Tests.Startup;

/// <summary>The database goes away while the site runs, and comes back.</summary>
public sealed class AbsentDatabaseTests
{
    [Fact]
    public async Task Site_WithoutItsDatabase_ReadsFromCacheAndComesBack()
    {
        using var app = new FlickeringSite();
        using var visitor = app.CreateVisitor();
        var known = await app.GetPageAsync("/artikler/eksamen-uten-panikk");
        var form = await HtmlPage.ReadAsync(await visitor.GetAsync(new Uri("/tilbakemelding", UriKind.Relative)));

        app.Switch.IsAway = true;
        var fromCache = await app.GetPageAsync("/artikler/eksamen-uten-panikk");
        app.Clock.Advance(TimeSpan.FromMinutes(5));
        var stale = await app.GetPageAsync("/artikler/eksamen-uten-panikk");
        var unknown = await app.GetPageAsync("/artikler/stipend-og-lan");
        var help = await app.GetPageAsync("/en/hjelp-na");
        var live = await app.GetPageAsync("/health/live");
        var ready = await app.GetPageAsync("/health/ready");
        var fields = form.Form("/tilbakemelding");
        fields["Tekst"] = "Dette vil jeg si.";
        var refused = await visitor.SendFormAsync(fields);
        app.Switch.IsAway = false;
        var back = await app.GetPageAsync("/artikler/stipend-og-lan");
        var sent = await visitor.SendFormAsync(fields);

        Assert.Equal(known.TextOf("main"), fromCache.TextOf("main"));
        Assert.Equal((HttpStatusCode.OK, known.TextOf("h1")), (stale.Status, stale.TextOf("h1")));
        AssertIsFriendly(unknown);
        Assert.Equal(HttpStatusCode.OK, help.Status);
        Assert.NotEmpty(help.Document.QuerySelectorAll(".service"));
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.ServiceUnavailable), (live.Status, ready.Status));
        Assert.Equal(HttpStatusCode.ServiceUnavailable, refused.Status);
        Assert.Equal("Dette vil jeg si.", refused.TextOf("textarea"));
        Assert.Contains("Teksten står her fortsatt", refused.TextOf(".error-summary"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, back.Status);
        Assert.Equal(HttpStatusCode.Found, sent.Status);
        Assert.Equal(1, await app.InDatabaseAsync(db => db.Feedback.CountAsync()));
    }

    private static void AssertIsFriendly(HtmlPage page)
    {
        Assert.Equal(HttpStatusCode.ServiceUnavailable, page.Status);
        Assert.NotEmpty(page.TextOf("h1"));
        Assert.NotNull(page.Document.QuerySelector("a[href='/hjelp-na']"));
        Assert.DoesNotContain("Sqlite", page.Text, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("Exception", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", page.Text, StringComparison.Ordinal);
    }
}
