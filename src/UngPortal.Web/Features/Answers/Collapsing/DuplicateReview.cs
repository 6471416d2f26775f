using Microsoft.EntityFrameworkCore;
using UngPortal.Platform.Data;
using UngPortal.Platform.Jobs;

namespace UngPortal.Features.Answers.Collapsing;

/// <summary>Looks every night for near duplicates among what came or changed lately, which the search did not know when it was published.</summary>
public sealed class DuplicateReview(PortalDbContext db, NearDuplicates duplicates) : IPortalJob
{
    private const int Batch = 100;
    private static readonly TimeSpan Lately = TimeSpan.FromDays(3);

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var since = db.Time.GetUtcNow().UtcDateTime - Lately;
        for (var after = 0; ;)
        {
            var answers = await db.PublishedAnswers.Include(answer => answer.Places).Where(answer => answer.Id > after && answer.ChangedAt >= since && answer.TakenDownAt == null && answer.ClusterId == null)
                .OrderBy(answer => answer.Id).Take(Batch).ToListAsync(cancellationToken);
            foreach (var answer in answers)
            {
                await ReviewAsync(answer, cancellationToken);
            }

            await db.SaveChangesAsync(cancellationToken);
            db.ChangeTracker.Clear();
            if (answers.Count < Batch)
            {
                return;
            }

            after = answers[^1].Id;
        }
    }

    private async Task ReviewAsync(PublishedAnswer answer, CancellationToken cancellationToken)
    {
        var others = answer.IsListed ? await duplicates.CollapseAsync(answer, cancellationToken) : [];
        foreach (var changed in others.Concat(answer.IsListed ? [] : [answer]))
        {
            db.AnnounceAnswer(changed);
        }
    }
}
