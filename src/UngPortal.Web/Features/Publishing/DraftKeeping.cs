using Microsoft.EntityFrameworkCore;
using UngPortal.Platform.Data;

namespace UngPortal.Features.Publishing;

/// <summary>Sees to it that nobody's words are lost when something takes their place.</summary>
public sealed class DraftKeeping(PortalDbContext db)
{
    /// <summary>Keeps the draft as its last author left it, unless the newest revision says the same. Saves nothing by itself.</summary>
    public async Task KeepUnkeptAsync(Draft draft, CancellationToken cancellationToken)
    {
        var kept = await db.Set<DraftRevision>().Where(revision => revision.DraftId == draft.Id && revision.Number == draft.LatestRevision).Select(revision => revision.Content).FirstOrDefaultAsync(cancellationToken);
        if (!JsonColumn.Same(kept, draft.Content))
        {
            draft.KeepAsLeft();
        }
    }

    /// <summary>Whether a save failed because somebody else saved the draft first: by its version, or by the number of its next revision.</summary>
    public bool IsOvertaken(DbUpdateException problem, int id, int version) =>
        problem is DbUpdateConcurrencyException || db.Drafts.AsNoTracking().Any(draft => draft.Id == id && draft.Version != version);
}
