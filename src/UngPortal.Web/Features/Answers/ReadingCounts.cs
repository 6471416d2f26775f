using Microsoft.EntityFrameworkCore;
using UngPortal.Platform.Caching;
using UngPortal.Platform.Data;

namespace UngPortal.Features.Answers;

/// <summary>Writes down each minute how often which answers were read on this node. Of who read them nothing is known.</summary>
public sealed class ReadingCounts(PageReadings readings, IServiceScopeFactory scopes, TimeProvider time, ILogger<ReadingCounts> logger) : KeptReadings(readings, scopes, time, logger, PublishedAnswer.KeyBeginning)
{
    protected override async Task<int> WriteAsync(PortalDbContext db, IReadOnlyDictionary<string, int> counts, DateOnly day, CancellationToken cancellationToken)
    {
        foreach (var some in counts.Chunk(500))
        {
            var byNumber = some.ToDictionary(pair => AnswerDocuments.PublicIdOf(pair.Key), pair => pair.Value);
            var rows = await db.PublishedAnswers.Where(answer => byNumber.Keys.Contains(answer.PublicId)).Select(answer => new { answer.Id, answer.PublicId }).ToListAsync(cancellationToken);
            foreach (var row in rows)
            {
                await AddAsync(db, row.Id, day, byNumber[row.PublicId], cancellationToken);
            }
        }

        return await db.SaveChangesAsync(cancellationToken);
    }

    /// <summary>Not through the entity: a reader is no reason for an editor's save to be refused.</summary>
    private static async Task AddAsync(PortalDbContext db, int id, DateOnly day, int count, CancellationToken cancellationToken)
    {
        await db.PublishedAnswers.Where(answer => answer.Id == id).ExecuteUpdateAsync(set => set.SetProperty(answer => answer.Reads, answer => answer.Reads + count), cancellationToken);
        await db.AnswerPlaces.Where(place => place.AnswerId == id).ExecuteUpdateAsync(set => set.SetProperty(place => place.Reads, place => place.Reads + count), cancellationToken);
        if (await db.AnswerReadings.Where(reading => reading.AnswerId == id && reading.Day == day).ExecuteUpdateAsync(set => set.SetProperty(reading => reading.Count, reading => reading.Count + count), cancellationToken) == 0)
        {
            db.AnswerReadings.Add(new AnswerReading { AnswerId = id, Day = day, Count = count });
        }
    }
}
