using System.Net;
using UngPortal.Testing;

namespace UngPortal.Tests.Startup;

/// <summary>A database that can be read only still serves reading.</summary>
public sealed class ReadOnlyDatabaseTests
{
    [Fact]
    public async Task Site_OnAReadOnlyDatabase_ServesReadingAndRefusesForms()
    {
        if (TestDatabase.SqlServer is not null)
        {
            return;
        }

        using var app = new PortalApp();
        app.With("Database:ConnectionString", $"Data Source={app.Database.SqliteFile};Mode=ReadOnly");
        using var visitor = app.CreateVisitor();

        foreach (var path in new[] { "/", "/artikler", "/artikler/eksamen-uten-panikk", "/sok?q=eksamen", "/hjelp-na", "/health/ready" })
        {
            Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync(new Uri(path, UriKind.Relative))).StatusCode);
        }

        var sent = await visitor.SendFeedbackAsync("Dette vil jeg si.");

        Assert.Equal(HttpStatusCode.ServiceUnavailable, sent.Status);
        Assert.Contains("Dette vil jeg si.", sent.TextOf("textarea"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Site_OnAReadOnlyDatabaseWithNewContent_StartsAndServesWhatItHas()
    {
        if (TestDatabase.SqlServer is not null)
        {
            return;
        }

        using var content = new Features.Importing.ContentTree(null!);
        content.Write("articles/eksamen-uten-panikk.nb.md", Features.Importing.ContentTree.Article("En ny tittel"));
        using var app = new PortalApp();
        app.With("Database:ConnectionString", $"Data Source={app.Database.SqliteFile};Mode=ReadOnly").With("Content:Folder", content.Folder);

        var page = await app.GetPageAsync("/artikler/eksamen-uten-panikk");

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.NotEqual("En ny tittel", page.TextOf("h1"));
    }

    [Fact]
    public async Task Site_WithoutContentFolder_StartsAndServesWhatItHas()
    {
        using var app = new PortalApp();
        app.With("Content:Folder", Path.Combine(Path.GetTempPath(), "ungportal-finnes-ikke"));

        Assert.Equal(HttpStatusCode.OK, (await app.GetPageAsync("/artikler/eksamen-uten-panikk")).Status);
    }
}
