using Microsoft.EntityFrameworkCore;
using UngPortal.Kernel;
using UngPortal.Platform.Data;

namespace UngPortal.Features.Answers.Reviewing;

/// <summary>Answers that nobody has looked at for a year, those first that are oldest and most read. Source: product/questions.md, "The library".</summary>
public sealed class ReviewQueue(PortalDbContext db)
{
    private const int Considered = 500;
    private const int Shown = 30;

    /// <summary>The first of the queue, and how many wait.</summary>
    public async Task<(IReadOnlyList<Row> Rows, int Waiting)> ReadAsync(CancellationToken cancellationToken)
    {
        var today = OsloTime.DayOf(db.Time.GetUtcNow().UtcDateTime);
        var due = today.AddDays(-PublishedAnswer.FreshDays);
        var waiting = db.PublishedAnswers.AsNoTracking().Where(answer => answer.TakenDownAt == null && answer.ReviewedAt < due);
        var oldest = await waiting.OrderBy(answer => answer.ReviewedAt).ThenBy(answer => answer.Id).Take(Considered)
            .Select(answer => new Row(answer.PublicId, answer.Slug, answer.Title, answer.Language, answer.AnsweredAt, answer.ReviewedAt, answer.Reads)).ToListAsync(cancellationToken);
        return ([.. oldest.OrderByDescending(row => (today.DayNumber - row.ReviewedAt.DayNumber) * Math.Log2(2 + row.Reads)).Take(Shown)], await waiting.CountAsync(cancellationToken));
    }

    public sealed record Row(int PublicId, string Slug, string Title, string Language, DateOnly AnsweredAt, DateOnly ReviewedAt, int Reads)
    {
        public string Path => PublishedAnswer.PathOf(PublicId, Slug);
    }
}
