using UngPortal.Features.Publications;
using UngPortal.Kernel;
using UngPortal.Platform.Access;

namespace UngPortal.Features.Publishing;

/// <summary>Texts that are due for review: for their owner's editors a month ahead, and for the chief editor when they are three months over. Source: product/content.md, "Review dates".</summary>
public sealed class ReviewWork(CatalogueCopy copy, TimeProvider time) : IMyWork
{
    private const int Most = 30;

    public async Task<IReadOnlyList<WorkItem>> ForAsync(StaffIdentity person, CancellationToken cancellationToken)
    {
        if (!person.Is(PublishingFeature.Writers))
        {
            return [];
        }

        var now = time.GetUtcNow().UtcDateTime;
        var today = OsloTime.DayOf(now);
        var own = person.OrganisationsAs(StaffRole.Editor);
        var chief = person.Is(StaffRole.ChiefEditor);
        bool IsMine(CatalogueEntry entry) => entry.OwnerId is { } owner ? own.Contains(owner) : person.Is(StaffRole.Editor);
        return
        [
            .. (await copy.ReadAsync(cancellationToken)).Entries.Where(entry => entry.IsLive(now))
                .Where(entry => (chief && ReviewDates.IsEscalated(entry.Facts.ReviewDueAt, today)) || (IsMine(entry) && ReviewDates.IsNear(entry.Facts.ReviewDueAt, today)))
                .OrderBy(entry => entry.Facts.ReviewDueAt).Take(Most)
                .Select(entry => new WorkItem(
                    ReviewDates.IsEscalated(entry.Facts.ReviewDueAt, today) ? "Work_ReviewOver" : "Work_ReviewDue",
                    entry.In(Language.Bokmal).Title,
                    $"/admin/innhold/publisert?forfall=true&q={Uri.EscapeDataString(entry.Slug)}",
                    entry.Facts.ReviewDueAt.ToDateTime(TimeOnly.MinValue))),
        ];
    }
}
