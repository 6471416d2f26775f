using Microsoft.EntityFrameworkCore;
using UngPortal.Features.Experts;
using UngPortal.Features.Publications;
using UngPortal.Platform.Data;

namespace UngPortal.Features.Answers;

/// <summary>Reads lists of published answers in one question each: along an index to the numbers, and from there just to the rows that are shown.</summary>
public sealed class AnswerLists(PortalDbContext db, ListCounts counts, CatalogueCopy catalogue, RoleList roles)
{
    public const int PageSize = 20;

    /// <summary>Nobody reads further, and counting further takes time.</summary>
    public const int MostPages = 500;

    public const int MostCounted = MostPages * PageSize;

    private const int MostAlike = 100;

    /// <summary>One page counted from 1, and how many there are in all, up to <see cref="MostCounted"/>.</summary>
    public async Task<(IReadOnlyList<AnswerTeaser> Answers, int Total)> PageAsync(AnswerFilter filter, int page, CancellationToken cancellationToken)
    {
        var places = Places(filter);
        var total = await counts.OfAsync(filter, () => places.Take(MostCounted).CountAsync(cancellationToken));
        return (page > MostPages ? [] : await OfAsync(InOrder(places, filter).Skip((page - 1) * PageSize).Take(PageSize), cancellationToken), total);
    }

    /// <summary>The newest under a topic, or of the whole library.</summary>
    public async Task<IReadOnlyList<AnswerTeaser>> NewestAsync(int topicId, int count, CancellationToken cancellationToken)
    {
        var filter = new AnswerFilter { TopicId = topicId };
        return await OfAsync(InOrder(Places(filter), filter).Take(count), cancellationToken);
    }

    /// <summary>Those with the public numbers that lists show, in their order.</summary>
    public async Task<IReadOnlyList<AnswerTeaser>> OfPublicIdsAsync(IReadOnlyList<int> publicIds, CancellationToken cancellationToken)
    {
        if (publicIds.Count == 0)
        {
            return [];
        }

        // One parameter for all, so that the question reads the same however many they are. Whether lists show them is not asked of the database: it would think an index on that a short way, and nearly all are shown.
        var found = await TeasersAsync(db.PublishedAnswers.Where(answer => EF.Parameter(publicIds).Contains(answer.PublicId)), cancellationToken);
        var listed = found.Where(row => row.IsListed).ToDictionary(row => row.Teaser.PublicId, row => row.Teaser);
        return [.. publicIds.Where(listed.ContainsKey).Select(id => listed[id])];
    }

    /// <summary>An answer and the near duplicates behind it, the shown one first.</summary>
    public async Task<IReadOnlyList<AnswerTeaser>> AlikeAsync(int publicId, CancellationToken cancellationToken)
    {
        var shown = await db.PublishedAnswers.Where(answer => answer.PublicId == publicId && answer.TakenDownAt == null).Select(answer => answer.ClusterId ?? answer.PublicId).FirstOrDefaultAsync(cancellationToken);
        var all = await TeasersAsync(
            db.PublishedAnswers.Where(answer => (answer.PublicId == shown || answer.ClusterId == shown) && answer.TakenDownAt == null)
                .OrderBy(answer => answer.ClusterId != null).ThenByDescending(answer => answer.AnsweredAt).ThenByDescending(answer => answer.Id).Take(MostAlike), cancellationToken);
        return all.ConvertAll(row => row.Teaser);
    }

    /// <summary>Addresses for search engines, the newest first: those shown in lists, and none that pages ask search engines to leave.</summary>
    public async Task<IReadOnlyList<(string Path, string Language, DateTime ChangedAt)>> AddressesAsync(int most, DateOnly since, CancellationToken cancellationToken)
    {
        var rows = await db.PublishedAnswers.Where(answer => answer.TakenDownAt == null && answer.ClusterId == null && answer.ReviewedAt >= since).OrderByDescending(answer => answer.ReviewedAt).ThenByDescending(answer => answer.Id)
            .Take(most).Select(answer => new { answer.PublicId, answer.Slug, answer.Language, answer.ChangedAt }).ToListAsync(cancellationToken);
        return rows.ConvertAll(row => (PublishedAnswer.PathOf(row.PublicId, row.Slug), row.Language, row.ChangedAt));
    }

    private IQueryable<AnswerPlace> Places(AnswerFilter filter)
    {
        var places = db.AnswerPlaces.AsNoTracking().Where(place => place.TopicId == filter.TopicId);
        places = filter.MostRead ? places.Where(place => place.MayBePopular) : places.Where(place => place.IsListed);
        places = filter.Age is { } age ? places.Where(place => place.AgeFrom >= age.From && place.AgeTo <= age.To) : places;
        places = filter.Gender is { } gender ? places.Where(place => place.Gender == gender) : places;
        places = filter.Role is { } role ? places.Where(place => place.Role == role) : places;
        if (filter.Year is { } year)
        {
            var (first, next) = (new DateOnly(year, 1, 1), new DateOnly(year + 1, 1, 1));
            places = places.Where(place => place.AnsweredAt >= first && place.AnsweredAt < next);
        }

        return places;
    }

    private static IOrderedQueryable<AnswerPlace> InOrder(IQueryable<AnswerPlace> places, AnswerFilter filter) => filter.MostRead
        ? places.OrderByDescending(place => place.Reads).ThenByDescending(place => place.AnswerId)
        : places.OrderByDescending(place => place.AnsweredAt).ThenByDescending(place => place.AnswerId);

    private async Task<IReadOnlyList<AnswerTeaser>> OfAsync(IQueryable<AnswerPlace> page, CancellationToken cancellationToken) =>
        (await TeasersAsync(page.Join(db.PublishedAnswers, place => place.AnswerId, answer => answer.Id, (place, answer) => answer), cancellationToken)).ConvertAll(row => row.Teaser);

    private async Task<List<(AnswerTeaser Teaser, bool IsListed)>> TeasersAsync(IQueryable<PublishedAnswer> answers, CancellationToken cancellationToken)
    {
        var all = db.PublishedAnswers;
        var rows = await answers.AsNoTracking().Select(answer => new
        {
            answer.PublicId,
            answer.Slug,
            answer.Origin,
            answer.Language,
            answer.Title,
            answer.Question,
            answer.AgeFrom,
            answer.AgeTo,
            answer.Gender,
            answer.AnsweredAt,
            answer.PublishedAt,
            answer.Role,
            answer.TakenDownAt,
            answer.ClusterId,
            Topic = answer.Places.Where(place => place.Position == 1).Select(place => place.TopicId).FirstOrDefault(),
            Alike = all.Count(other => other.ClusterId == answer.PublicId && other.TakenDownAt == null),
        }).ToListAsync(cancellationToken);
        var names = await roles.AllAsync(cancellationToken);
        var tree = (await catalogue.ReadAsync(cancellationToken)).Topics;
        return rows.ConvertAll(row => (
            new AnswerTeaser
            {
                PublicId = row.PublicId,
                Slug = row.Slug,
                Origin = row.Origin,
                Language = row.Language,
                Title = row.Title,
                Question = row.Question,
                AgeFrom = row.AgeFrom,
                AgeTo = row.AgeTo,
                Gender = row.Gender,
                AnsweredAt = row.AnsweredAt,
                PublishedAt = row.PublishedAt,
                Role = names.FirstOrDefault(role => role.Key == row.Role)?.Name,
                Hue = tree.Find(row.Topic) is { } topic ? tree.HueOf(topic) : 0,
                Alike = row.Alike,
            },
            row is { TakenDownAt: null, ClusterId: null }));
    }
}
