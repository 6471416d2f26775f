using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using UngPortal.Features.Answers;
using UngPortal.Features.Answers.Reviewing;
using UngPortal.Testing;

namespace UngPortal.Tests.Features.Answers;

/// <summary>In which order answers are read again.</summary>
public sealed class ReviewQueueTests(PortalApp app) : IClassFixture<PortalApp>
{
    [Fact]
    public async Task Queue_ShowsTheMostReadFirst_HoweverManyAreOlder_AndThoseThatMayNotBePopularAmongThem()
    {
        var read = await app.PublishAsync(AnswerRows.Draft("Kan skumring lese?", "Leser skumringen bøker om natta?") with { AskedAt = new(2025, 1, 1), AnsweredAt = new(2025, 1, 2) });
        var hidden = await app.PublishAsync(AnswerRows.Draft("Kan tåka skrive dikt?", "Skriver tåka dikt om morgenen?") with { AskedAt = new(2025, 1, 1), AnsweredAt = new(2025, 1, 2) });
        await app.InDatabaseAsync(async db =>
        {
            await db.PublishedAnswers.Where(answer => answer.Id == read.Id).ExecuteUpdateAsync(set => set.SetProperty(answer => answer.Reads, 900_000));
            await db.AnswerPlaces.Where(place => place.AnswerId == read.Id).ExecuteUpdateAsync(set => set.SetProperty(place => place.Reads, 900_000));
            await db.PublishedAnswers.Where(answer => answer.Id == hidden.Id).ExecuteUpdateAsync(set => set.SetProperty(answer => answer.Reads, 900_001));
            await db.AnswerPlaces.Where(place => place.AnswerId == hidden.Id).ExecuteUpdateAsync(set => set.SetProperty(place => place.Reads, 900_001).SetProperty(place => place.MayBePopular, false));
            var older = (await db.PublishedAnswers.OrderBy(answer => answer.Id).Select(answer => answer.Id).ToListAsync()).Except([read.Id, hidden.Id]).ToList();
            return await db.PublishedAnswers.Where(answer => older.Contains(answer.Id)).ExecuteUpdateAsync(set => set.SetProperty(answer => answer.ReviewedAt, new DateOnly(2018, 1, 1)));
        });
        await using var scope = app.Services.CreateAsyncScope();

        var (rows, waiting) = await scope.ServiceProvider.GetRequiredService<ReviewQueue>().ReadAsync(CancellationToken.None);

        Assert.Equal([hidden.PublicId, read.PublicId], rows.Take(2).Select(row => row.PublicId));
        Assert.Equal((30, 30), (rows.Count, rows.DistinctBy(row => row.PublicId).Count()));
        Assert.InRange(waiting, 120, 10_000);
    }
}
