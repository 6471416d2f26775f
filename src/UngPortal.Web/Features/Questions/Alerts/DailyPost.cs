using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using UngPortal.Features.Accounts;
using UngPortal.Kernel;
using UngPortal.Platform.Data;
using UngPortal.Platform.Mail;
using UngPortal.Platform.Web;

namespace UngPortal.Features.Questions.Alerts;

/// <summary>Puts a mail into the post box once a day for each person, whichever node is first: the mail's own id is its kind, the day and the person, and the table holds each id once.</summary>
public sealed class DailyPost(PortalDbContext db, MailPost post, IOptions<PublicAddress> site)
{
    /// <summary>False when today's is there already.</summary>
    public async Task<bool> PostAsync(string kind, StaffOnDuty.Person person, string subject, string text, CancellationToken cancellationToken)
    {
        var today = OsloTime.DayOf(db.Time.GetUtcNow().UtcDateTime);
        var id = string.Create(CultureInfo.InvariantCulture, $"{kind}-{today:yyyyMMdd}-{person.Id}@{new Uri(site.Value.Origin).Host}");
        if (await db.Mails.AnyAsync(mail => mail.MessageId == id, cancellationToken))
        {
            return false;
        }

        post.Post(person.Email, subject, text, messageId: id);
        try
        {
            await db.SaveChangesAsync(cancellationToken);
            return true;
        }
        catch (DbUpdateException) when (db.Mails.AsNoTracking().Any(mail => mail.MessageId == id))
        {
            db.ChangeTracker.Clear(); // Another node was first.
            return false;
        }
    }
}
