using System.Net;
using Microsoft.EntityFrameworkCore;
using UngPortal.Features.Publications;
using UngPortal.Platform.Importing;
using UngPortal.Testing;

namespace UngPortal.Tests.Features.Importing;

/// <summary>Importing again and again gives the same, and never takes an editor's work away.</summary>
public sealed class RepeatedImportTests(EmptySite app) : IClassFixture<EmptySite>
{
    [Fact]
    public async Task Import_ShippedContentTwice_ChangesNothingTheSecondTime()
    {
        using var tree = new ContentTree(app, withTopics: false);
        foreach (var file in Directory.EnumerateFiles(Repository.Content, "*", SearchOption.AllDirectories).Where(file => !file.Contains("node_modules", StringComparison.Ordinal)))
        {
            tree.Write(Path.GetRelativePath(Repository.Content, file), await File.ReadAllBytesAsync(file));
        }

        var first = await tree.ImportAsync();
        var outbox = await RowsAsync();
        var second = await tree.ImportAsync();

        Assert.Empty(first.Problems.Concat(second.Problems).Select(problem => problem.ToString()));
        Assert.Equal(first[ImportOutcome.Created] + first[ImportOutcome.Updated] + first[ImportOutcome.Unchanged], second[ImportOutcome.Unchanged]);
        Assert.Equal(0, second[ImportOutcome.Created] + second[ImportOutcome.Updated] + second[ImportOutcome.Kept]);
        Assert.Equal(outbox, await RowsAsync());
    }

    [Fact]
    public async Task Import_ChangedFile_UpdatesThePage()
    {
        using var tree = new ContentTree(app);
        tree.Write("articles/endret.nb.md", ContentTree.Article("Gammel tittel"));
        await tree.ImportAsync();
        tree.Write("articles/endret.nb.md", ContentTree.Article("Ny tittel"));

        var report = await tree.ImportAsync();
        await app.DeliverOutboxAsync();

        Assert.Equal(1, report[ImportOutcome.Updated]);
        Assert.Equal("Ny tittel", (await app.GetPageAsync("/artikler/endret")).TextOf("h1"));
    }

    [Fact]
    public async Task Import_FileChangedThreeTimes_UpdatesEachTime()
    {
        using var tree = new ContentTree(app);
        foreach (var number in new[] { 1, 2, 3, 4 })
        {
            tree.Write("articles/ofte.nb.md", ContentTree.Article($"Tittel {number}"));
            var report = await tree.ImportAsync();

            Assert.Equal(1, report[number == 1 ? ImportOutcome.Created : ImportOutcome.Updated]);
        }
    }

    [Fact]
    public async Task Import_RowThatAnEditorChanged_IsKept()
    {
        using var tree = new ContentTree(app);
        tree.Write("articles/redigert.nb.md", ContentTree.Article("Fra fila"));
        await tree.ImportAsync();
        await app.InDatabaseAsync(async db =>
        {
            var publication = await db.Publications.Include(p => p.Texts).SingleAsync(p => p.Slug == "redigert");
            publication.Texts[0].Rewrite(new TextDraft("Fra redaktøren", "Ingress", "Tekst", "<p>Tekst</p>", 20, 1));
            publication.TakeDown(PortalApp.Start.UtcDateTime);
            return await db.SaveChangesAsync();
        });
        tree.Write("articles/redigert.nb.md", ContentTree.Article("Fra fila igjen"));

        var report = await tree.ImportAsync();

        Assert.Equal(1, report[ImportOutcome.Kept]);
        Assert.Equal(HttpStatusCode.Gone, (await app.GetPageAsync("/artikler/redigert")).Status);
    }

    [Fact]
    public async Task Import_LanguageVersionThatIsGone_FallsAway()
    {
        using var tree = new ContentTree(app);
        tree.Write("articles/to-sprak.nb.md", ContentTree.Article("På bokmål"));
        tree.Write("articles/to-sprak.en.md", ContentTree.Article("In English"));
        await tree.ImportAsync();
        var before = (await app.GetPageAsync("/en/artikler/to-sprak")).TextOf("h1");
        tree.Delete("articles/to-sprak.en.md");

        await tree.ImportAsync();
        await app.DeliverOutboxAsync();
        var page = await app.GetPageAsync("/en/artikler/to-sprak");

        Assert.Equal("In English", before);
        Assert.Equal("På bokmål", page.TextOf("h1"));
        Assert.Equal("nb", page.Document.QuerySelector("h1")!.GetAttribute("lang"));
        Assert.Equal(1, await app.InDatabaseAsync(db => db.Set<PublicationText>().CountAsync(text => text.Title == "På bokmål" || text.Title == "In English")));
    }

    [Fact]
    public async Task Import_BrokenAfterGood_KeepsTheGoodOne()
    {
        using var tree = new ContentTree(app);
        tree.Write("articles/knekt.nb.md", ContentTree.Article("Den gode"));
        await tree.ImportAsync();
        tree.Write("articles/knekt.nb.md", "ikke noe");

        var report = await tree.ImportAsync();

        Assert.Equal(1, report[ImportOutcome.Invalid]);
        Assert.Equal("Den gode", (await app.GetPageAsync("/artikler/knekt")).TextOf("h1"));
    }

    private Task<int> RowsAsync() => app.InDatabaseAsync(async db => await db.Set<UngPortal.Platform.Outbox.OutboxMessage>().CountAsync());
}
