using Microsoft.EntityFrameworkCore;
using UngPortal.Features.Experts;
using UngPortal.Features.Publications;
using UngPortal.Features.Topics;
using UngPortal.Kernel;
using UngPortal.Platform.Data;

namespace UngPortal.Features.Answers.Reading;

/// <summary>Reads one answer for its page.</summary>
public sealed class AnswerReader(PortalDbContext db, CatalogueCopy copy, RoleList roles, RelatedAnswers related)
{
    public async Task<AnswerView?> FindAsync(int publicId, HttpContext context, Language language, CancellationToken cancellationToken)
    {
        if (await db.PublishedAnswers.AsNoTracking().Include(one => one.Places).FirstOrDefaultAsync(one => one.PublicId == publicId, cancellationToken) is not { } answer)
        {
            return null;
        }

        var catalogue = await copy.ReadAsync(cancellationToken);
        var now = db.Time.GetUtcNow().UtcDateTime;
        var today = OsloTime.DayOf(now);
        var topics = answer.Places.Where(place => place.Position > 0).OrderBy(place => place.Position).Select(place => catalogue.Topics.Find(place.TopicId)).OfType<Topic>().ToList();
        var similar = await related.OfAsync(context, RelatedAnswers.TextOf(answer.Title, answer.Question), answer.Language, answer.Key, 0, cancellationToken);
        var isOutdated = AnswerAge.IsOutdated(answer.ReviewedAt > answer.AnsweredAt ? answer.ReviewedAt : answer.AnsweredAt, topics, today);
        return new AnswerView
        {
            Answer = answer,
            Topics = topics,
            Hue = topics.Count > 0 ? catalogue.Topics.HueOf(topics[0]) : 0,
            Role = await roles.FindAsync(answer.Role, cancellationToken),
            Articles = [.. answer.Facts.Related.Select(slug => catalogue.Find(PublicationKind.Article, slug)).OfType<CatalogueEntry>().Where(entry => entry.IsLive(now)).Select(entry => catalogue.TeaserOf(entry, language))],
            Similar = similar,
            IsOld = AnswerAge.IsOld(answer.AnsweredAt, today),
            IsOutdated = isOutdated,
            Newer = isOutdated ? similar.FirstOrDefault(other => !AnswerAge.IsOutdated(other.AnsweredAt, topics, today)) : null,
        };
    }
}
