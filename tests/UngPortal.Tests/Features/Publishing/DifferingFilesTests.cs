using System.Net;
using Microsoft.EntityFrameworkCore;
using UngPortal.Features.Importing;
using UngPortal.Features.Publications;
using UngPortal.Features.Publishing;
using UngPortal.Features.Topics;
using UngPortal.Kernel;
using UngPortal.Platform.Importing;
using UngPortal.Testing;
using UngPortal.Tests.Features.Importing;

namespace UngPortal.Tests.Features.Publishing;

/// <summary>Importer and editors agree: what was edited stays, and a page shows which files say something else.</summary>
public sealed class DifferingFilesTests : IDisposable
{
    private const string List = "/admin/innhold/filer";
    private const string Compare = "/admin/innhold/filer/Article/redigert";

    private readonly string _folder = ContentTree.NewFolder();
    private readonly EmptySite _app = new();
    private readonly ContentTree _tree;

    public DifferingFilesTests()
    {
        _app.With("Content:Folder", _folder);
        _tree = new ContentTree(_app, folder: _folder);
    }

    [Fact]
    public async Task Show_AfterAnImport_SaysThatAllIsTheSame()
    {
        _tree.Write("articles/redigert.nb.md", ContentTree.Article("Fra fila"));
        await _tree.ImportAsync();
        using var chief = await _app.SignInAsAsync(StaffRole.ChiefEditor);

        var page = await chief.PageAsync(List);

        Assert.Empty(page.Document.QuerySelectorAll("main h2"));
        Assert.Contains("sier det samme", page.TextOf("main"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Show_EachKindOfDifference_WithWhatItMeans()
    {
        foreach (var slug in new[] { "begge", "bare-her", "borte", "feil", "venter" })
        {
            _tree.Write($"articles/{slug}.nb.md", ContentTree.Article($"Den om {slug}"));
        }

        await _tree.ImportAsync();
        await EditAsync("begge");
        await EditAsync("bare-her");
        _tree.Write("articles/begge.nb.md", ContentTree.Article("Ny i fila"));
        _tree.Write("articles/venter.nb.md", ContentTree.Article("Ny i fila"));
        _tree.Write("articles/feil.nb.md", "ikke noe");
        _tree.Delete("articles/borte.nb.md");
        using var chief = await _app.SignInAsAsync(StaffRole.ChiefEditor);

        var page = await chief.PageAsync(List);

        string Under(DifferenceState state) => string.Join(' ', page.Document.QuerySelectorAll($"section[aria-labelledby={state}] > ul > li > :first-child").Select(item => item.TextContent.Trim()));
        Assert.Equal("articles/begge", Under(DifferenceState.BothChanged));
        Assert.Equal("articles/bare-her", Under(DifferenceState.EditedHere));
        Assert.Equal("articles/venter", Under(DifferenceState.Waiting));
        Assert.Equal("articles/feil", Under(DifferenceState.Invalid));
        Assert.Equal("articles/borte", Under(DifferenceState.FileGone));
        Assert.Contains("articles/feil.nb.md:1:", page.TextOf(".staff-problems"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Compare_ShowsWordsAndFieldsThatDiffer()
    {
        using var chief = await EditedTwiceAsync();

        var page = await chief.PageAsync(Compare);

        Assert.Equal("fila", page.Document.QuerySelector(".staff-diff del")!.TextContent.Trim());
        Assert.Contains("redaktøren", page.Document.QuerySelector(".staff-diff ins")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Kilder", page.TextOf("main"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Keep_WhatIsLive_StaysSoUntilTheFileChangesAgain()
    {
        using var chief = await EditedTwiceAsync();

        var answer = await chief.SendAsync(Compare, Compare + "?handler=Keep");
        var next = await _tree.ImportAsync();
        var page = await chief.PageAsync(List);
        _tree.Write("articles/redigert.nb.md", ContentTree.Article("Fra fila, en gang til"));
        var later = await chief.PageAsync(List);

        Assert.Equal(HttpStatusCode.Redirect, answer.Status);
        Assert.Equal(0, next[ImportOutcome.Updated]);
        Assert.Null(page.Document.QuerySelector($"#{DifferenceState.BothChanged}"));
        Assert.NotNull(page.Document.QuerySelector($"#{DifferenceState.EditedHere}"));
        Assert.NotNull(later.Document.QuerySelector($"#{DifferenceState.BothChanged}"));
        Assert.Contains("file-set-aside", await _app.AuditOfAsync("article:redigert"));
    }

    [Fact]
    public async Task Keep_AFileWithTheNameOfSomethingWrittenHere_NeverLetsTheImportTakeIt()
    {
        using var chief = await _app.SignInAsAsync(StaffRole.ChiefEditor);
        _tree.Write("articles/annen.nb.md", ContentTree.Article("En annen"));
        await _tree.ImportAsync();
        await _app.InDatabaseAsync(async db =>
        {
            await db.ImportedFiles.ExecuteDeleteAsync();
            return 0;
        });
        const string Same = "/admin/innhold/filer/Article/annen";

        var before = await chief.PageAsync(List);
        await chief.SendAsync(Same, Same + "?handler=Keep");
        _tree.Write("articles/annen.nb.md", ContentTree.Article("Noe helt nytt"));
        var report = await _tree.ImportAsync();

        Assert.NotNull(before.Document.QuerySelector($"#{DifferenceState.SameName}"));
        Assert.Equal(1, report[ImportOutcome.Kept]);
        Assert.Equal("En annen", (await _app.GetPageAsync("/artikler/annen")).TextOf("h1"));
    }

    [Fact]
    public async Task Begin_WithTheFile_MakesADraftAndLeavesTheLiveTextAlone()
    {
        using var chief = await EditedTwiceAsync();

        var answer = await chief.SendAsync(Compare, Compare + "?handler=Begin");
        var again = await chief.SendAsync(Compare, Compare + "?handler=Begin");

        var id = int.Parse(answer.Response.Headers.Location!.OriginalString.Split('/', '?')[3], System.Globalization.CultureInfo.InvariantCulture);
        var draft = await _app.DraftAsync(id);
        Assert.Equal("Ny i fila", draft.Title);
        Assert.Equal(DraftState.Draft, draft.State);
        Assert.Equal(HttpStatusCode.Conflict, again.Status);
        Assert.NotNull(again.Document.QuerySelector($".error-summary a[href='/admin/innhold/{id}']"));
        Assert.Equal("Ny i redaktøren", (await _app.GetPageAsync("/artikler/redigert")).TextOf("h1"));
    }

    [Theory]
    [InlineData("/admin/innhold/filer/Article/finnes-ikke")]
    [InlineData("/admin/innhold/filer/Ukjent/redigert")]
    public async Task Compare_WhatIsNotThere_AnswersNotFound(string path)
    {
        using var chief = await EditedTwiceAsync();

        Assert.Equal(HttpStatusCode.NotFound, (await chief.PageAsync(path)).Status);
    }

    public void Dispose()
    {
        _app.Dispose();
        _tree.Dispose();
    }

    private async Task<HttpClient> EditedTwiceAsync()
    {
        _tree.Write("articles/redigert.nb.md", ContentTree.Article("Fra fila"));
        await _tree.ImportAsync();
        await EditAsync("redigert");
        _tree.Write("articles/redigert.nb.md", ContentTree.Article("Ny i fila"));
        return await _app.SignInAsAsync(StaffRole.ChiefEditor);
    }

    private async Task EditAsync(string slug)
    {
        await _app.InDatabaseAsync(async db =>
        {
            var live = await db.Publications.Include(one => one.Texts).Include(one => one.Topics).SingleAsync(one => one.Slug == slug);
            var topics = await db.Topics.ToDictionaryAsync(topic => topic.Slug, topic => topic.Id);
            var text = live.Texts[0];
            live.Revise(
                new PublicationDraft
                {
                    Kind = live.Kind,
                    Slug = slug,
                    Facts = live.Facts with { Sources = [] },
                    AgeBands = live.AgeBands,
                    TopicSlugs = ["kropp"],
                    PublishedAt = live.PublishedAt,
                    Texts = new Dictionary<string, TextDraft> { ["nb"] = new("Ny i redaktøren", text.Ingress, text.Body, text.BodyHtml, text.Lix, text.Words) },
                },
                topics,
                PortalApp.Start.UtcDateTime);
            return await db.SaveChangesAsync();
        });
        await _app.DeliverOutboxAsync();
    }
}
