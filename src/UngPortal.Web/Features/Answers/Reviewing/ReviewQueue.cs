using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using UngPortal.Kernel;
using UngPortal.Platform.Data;

namespace UngPortal.Features.Answers.Reviewing;

/// <summary>Answers that nobody has looked at for a year, the most read first. Source: product/questions.md, "The library".</summary>
public sealed class ReviewQueue(PortalDbContext db)
{
    private const int Shown = 30;
    private const int Step = 300;

    /// <summary>How far down the most read it looks for what is due: more than are read again in a year. Behind them comes what is oldest.</summary>
    private const int Walked = 3_000;

    private static readonly Expression<Func<PublishedAnswer, Row>> RowOf =
        answer => new Row(answer.PublicId, answer.Slug, answer.Title, answer.Language, answer.AnsweredAt, answer.ReviewedAt, answer.Reads);

    /// <summary>The first of the queue, and how many wait.</summary>
    public async Task<(IReadOnlyList<Row> Rows, int Waiting)> ReadAsync(CancellationToken cancellationToken)
    {
        var due = OsloTime.DayOf(db.Time.GetUtcNow().UtcDateTime).AddDays(-PublishedAnswer.FreshDays);
        var waiting = db.PublishedAnswers.AsNoTracking().Where(answer => answer.TakenDownAt == null && answer.ReviewedAt < due);
        var oldest = waiting.OrderBy(answer => answer.ReviewedAt).ThenBy(answer => answer.Id).Take(Shown);
        List<Row> rows = [.. await MostReadAsync(due, true, cancellationToken), .. await MostReadAsync(due, false, cancellationToken)];
        if (rows.Count < Shown)
        {
            rows.AddRange(await oldest.Select(RowOf).ToListAsync(cancellationToken));
        }

        return ([.. rows.DistinctBy(row => row.PublicId).OrderByDescending(row => row.Reads).ThenBy(row => row.ReviewedAt).Take(Shown)], await waiting.CountAsync(cancellationToken));
    }

    /// <summary>Those due among the most read, step by step along the index, and no further than is needed. What may not stand among the most read is asked for by itself.</summary>
    private async Task<List<Row>> MostReadAsync(DateOnly due, bool mayBePopular, CancellationToken cancellationToken)
    {
        var found = new List<Row>();
        for (var (from, isMore) = (0, true); isMore && from < Walked && found.Count < Shown; from += Step)
        {
            var ids = await db.AnswerPlaces.Where(place => place.TopicId == AnswerPlace.Everywhere && place.MayBePopular == mayBePopular)
                .OrderByDescending(place => place.Reads).ThenByDescending(place => place.AnswerId).Skip(from).Take(Step).Select(place => place.AnswerId).ToListAsync(cancellationToken);
            isMore = ids.Count == Step;
            found.AddRange(await db.PublishedAnswers.AsNoTracking().Where(answer => ids.Contains(answer.Id) && answer.TakenDownAt == null && answer.ReviewedAt < due).Select(RowOf).ToListAsync(cancellationToken));
        }

        return found;
    }

    public sealed record Row(int PublicId, string Slug, string Title, string Language, DateOnly AnsweredAt, DateOnly ReviewedAt, int Reads)
    {
        public string Path => PublishedAnswer.PathOf(PublicId, Slug);
    }
}
