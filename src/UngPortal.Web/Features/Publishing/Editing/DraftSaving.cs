using FluentValidation.Results;
using Microsoft.EntityFrameworkCore;
using UngPortal.Features.Publications;
using UngPortal.Platform.Access;
using UngPortal.Platform.Data;

namespace UngPortal.Features.Publishing.Editing;

/// <summary>Saves what the editor's form holds, and never over a colleague's words.</summary>
public sealed class DraftSaving(PortalDbContext db, CatalogueCopy catalogue, LibraryPictures library, DraftKeeping keeping, TimeProvider time)
{
    /// <summary>How it went.</summary>
    public enum Outcome
    {
        Saved = 0,
        Invalid = 1,
        NotOpen = 2,
        Overtaken = 3,
    }

    /// <summary>Saves; the draft must be tracked.</summary>
    /// <param name="draft">The draft as it is now.</param>
    /// <param name="form">What was sent.</param>
    /// <param name="person">Who sent it.</param>
    /// <param name="keepsRevision">Whether this is a step that the history shows.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public async Task<(Outcome Outcome, ValidationResult? Faults)> SaveAsync(Draft draft, DraftForm form, StaffIdentity person, bool keepsRevision, CancellationToken cancellationToken)
    {
        if (!DraftDesk.StepsOf(draft, person).Contains(DraftStep.Write))
        {
            return (Outcome.NotOpen, null);
        }

        var topics = (await catalogue.ReadAsync(cancellationToken)).Topics.All.Select(topic => topic.Slug).ToHashSet(StringComparer.Ordinal);
        var faults = await new DraftForm.Validator(topics).ValidateAsync(form, cancellationToken);
        if (!faults.IsValid)
        {
            return (Outcome.Invalid, faults);
        }

        return (form.Versjon == draft.Version && await TryKeepAsync(draft, form, person, keepsRevision, cancellationToken) ? Outcome.Saved : Outcome.Overtaken, null);
    }

    private async Task<bool> TryKeepAsync(Draft draft, DraftForm form, StaffIdentity person, bool keepsRevision, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow().UtcDateTime;
        if (draft.ChangedById != person.Id)
        {
            await keeping.KeepUnkeptAsync(draft, cancellationToken);
        }

        draft.Write(form.ApplyTo(draft.Content, await library.NamedAsync(draft.OrganisationId, form.Bilder, cancellationToken), keepsRevision ? draft.LatestRevision + 1 : null), person, now);
        if (keepsRevision)
        {
            draft.KeepRevision(person, now, (form.Notat ?? "").Trim());
        }

        try
        {
            await db.SaveChangesAsync(cancellationToken);
            return true;
        }
        catch (DbUpdateException problem) when (keeping.IsOvertaken(problem, draft.Id, form.Versjon))
        {
            return false;
        }
    }
}
