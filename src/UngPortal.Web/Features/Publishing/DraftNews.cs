using Microsoft.EntityFrameworkCore;
using UngPortal.Features.Publications;
using UngPortal.Platform.Access;
using UngPortal.Platform.Audit;
using UngPortal.Platform.Data;

namespace UngPortal.Features.Publishing;

/// <summary>What colleagues have done with the texts that a person writes, as the audit trail has it.</summary>
public sealed class DraftNews(PortalDbContext db, TimeProvider time) : IMyNews
{
    private const int Days = 14;
    private const int TextsMost = 60;
    private const int Most = 10;

    /// <summary>The actions that are news to a writer.</summary>
    public static readonly string[] Actions =
    [
        "draft-approveaseditor", "draft-approveasprofessional", "draft-approveassafeguarding", "draft-sendback", "draft-schedule", "draft-discard", "published", "taken-down",
    ];

    public async Task<IReadOnlyList<NewsItem>> ForAsync(StaffIdentity person, CancellationToken cancellationToken)
    {
        if (!person.Is(PublishingFeature.Writers))
        {
            return [];
        }

        var mine = await db.Drafts.Where(draft => draft.AuthorIds.Contains(person.Id)).OrderByDescending(draft => draft.Id).Take(TextsMost)
            .Select(draft => new { draft.Id, draft.Kind, draft.Slug, draft.Title }).ToListAsync(cancellationToken);
        var texts = mine.DistinctBy(draft => (draft.Kind, draft.Slug)).ToDictionary(draft => Publication.KeyOf(draft.Kind, draft.Slug), StringComparer.Ordinal);
        var since = time.GetUtcNow().UtcDateTime.AddDays(-Days);
        var subjects = texts.Keys.ToList();
        var done = await db.AuditEntries.AsNoTracking()
            .Where(entry => entry.At >= since && entry.ActorId != person.Id && Actions.Contains(entry.Action) && subjects.Contains(entry.Subject))
            .OrderByDescending(entry => entry.At).Take(Most).ToListAsync(cancellationToken);
        return [.. done.Select(entry => new NewsItem($"News_{entry.Action}", texts[entry.Subject].Title, entry.ActorId is null ? "" : entry.ActorName, $"/admin/innhold/{texts[entry.Subject].Id}", entry.At))];
    }
}
