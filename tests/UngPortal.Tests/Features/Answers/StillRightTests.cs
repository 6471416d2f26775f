using System.Net;
using Microsoft.EntityFrameworkCore;
using UngPortal.Features.Answers;
using UngPortal.Kernel;
using UngPortal.Testing;

namespace UngPortal.Tests.Features.Answers;

/// <summary>The queue of answers that nobody has looked at for a year.</summary>
public sealed class StillRightTests(PortalApp app) : IClassFixture<PortalApp>
{
    private const string Path = "/admin/sporsmal/fortsatt-riktig";

    [Fact]
    public async Task Confirm_TakesItOutOfTheQueue_AndIsWrittenDown()
    {
        var answer = await app.PublishAsync(AnswerRows.Draft("Er tussmørket gammelt?", "Hvor gammelt er tussmørket?") with { AskedAt = new(2019, 1, 1), AnsweredAt = new(2019, 1, 2) });
        using var editor = await app.SignInAsAsync(StaffRole.ExpertReviewer);
        var before = await HtmlPage.ReadAsync(await editor.GetAsync(new Uri(Path, UriKind.Relative)));

        var done = await editor.FillInAsync(Path, $"{Path}?handler=Confirm&id={answer.PublicId}");
        var after = await HtmlPage.ReadAsync(await editor.GetAsync(new Uri(Path, UriKind.Relative)));
        await app.DeliverOutboxAsync();

        Assert.Equal(answer.Path, before.Document.QuerySelector(".staff-list a")?.GetAttribute("href"));
        Assert.Equal(HttpStatusCode.Redirect, done.Status);
        Assert.DoesNotContain(answer.Path, after.Links);
        Assert.Contains("Sett over på nytt", (await app.GetPageAsync(answer.Path)).TextOf(".answer__who"), StringComparison.Ordinal);
        Assert.Equal(["answer-published", "answer-still-right"], await app.AuditOfAsync(answer.Key));
    }

    [Fact]
    public async Task Correct_IsNoReview_UntilSomebodySaysSo()
    {
        var draft = AnswerRows.Draft("Er morgenrøden lov å eie?", "Hvem eier morgenrøden når den kommer?") with { Topics = ["rettigheter"], AskedAt = new(2019, 2, 1), AnsweredAt = new(2019, 2, 2) };
        var answer = await app.PublishAsync(draft);
        using var editor = await app.SignInAsAsync(StaffRole.ExpertReviewer);

        await app.WithPublishingAsync((publishing, by) => publishing.CorrectAsync(answer.PublicId, draft with { Answer = draft.Answer with { Brief = "Nei, den er alles sin." } }, "En skrivefeil.", by, CancellationToken.None));

        Assert.Equal(draft.AnsweredAt, (await FindAsync(answer.PublicId)).ReviewedAt);
        Assert.True(await IsHiddenAsync(answer.Path));
        Assert.Contains(answer.Path, (await HtmlPage.ReadAsync(await editor.GetAsync(new Uri(Path, UriKind.Relative)))).Links);
        await app.WithPublishingAsync((publishing, by) => publishing.ConfirmStillRightAsync(answer.PublicId, by, CancellationToken.None));
        Assert.False(await IsHiddenAsync(answer.Path));
    }

    private Task<PublishedAnswer> FindAsync(int publicId) => app.InDatabaseAsync(db => db.PublishedAnswers.AsNoTracking().SingleAsync(one => one.PublicId == publicId));

    private async Task<bool> IsHiddenAsync(string path) => (await app.GetPageAsync(path)).Document.QuerySelector("meta[name=robots]")?.GetAttribute("content")?.Contains("noindex", StringComparison.Ordinal) == true;
}
