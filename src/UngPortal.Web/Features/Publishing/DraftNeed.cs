using Microsoft.EntityFrameworkCore;
using UngPortal.Features.MediaLibrary;
using UngPortal.Platform.Data;

namespace UngPortal.Features.Publishing;

/// <summary>Open drafts need the files that they show, or that a revision of theirs could bring back.</summary>
public sealed class DraftNeed(PortalDbContext db) : IMediaNeed
{
    public Task<bool> NamesAsync(string name, CancellationToken cancellationToken) => db.Drafts
        .Where(draft => draft.State != DraftState.Published && draft.State != DraftState.Discarded)
        .AnyAsync(
            draft => ((string)(object)draft.Content).Contains(name)
                || db.Set<DraftRevision>().Any(revision => revision.DraftId == draft.Id && ((string)(object)revision.Content).Contains(name)),
            cancellationToken);
}
