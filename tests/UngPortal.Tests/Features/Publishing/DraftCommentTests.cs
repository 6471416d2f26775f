using System.Net;
using Microsoft.EntityFrameworkCore;
using UngPortal.Features.Publishing;
using UngPortal.Kernel;
using UngPortal.Testing;

namespace UngPortal.Tests.Features.Publishing;

/// <summary>What colleagues say to each other about a text, and when it is dealt with.</summary>
public sealed class DraftCommentTests : IDisposable
{
    private readonly PortalApp _app = new();

    [Fact]
    public async Task Say_AboutAPassage_ShowsThePassage()
    {
        using var author = await _app.SignInAsAsync(StaffRole.Editor);
        var id = await author.BeginAsync();

        await SayAsync(author, id, "Kan dette sies enklere?", "Den komplekse problematikken");

        var page = await author.PageAsync($"/admin/innhold/{id}");
        Assert.Contains("Den komplekse problematikken", page.TextOf(".staff-comment blockquote"), StringComparison.Ordinal);
        Assert.Equal("Kan dette sies enklere?", page.TextOf(".staff-comment .staff-said"));
    }

    [Fact]
    public async Task Say_WithTooLongAPassage_KeepsBothFields()
    {
        using var author = await _app.SignInAsAsync(StaffRole.Editor);
        var id = await author.BeginAsync();

        var page = await SayAsync(author, id, "Hva med dette?", new string('a', 301));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Equal("Hva med dette?", page.TextOf("#Kommentar"));
        Assert.Equal(301, page.TextOf("#Gjelder").Length);
        Assert.Equal(0, await _app.InDatabaseAsync(db => db.DraftComments.CountAsync()));
    }

    [Fact]
    public async Task Resolve_ThenReopen_SaysWhoAndWhen()
    {
        using var author = await _app.SignInAsAsync(StaffRole.Editor);
        var colleagueId = await _app.HireAsync(roles: StaffRole.Editor);
        using var colleague = await _app.SignInAsync(colleagueId);
        var name = (await _app.StaffAsync(colleagueId)).DisplayName;
        var id = await author.BeginAsync();
        await SayAsync(author, id, "Kan dette sies enklere?");

        await PressAsync(colleague, id, "Resolve");
        var resolved = await author.PageAsync($"/admin/innhold/{id}");
        Assert.Contains($"Løst av {name}, ", resolved.TextOf("details .staff-comment"), StringComparison.Ordinal);
        Assert.False(resolved.Document.QuerySelector("details:has(.staff-comment)")!.HasAttribute("open"));

        await PressAsync(colleague, id, "Reopen");
        var reopened = await author.PageAsync($"/admin/innhold/{id}");
        Assert.Null(reopened.Document.QuerySelector("details .staff-comment"));
        Assert.Contains($"Åpnet igjen av {name}, ", reopened.TextOf(".staff-comment"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Resolve_Twice_KeepsTheFirst()
    {
        using var author = await _app.SignInAsAsync(StaffRole.Editor);
        using var colleague = await _app.SignInAsAsync(StaffRole.Editor);
        var id = await author.BeginAsync();
        await SayAsync(author, id, "Kan dette sies enklere?");
        var stale = await colleague.PageAsync($"/admin/innhold/{id}");
        await PressAsync(author, id, "Resolve");
        var first = await _app.InDatabaseAsync(db => db.DraftComments.AsNoTracking().SingleAsync());
        _app.Clock.Advance(TimeSpan.FromMinutes(1));

        var answer = await colleague.SendAsync(stale, $"/admin/innhold/{id}/kommentar?handler=Resolve", $"/admin/innhold/{id}/kommentar?handler=Resolve");

        var second = await _app.InDatabaseAsync(db => db.DraftComments.AsNoTracking().SingleAsync());
        Assert.Equal(HttpStatusCode.Redirect, answer.Status);
        Assert.Equal((first.ResolvedAt, first.ResolvedById), (second.ResolvedAt, second.ResolvedById));
    }

    [Fact]
    public async Task Submit_WithAnUnresolvedComment_WarnsButGoesOn()
    {
        using var author = await _app.SignInAsAsync(StaffRole.Editor);
        var id = await author.BeginAsync();
        await author.WriteAsync(id);
        await SayAsync(author, id, "Kan dette sies enklere?");

        Assert.Contains("1 kommentar er ikke løst", (await author.PageAsync($"/admin/innhold/{id}")).TextOf(".editor__steps .staff-note"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await author.StepAsync(id, DraftStep.Submit)).Status);
    }

    [Fact]
    public async Task Resolve_ACommentOfAnotherHousesDraft_Is404()
    {
        using var author = await _app.SignInAsAsync(StaffRole.Editor);
        using var stranger = await _app.SignInAsAsync(StaffRole.Editor, StaffVisits.OtherHouse);
        var theirs = await author.BeginAsync();
        await SayAsync(author, theirs, "Kan dette sies enklere?");
        var own = await stranger.BeginAsync("Noe helt annet");
        var page = await stranger.PageAsync($"/admin/innhold/{own}");
        var comment = (await _app.InDatabaseAsync(db => db.DraftComments.AsNoTracking().SingleAsync())).Id.ToString(System.Globalization.CultureInfo.InvariantCulture);

        foreach (var draft in new[] { theirs, own })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await stranger.SendAsync(page, $"/admin/innhold/{own}/kommentar", $"/admin/innhold/{draft}/kommentar?handler=Resolve", ("kommentar", comment))).Status);
        }

        Assert.False((await _app.InDatabaseAsync(db => db.DraftComments.AsNoTracking().SingleAsync())).IsResolved);
    }

    public void Dispose() => _app.Dispose();

    private static Task<HtmlPage> SayAsync(HttpClient client, int id, string text, string quote = "") =>
        client.SendAsync($"/admin/innhold/{id}", $"/admin/innhold/{id}/kommentar", ("Kommentar", text), ("Gjelder", quote));

    private static Task<HtmlPage> PressAsync(HttpClient client, int id, string handler) =>
        client.SendAsync($"/admin/innhold/{id}", $"/admin/innhold/{id}/kommentar?handler={handler}");
}
