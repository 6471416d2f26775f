using Microsoft.EntityFrameworkCore;
using UngPortal.Kernel;
using UngPortal.Platform.Caching;
using UngPortal.Platform.Data;
using UngPortal.Platform.Jobs;

namespace UngPortal.Features.Answers;

/// <summary>Writes down each minute how often which answers were read on this node. Of who read them nothing is known.</summary>
public sealed partial class ReadingCounts(PageReadings readings, IServiceScopeFactory scopes, TimeProvider time, ILogger<ReadingCounts> logger) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(1);

    /// <summary>Adds what was counted since last time. What can't be kept now is kept for the next minute.</summary>
    public async Task KeepAsync(CancellationToken cancellationToken)
    {
        var counts = readings.Take(PublishedAnswer.KeyBeginning);
        try
        {
            if (counts.Count > 0)
            {
                await using var scope = scopes.CreateAsyncScope();
                var db = scope.ServiceProvider.GetRequiredService<PortalDbContext>();
                await db.InTransactionAsync(stop => WriteAsync(db, counts, OsloTime.DayOf(time.GetUtcNow().UtcDateTime), stop), cancellationToken);
            }
        }
        catch
        {
            foreach (var (name, count) in counts)
            {
                readings.Add(name, count);
            }

            throw;
        }
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Beat.KeepAsync(Interval, time, KeepAsync, LogPostponed, stoppingToken);

    private static async Task<int> WriteAsync(PortalDbContext db, IReadOnlyDictionary<string, int> counts, DateOnly day, CancellationToken cancellationToken)
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

    [LoggerMessage(Level = LogLevel.Warning, Message = "Readings wait for the database ({Problem}).")]
    private partial void LogPostponed(string problem);
}
