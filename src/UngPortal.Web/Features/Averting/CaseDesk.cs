using Microsoft.EntityFrameworkCore;
using UngPortal.Kernel;
using UngPortal.Platform.Access;
using UngPortal.Platform.Audit;
using UngPortal.Platform.Data;
using UngPortal.Platform.Sealing;

namespace UngPortal.Features.Averting;

/// <summary>Opens cases for those who may read them, and saves each step with its entry in the audit trail and its mails, all or nothing.</summary>
public sealed class CaseDesk(PortalDbContext db, Sealer sealer, AuditTrail audit, CaseMails mails)
{
    /// <summary>Everybody who meets what young people write.</summary>
    public static readonly StaffRole[] Handlers = [StaffRole.Expert, StaffRole.ExpertReviewer, StaffRole.YouthAnswerer, StaffRole.TriageEditor, StaffRole.SafeguardingOfficer];

    /// <summary>Those who may assess; a young person who answers opens cases, and leaves the assessment to others.</summary>
    public static readonly StaffRole[] Assessors = [StaffRole.Expert, StaffRole.ExpertReviewer, StaffRole.TriageEditor, StaffRole.SafeguardingOfficer];

    public DateTime Now => db.Time.GetUtcNow().UtcDateTime;

    /// <summary>The cases that the person may read: the own ones, and all for a safeguarding officer who could not have given that role to themselves.</summary>
    public IQueryable<AvertingCase> Of(StaffIdentity person) => person.Is(StaffRole.SafeguardingOfficer) && !person.Is(StaffRole.PlatformAdmin)
        ? db.AvertingCases
        : db.AvertingCases.Where(one => one.OpenedById == person.Id || one.Entries.Any(entry => entry.ById == person.Id));

    /// <summary>The case, tracked, with its steps; null when it isn't there or is not for this person: both are answered with 404.</summary>
    public async Task<OpenedCase?> OpenAsync(Guid id, StaffIdentity person, CancellationToken cancellationToken) =>
        await Of(person).Include(one => one.Entries).FirstOrDefaultAsync(one => one.Id == id, cancellationToken) is { } found
            ? new OpenedCase(found, new CaseTexts(sealer.Open(AvertingCase.SealKind, found.SealId, found.Key)))
            : null;

    /// <summary>Writes down that somebody read it.</summary>
    public Task NoteReadAsync(AvertingCase one, StaffIdentity person, CancellationToken cancellationToken)
    {
        audit.Record(person, "averting-read", one.Subject);
        return db.SaveChangesAsync(cancellationToken);
    }

    /// <summary>Opens a new case. The same form sent again is the same case; false when the number is another person's.</summary>
    public async Task<bool> BeginAsync(Guid id, Guid? questionId, string question, CaseWords words, StaffIdentity person, CancellationToken cancellationToken)
    {
        if (await OpenerOfAsync(id, cancellationToken) is { } opener)
        {
            return opener == person.Id;
        }

        var (sealId, entryId) = (Sealer.NewId(), Guid.CreateVersion7(db.Time.GetUtcNow()));
        var (key, seal) = sealer.New(AvertingCase.SealKind, sealId);
        using var texts = new CaseTexts(seal);
        var sealedQuestion = question.Length > 0 ? texts.SealQuestion(id, question) : null;
        var opened = db.AvertingCases.Add(AvertingCase.Open(id, sealId, key, questionId, sealedQuestion, new CaseHand(person.Id, Now, entryId, texts.SealWords(entryId, words)))).Entity;
        audit.Record(person, "averting-opened", opened.Subject);
        await mails.PostAsync(opened, person.Id, cancellationToken);
        try
        {
            await db.SaveChangesAsync(cancellationToken);
            return true;
        }
        catch (DbUpdateException) when (db.AvertingCases.AsNoTracking().Any(one => one.Id == id))
        {
            db.ChangeTracker.Clear(); // The button was pressed twice at the same moment.
            return await OpenerOfAsync(id, cancellationToken) == person.Id;
        }
    }

    /// <summary>Takes one step and saves it. False when a colleague was first: nothing has happened then.</summary>
    /// <exception cref="InvalidOperationException">The case's state does not allow it.</exception>
    public async Task<bool> DoAsync(OpenedCase opened, CaseWords words, StaffIdentity person, string action, Action<AvertingCase, CaseHand> verb, CancellationToken cancellationToken)
    {
        var (one, entryId) = (opened.Case, Guid.CreateVersion7(db.Time.GetUtcNow()));
        var from = one.State;
        verb(one, new CaseHand(person.Id, Now, entryId, opened.Texts.SealWords(entryId, words)));
        audit.Record(person, action, one.Subject, $"{from} → {one.State}");
        await mails.PostAsync(one, person.Id, cancellationToken);
        return await db.TrySaveAsync(cancellationToken);
    }

    private Task<int?> OpenerOfAsync(Guid id, CancellationToken cancellationToken) =>
        db.AvertingCases.Where(one => one.Id == id).Select(one => (int?)one.OpenedById).FirstOrDefaultAsync(cancellationToken);
}
