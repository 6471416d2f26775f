using System.Net;
using UngPortal.Kernel;
using UngPortal.Testing;
using UngPortal.Tests.Features.Publishing;

namespace UngPortal.Tests.Startup;

/// <summary>The database goes away while somebody works: they are told, and get back what they wrote.</summary>
public sealed class StaffWithoutDatabaseTests
{
    private const string Words = "Dette brukte jeg en time på: <b>alt</b> om søvn.";

    [Fact]
    public async Task Save_WithoutTheDatabase_GivesTheTextBackAndStoresNothing()
    {
        using var app = new FlickeringSite();
        using var editor = await app.SignInAsAsync(StaffRole.Editor);
        var id = await editor.BeginAsync();
        var form = (await editor.PageAsync($"/admin/innhold/{id}")).Form($"/admin/innhold/{id}");
        form["Tekst"] = Words;
        form["Passord"] = "lykt gresskar trapp mandel";

        app.Switch.IsAway = true;
        using var content = new FormUrlEncodedContent(form);
        var refused = await HtmlPage.ReadAsync(await editor.PostAsync(new Uri($"/admin/innhold/{id}", UriKind.Relative), content));
        app.Switch.IsAway = false;

        Assert.Equal(HttpStatusCode.ServiceUnavailable, refused.Status);
        Assert.Contains(Words, refused.TextsOf("textarea").Select(text => text.Trim()));
        Assert.DoesNotContain("gresskar", refused.Text, StringComparison.Ordinal);
        Assert.True(refused.Response.Headers.CacheControl!.NoStore);
        Assert.Equal("", (await app.DraftAsync(id)).Content.In("nb").Body);
        using var again = new FormUrlEncodedContent(form.Where(field => field.Key != "Passord"));
        Assert.Equal(HttpStatusCode.Redirect, (await editor.PostAsync(new Uri($"/admin/innhold/{id}", UriKind.Relative), again)).StatusCode);
        Assert.Equal(Words, (await app.DraftAsync(id)).Content.In("nb").Body);
    }

    [Fact]
    public async Task Post_OfAVisitor_IsNeverGivenBackByTheErrorPage()
    {
        using var app = new FlickeringSite();
        using var visitor = app.CreateVisitor();
        app.Switch.IsAway = true;

        using var content = new FormUrlEncodedContent(new Dictionary<string, string> { ["Tekst"] = Words });
        var page = await HtmlPage.ReadAsync(await visitor.PostAsync(new Uri("/feil/503", UriKind.Relative), content));

        Assert.Empty(page.Document.QuerySelectorAll("textarea"));
        Assert.DoesNotContain("time på", page.Text, StringComparison.Ordinal);
    }
}
