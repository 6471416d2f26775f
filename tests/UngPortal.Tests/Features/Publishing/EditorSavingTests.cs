using System.Net;
using UngPortal.Kernel;
using UngPortal.Testing;

namespace UngPortal.Tests.Features.Publishing;

/// <summary>Two people at one text, and what was saved before: nothing of anybody's is lost.</summary>
public sealed class EditorSavingTests : IDisposable
{
    private readonly PortalApp _app = new();

    [Fact]
    public async Task Save_OverAColleague_KeepsBothTexts()
    {
        using var author = await _app.SignInAsAsync(StaffRole.Editor);
        using var colleague = await _app.SignInAsAsync(StaffRole.Editor);
        var id = await author.BeginAsync();
        var stale = await author.PageAsync($"/admin/innhold/{id}");
        await colleague.WriteAsync(id, "Kollegaens ord.");

        var page = await author.SendAsync(stale, $"/admin/innhold/{id}", $"/admin/innhold/{id}", ("Tekst", "Mine ord."));

        Assert.Equal(HttpStatusCode.Conflict, page.Status);
        Assert.Equal("Mine ord.", page.TextOf("#Tekst"));
        Assert.Contains("Kollegaens ord.", page.TextOf("#andres-tekst"), StringComparison.Ordinal);
        Assert.Equal("Kollegaens ord.", (await _app.DraftAsync(id)).Content.In("nb").Body);
        Assert.Equal("", page.Document.QuerySelector("form[data-editor]")!.GetAttribute("data-autosave") ?? "");
    }

    [Fact]
    public async Task Save_AfterBothWereShown_KeepsTheColleaguesInTheHistory()
    {
        using var author = await _app.SignInAsAsync(StaffRole.Editor);
        using var colleague = await _app.SignInAsAsync(StaffRole.Editor);
        var id = await author.BeginAsync();
        var stale = await author.PageAsync($"/admin/innhold/{id}");
        Assert.Equal(HttpStatusCode.OK, (await AutosaveAsync(colleague, id, await colleague.PageAsync($"/admin/innhold/{id}"), "Bare lagret av seg selv.")).Status);
        var both = await author.SendAsync(stale, $"/admin/innhold/{id}", $"/admin/innhold/{id}", ("Tekst", "Mine ord."));

        var saved = await author.SendAsync(both, $"/admin/innhold/{id}", $"/admin/innhold/{id}");

        Assert.Equal(HttpStatusCode.Redirect, saved.Status);
        var draft = await _app.DraftAsync(id);
        Assert.Equal("Mine ord.", draft.Content.In("nb").Body);
        Assert.Contains(draft.Revisions, revision => revision.Content.In("nb").Body == "Bare lagret av seg selv.");
    }

    [Fact]
    public async Task Save_ByBothAtOnce_LosesNeither()
    {
        using var author = await _app.SignInAsAsync(StaffRole.Editor);
        using var colleague = await _app.SignInAsAsync(StaffRole.Editor);
        var id = await author.BeginAsync();
        var pages = new[] { await author.PageAsync($"/admin/innhold/{id}"), await colleague.PageAsync($"/admin/innhold/{id}") };

        var answers = await Task.WhenAll(
            author.SendAsync(pages[0], $"/admin/innhold/{id}", $"/admin/innhold/{id}", ("Tekst", "Den ene.")),
            colleague.SendAsync(pages[1], $"/admin/innhold/{id}", $"/admin/innhold/{id}", ("Tekst", "Den andre.")));

        Assert.Single(answers, answer => answer.Status == HttpStatusCode.Redirect);
        var refused = Assert.Single(answers, answer => answer.Status == HttpStatusCode.Conflict);
        Assert.Equal(["Den andre.", "Den ene."], new[] { refused.TextOf("#Tekst"), refused.TextOf("#andres-tekst") }.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Autosave_OverAColleague_StopsAndChangesNothing()
    {
        using var author = await _app.SignInAsAsync(StaffRole.Editor);
        using var colleague = await _app.SignInAsAsync(StaffRole.Editor);
        var id = await author.BeginAsync();
        var stale = await author.PageAsync($"/admin/innhold/{id}");
        await colleague.WriteAsync(id, "Kollegaens ord.");

        var answer = await AutosaveAsync(author, id, stale, "Mine ord.");

        Assert.Equal(HttpStatusCode.Conflict, answer.Status);
        Assert.Equal("Kollegaens ord.", (await _app.DraftAsync(id)).Content.In("nb").Body);
    }

    [Fact]
    public async Task Autosave_WhileSomebodyWrites_SavesWithoutARevision()
    {
        using var author = await _app.SignInAsAsync(StaffRole.Editor);
        var id = await author.BeginAsync();

        var answer = await AutosaveAsync(author, id, await author.PageAsync($"/admin/innhold/{id}"), "Halvveis i en");

        var draft = await _app.DraftAsync(id);
        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Equal($"{{\"versjon\":{draft.Version}}}", answer.Text);
        Assert.Equal("Halvveis i en", draft.Content.In("nb").Body);
        Assert.Single(draft.Revisions);
    }

    [Fact]
    public async Task Restore_AnOldRevision_BringsItsTextBack()
    {
        using var author = await _app.SignInAsAsync(StaffRole.Editor);
        var id = await author.BeginAsync();
        await author.WriteAsync(id, "Første utgave.");
        await author.WriteAsync(id, "Andre utgave.");
        var history = await author.PageAsync($"/admin/innhold/{id}/historikk?fra=2&til=3");
        Assert.Equal("Første", history.TextOf("del"));
        Assert.Equal("Andre", history.TextOf("ins"));

        await author.SendAsync($"/admin/innhold/{id}/historikk", $"/admin/innhold/{id}/historikk", ("nummer", "2"));

        var draft = await _app.DraftAsync(id);
        Assert.Equal("Første utgave.", draft.Content.In("nb").Body);
        Assert.Equal(4, draft.Revisions.Count);
    }

    [Fact]
    public async Task Restore_OverWhatWasOnlySavedByItself_KeepsThatInTheHistory()
    {
        using var author = await _app.SignInAsAsync(StaffRole.Editor);
        var id = await author.BeginAsync();
        await author.WriteAsync(id, "Første utgave.");
        await AutosaveAsync(author, id, await author.PageAsync($"/admin/innhold/{id}"), "Aldri lagret med vilje.");

        await author.SendAsync($"/admin/innhold/{id}/historikk", $"/admin/innhold/{id}/historikk", ("nummer", "1"));

        Assert.Contains((await _app.DraftAsync(id)).Revisions, revision => revision.Content.In("nb").Body == "Aldri lagret med vilje.");
    }

    [Fact]
    public async Task Restore_FromAStalePage_IsRefused()
    {
        using var author = await _app.SignInAsAsync(StaffRole.Editor);
        using var colleague = await _app.SignInAsAsync(StaffRole.Editor);
        var id = await author.BeginAsync();
        await author.WriteAsync(id, "Første utgave.");
        var stale = await author.PageAsync($"/admin/innhold/{id}/historikk");
        await colleague.WriteAsync(id, "Kollegaens ord.");

        var answer = await author.SendAsync(stale, $"/admin/innhold/{id}/historikk", $"/admin/innhold/{id}/historikk", ("nummer", "1"));

        Assert.Equal(HttpStatusCode.Conflict, answer.Status);
        Assert.Contains("er endret siden", answer.TextOf(".error-summary"), StringComparison.Ordinal);
        Assert.Equal("Kollegaens ord.", (await _app.DraftAsync(id)).Content.In("nb").Body);
    }

    public void Dispose() => _app.Dispose();

    private static Task<HtmlPage> AutosaveAsync(HttpClient client, int id, HtmlPage page, string text) =>
        client.SendAsync(page, $"/admin/innhold/{id}", $"/admin/innhold/{id}/autolagring", ("Tekst", text));
}
