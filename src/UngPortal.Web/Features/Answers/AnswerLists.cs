using Microsoft.EntityFrameworkCore;
using UngPortal.Features.Experts;
using UngPortal.Features.Publications;
using UngPortal.Platform.Data;

namespace UngPortal.Features.Answers;

/// <summary>Reads lists of published answers: numbers along an index first, then just the rows that are shown.</summary>
public sealed class AnswerLists(PortalDbContext db, CatalogueCopy catalogue, RoleList roles)
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
        var total = await places.Take(MostCounted).CountAsync(cancellationToken);
        var found = page > MostPages ? [] : await InOrder(places, filter).Skip((page - 1) * PageSize).Take(PageSize).Select(place => place.AnswerId).ToListAsync(cancellationToken);
        return (await OfAsync(found, cancellationToken), total);
    }

    /// <summary>The newest under a topic, or of the whole library.</summary>
    public async Task<IReadOnlyList<AnswerTeaser>> NewestAsync(int topicId, int count, CancellationToken cancellationToken)
    {
        var filter = new AnswerFilter { TopicId = topicId };
        return await OfAsync(await InOrder(Places(filter), filter).Take(count).Select(place => place.AnswerId).ToListAsync(cancellationToken), cancellationToken);
    }

    /// <summary>Those with the public numbers that lists show, in their order.</summary>
    public async Task<IReadOnlyList<AnswerTeaser>> OfPublicIdsAsync(IReadOnlyList<int> publicIds, CancellationToken cancellationToken)
    {
        // Whether lists show them is not asked of the database: it would think an index on that a short way, and nearly all are shown.
        var rows = await db.PublishedAnswers.Where(answer => publicIds.Contains(answer.PublicId)).Select(answer => new { answer.Id, answer.PublicId, IsListed = answer.TakenDownAt == null && answer.ClusterId == null }).ToListAsync(cancellationToken);
        var found = rows.Where(row => row.IsListed).ToDictionary(row => row.PublicId, row => row.Id);
        return await OfAsync([.. publicIds.Where(found.ContainsKey).Select(id => found[id])], cancellationToken);
    }

    /// <summary>An answer and the near duplicates behind it, the shown one first.</summary>
    public async Task<IReadOnlyList<AnswerTeaser>> AlikeAsync(int publicId, CancellationToken cancellationToken)
    {
        var shown = await db.PublishedAnswers.Where(answer => answer.PublicId == publicId && answer.TakenDownAt == null).Select(answer => answer.ClusterId ?? answer.PublicId).FirstOrDefaultAsync(cancellationToken);
        var all = await db.PublishedAnswers.Where(answer => (answer.PublicId == shown || answer.ClusterId == shown) && answer.TakenDownAt == null)
            .OrderBy(answer => answer.ClusterId != null).ThenByDescending(answer => answer.AnsweredAt).ThenByDescending(answer => answer.Id).Take(MostAlike).Select(answer => answer.Id).ToListAsync(cancellationToken);
        return await OfAsync(all, cancellationToken);
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

    private async Task<IReadOnlyList<AnswerTeaser>> OfAsync(List<int> ids, CancellationToken cancellationToken)
    {
        if (ids.Count == 0)
        {
            return [];
        }

        var rows = await db.PublishedAnswers.Where(answer => ids.Contains(answer.Id)).Select(answer => new
        {
            answer.Id,
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
            Topic = answer.Places.Where(place => place.Position == 1).Select(place => place.TopicId).FirstOrDefault(),
        }).ToListAsync(cancellationToken);
        var numbers = rows.ConvertAll(row => row.PublicId);
        var alike = await db.PublishedAnswers.Where(answer => answer.ClusterId != null && numbers.Contains(answer.ClusterId.Value) && answer.TakenDownAt == null)
            .GroupBy(answer => answer.ClusterId!.Value).Select(group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(group => group.Key, group => group.Count, cancellationToken);
        var names = (await roles.AllAsync(cancellationToken)).ToDictionary(role => role.Key, role => role.Name, StringComparer.Ordinal);
        var tree = (await catalogue.ReadAsync(cancellationToken)).Topics;
        return
        [
            .. rows.OrderBy(row => ids.IndexOf(row.Id)).Select(row => new AnswerTeaser
            {
                PublicId = row.PublicId, Slug = row.Slug, Origin = row.Origin, Language = row.Language, Title = row.Title, Question = row.Question, AgeFrom = row.AgeFrom, AgeTo = row.AgeTo, Gender = row.Gender,
                AnsweredAt = row.AnsweredAt, PublishedAt = row.PublishedAt, Role = names.GetValueOrDefault(row.Role),
                TopicName = tree.Find(row.Topic)?.Name, Hue = tree.Find(row.Topic) is { } topic ? tree.HueOf(topic) : 0, Alike = alike.GetValueOrDefault(row.PublicId),
            }),
        ];
    }
}
