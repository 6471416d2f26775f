using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;
using UngPortal.Features.Questions.Alerts;
using UngPortal.Features.Shared;
using UngPortal.Platform.Access;
using UngPortal.Platform.Audit;
using UngPortal.Platform.Data;
using UngPortal.Platform.Mail;
using UngPortal.Platform.Web;

namespace UngPortal.Features.Questions.WellBeing;

/// <summary>Asks coordinators for a talk, and says whether one is asked for. One press is enough, and there is one open at a time.</summary>
public sealed class Talks(PortalDbContext db, Coordinators coordinators, MailPost post, AuditTrail audit, IStringLocalizer<Ui> texts, IOptions<PublicAddress> site)
{
    private DateTime Now => db.Time.GetUtcNow().UtcDateTime;

    /// <summary>When the person asked for the talk that has not been held yet; null when there is none.</summary>
    public Task<DateTime?> WaitingSinceAsync(int staffId, CancellationToken cancellationToken) =>
        db.TalkRequests.Where(talk => talk.StaffId == staffId && talk.HeldAt == null).Select(talk => (DateTime?)talk.AskedAt).FirstOrDefaultAsync(cancellationToken);

    /// <summary>Keeps the wish and mails everybody else who coordinates.</summary>
    public async Task AskAsync(StaffIdentity person, CancellationToken cancellationToken)
    {
        if (await WaitingSinceAsync(person.Id, cancellationToken) is not null)
        {
            return;
        }

        var talk = db.TalkRequests.Add(new TalkRequest { Id = Guid.CreateVersion7(db.Time.GetUtcNow()), StaffId = person.Id, AskedAt = Now }).Entity;
        audit.Record(person, "talk-asked", talk.Subject);
        var others = (await coordinators.PeopleAsync(cancellationToken)).Where(one => one.Id != person.Id).ToList();
        var (subject, text) = MailLanguage.InBokmal(() => (texts["Talk_MailSubject"].Value, string.Join('\n', texts["Talk_Mail", person.Name].Value, "", site.Value.Absolute("/admin/sporsmal/samtaler"))));
        others.ForEach(one => post.Post(one.Email, subject, text));
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException) when (db.TalkRequests.AsNoTracking().Any(one => one.StaffId == person.Id && one.HeldAt == null))
        {
            db.ChangeTracker.Clear(); // The button was pressed twice at the same moment.
        }
    }

    /// <summary>Notes that the coordinator has talked with the person. False when a colleague was first, or when it is the own one.</summary>
    public async Task<bool> NoteHeldAsync(Guid id, StaffIdentity coordinator, CancellationToken cancellationToken)
    {
        if (await db.TalkRequests.FirstOrDefaultAsync(talk => talk.Id == id && talk.HeldAt == null && talk.StaffId != coordinator.Id, cancellationToken) is not { } talk)
        {
            return false;
        }

        talk.NoteHeld(coordinator.Id, Now);
        audit.Record(coordinator, "talk-held", talk.Subject);
        return await db.TrySaveAsync(cancellationToken);
    }
}
