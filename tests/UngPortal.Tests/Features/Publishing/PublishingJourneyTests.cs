using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using UngPortal.Features.Publishing;
using UngPortal.Kernel;
using UngPortal.Platform.Audit;
using UngPortal.Testing;

namespace UngPortal.Tests.Features.Publishing;

/// <summary>From an empty page to the public one, and everything that may come between.</summary>
public sealed class PublishingJourneyTests : IDisposable
{
    private readonly PortalApp _app = new();

    [Fact]
    public async Task Publish_AfterBothApprovals_ShowsThePageWithItsReviewer()
    {
        using var author = await _app.SignInAsAsync(StaffRole.Editor);
        var id = await _app.ApprovedAsync(author);

        var answer = await author.StepAsync(id, DraftStep.Publish);
        await _app.DeliverOutboxAsync();

        Assert.Equal(HttpStatusCode.Redirect, answer.Status);
        var page = await _app.GetPageAsync($"/artikler/{PublishingDesk.Slug}");
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Equal(PublishingDesk.Title, page.TextOf("h1"));
        Assert.Contains("Prøvehuset", page.TextOf(".meta"), StringComparison.Ordinal);
        Assert.Contains(PublishingDesk.Slug, (await _app.GetPageAsync("/sitemap.xml")).Text, StringComparison.Ordinal);
        Assert.Contains(PublishingDesk.Slug, (await _app.GetPageAsync("/feed.atom")).Text, StringComparison.Ordinal);
        Assert.Contains("published", await _app.InDatabaseAsync(db => db.AuditEntries.Select(entry => entry.Action).ToListAsync()));
    }

    [Theory]
    [InlineData(DraftStep.ApproveAsProfessional)]
    [InlineData(DraftStep.SendBack)]
    public async Task Step_ThatTakesTheDraftOutOfSight_LeadsToTheListAndSaysThatItIsDone(DraftStep step)
    {
        using var author = await _app.SignInAsAsync(StaffRole.Editor);
        using var editor = await _app.SignInAsAsync(StaffRole.Editor);
        using var professional = await _app.SignInAsAsync(StaffRole.ExpertReviewer, StaffVisits.OtherHouse);
        var id = await author.BeginAsync();
        await author.WriteAsync(id);
        await author.StepAsync(id, DraftStep.Submit);
        await editor.StepAsync(id, DraftStep.ApproveAsEditor);

        var answer = await professional.StepAsync(id, step, ("Grunn", "Kan den bli kortere?"));
        var next = await professional.PageAsync(answer.Response.Headers.Location!.OriginalString);

        Assert.Equal((HttpStatusCode.OK, "Det er gjort"), (next.Status, next.TextOf(".flash").Trim()));
    }

    [Fact]
    public async Task Schedule_GoesOutWithItsMinuteAndNotBefore()
    {
        using var author = await _app.SignInAsAsync(StaffRole.Editor);
        var id = await _app.ApprovedAsync(author);

        await author.StepAsync(id, DraftStep.Schedule, ("Nar", "2026-11-23T13:10"));
        _app.Clock.Advance(TimeSpan.FromMinutes(9));
        await _app.Services.GetRequiredService<ScheduledPublishing>().RunAsync(CancellationToken.None);
        Assert.Equal(DraftState.Scheduled, (await _app.DraftAsync(id)).State);

        _app.Clock.Advance(TimeSpan.FromMinutes(1));
        await _app.Services.GetRequiredService<ScheduledPublishing>().RunAsync(CancellationToken.None);

        Assert.Equal(DraftState.Published, (await _app.DraftAsync(id)).State);
    }

    [Fact]
    public async Task Save_WithFaults_KeepsTheText()
    {
        using var author = await _app.SignInAsAsync(StaffRole.Editor);
        var id = await author.BeginAsync();

        var page = await author.WriteAsync(id, "Alt dette skal stå her.", ("Ingress", new string('a', 301)), ("Kilder", "bare et ord"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Equal("Alt dette skal stå her.", page.TextOf("#Tekst"));
        Assert.Equal(2, page.Document.QuerySelectorAll(".error-summary li").Length);
    }

    [Fact]
    public async Task Submit_WithAPhoneNumber_IsRefusedWithTheLine()
    {
        using var author = await _app.SignInAsAsync(StaffRole.Editor);
        var id = await author.BeginAsync();
        await author.WriteAsync(id, "Ring 22 33 44 55 nå.");

        var answer = await author.StepAsync(id, DraftStep.Submit);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Equal(DraftState.Draft, (await _app.DraftAsync(id)).State);
    }

    [Fact]
    public async Task V8_2_2_Open_AnotherHousesDraft_Is404()
    {
        using var author = await _app.SignInAsAsync(StaffRole.Editor);
        using var stranger = await _app.SignInAsAsync(StaffRole.Editor, StaffVisits.OtherHouse);
        var id = await author.BeginAsync();

        foreach (var path in new[] { $"/admin/innhold/{id}", $"/admin/innhold/{id}/historikk" })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await stranger.PageAsync(path)).Status);
        }
    }

    [Fact]
    public async Task Preview_WithoutScript_SavesAndShowsThePage()
    {
        using var author = await _app.SignInAsAsync(StaffRole.Editor);
        var id = await author.BeginAsync();
        var form = (await author.PageAsync($"/admin/innhold/{id}")).Form($"/admin/innhold/{id}");
        form["Tekst"] = "## En overskrift\n\nHer er teksten.";
        using var content = new FormUrlEncodedContent(form);

        var page = await HtmlPage.ReadAsync(await author.PostAsync(new Uri($"/admin/innhold/{id}?handler=Preview", UriKind.Relative), content));

        Assert.Equal("En overskrift", page.TextOf(".editor__preview .prose h2"));
        Assert.Contains("LIX", page.TextOf(".staff-lix"), StringComparison.Ordinal);
        Assert.Contains("overskrift", (await _app.DraftAsync(id)).Content.In("nb").Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Home_OfAnotherEditor_NamesWhatWaits()
    {
        using var author = await _app.SignInAsAsync(StaffRole.Editor);
        using var editor = await _app.SignInAsAsync(StaffRole.Editor);
        var id = await author.BeginAsync();
        await author.WriteAsync(id);
        await author.StepAsync(id, DraftStep.Submit);

        Assert.Contains($"/admin/innhold/{id}", (await editor.PageAsync("/admin")).Links);
        Assert.DoesNotContain($"/admin/innhold/{id}", (await author.PageAsync("/admin")).Links);
    }

    public void Dispose() => _app.Dispose();
}
