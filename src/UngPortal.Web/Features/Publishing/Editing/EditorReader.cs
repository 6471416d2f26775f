using Microsoft.EntityFrameworkCore;
using UngPortal.Features.Publications;
using UngPortal.Kernel;
using UngPortal.Platform.Access;
using UngPortal.Platform.Data;

namespace UngPortal.Features.Publishing.Editing;

/// <summary>Reads what the editor's page shows of a draft.</summary>
public sealed class EditorReader(PortalDbContext db, DraftDesk desk, DraftChecks checks, CatalogueCopy catalogue, EditorPicking picking)
{
    /// <summary>The page with this in its form.</summary>
    public async Task<EditorView> ViewAsync(Draft draft, DraftForm input, PickerForm words, StaffIdentity person, Language language, CancellationToken cancellationToken) => new()
    {
        Draft = draft,
        Input = input,
        Steps = DraftDesk.StepsOf(draft, person),
        Problems = await checks.OfAsync(draft, cancellationToken),
        Topics = (await catalogue.ReadAsync(cancellationToken)).Topics,
        Comments = await desk.RemarksOnAsync(draft.Id, cancellationToken),
        Picks = await picking.ForAsync(draft, input, words, language, cancellationToken),
        StaleSince = await StaleSinceAsync(draft, input.Sprak, cancellationToken),
    };

    private async Task<int?> StaleSinceAsync(Draft draft, string? language, CancellationToken cancellationToken)
    {
        if (language is not ("nn" or "en") || draft.Content.In(language).FromBokmal is not { } from)
        {
            return null;
        }

        var then = await db.Set<DraftRevision>().Where(revision => revision.DraftId == draft.Id && revision.Number == from).Select(revision => revision.Content).FirstOrDefaultAsync(cancellationToken);
        return then is not null && then.In("nb") == draft.Content.In("nb") ? null : from;
    }
}
