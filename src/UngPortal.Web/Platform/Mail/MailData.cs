using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using UngPortal.Platform.Data;

namespace UngPortal.Platform.Mail;

/// <summary>The mail table, its door and its claims.</summary>
public static class MailData
{
    private const int Candidates = 10;

    extension(PortalDbContext db)
    {
        /// <summary>The mails.</summary>
        public DbSet<MailMessage> Mails => db.Set<MailMessage>();

        /// <summary>Gives the worker the mail that has been due longest, for <see cref="MailMessage.Lease"/>; of two workers that reach for it one gets it. Null when none is due.</summary>
        public async Task<MailMessage?> ClaimMailAsync(string worker, CancellationToken cancellationToken)
        {
            while (true)
            {
                var now = db.Time.GetUtcNow().UtcDateTime;
                var due = await db.Mails
                    .Where(mail => mail.State == MailState.Waiting && mail.NotBefore <= now && (mail.ClaimedUntil == null || mail.ClaimedUntil <= now))
                    .OrderBy(mail => mail.NotBefore).ThenBy(mail => mail.Id).Select(mail => new { mail.Id, mail.Version }).Take(Candidates).ToListAsync(cancellationToken);
                if (due.Count == 0)
                {
                    return null;
                }

                DateTime? until = now + MailMessage.Lease;
                foreach (var one in due)
                {
                    var won = await db.Mails.Where(mail => mail.Id == one.Id && mail.Version == one.Version).ExecuteUpdateAsync(
                        row => row.SetProperty(mail => mail.ClaimedBy, worker).SetProperty(mail => mail.ClaimedUntil, until)
                            .SetProperty(mail => mail.Attempts, mail => mail.Attempts + 1).SetProperty(mail => mail.Version, mail => mail.Version + 1),
                        cancellationToken);
                    if (won == 1)
                    {
                        return await db.Mails.SingleAsync(mail => mail.Id == one.Id, cancellationToken);
                    }
                }
            }
        }
    }

    internal sealed class Configuration : IEntityTypeConfiguration<MailMessage>
    {
        public void Configure(EntityTypeBuilder<MailMessage> builder)
        {
            builder.ToTable("Mails");
            builder.Property(mail => mail.MessageId).HasMaxLength(MailMessage.MessageIdMaxLength);
            builder.Property(mail => mail.Recipient).HasMaxLength(MailMessage.RecipientMaxLength);
            builder.Property(mail => mail.Subject).HasMaxLength(MailMessage.SubjectMaxLength);
            builder.Property(mail => mail.ClaimedBy).HasMaxLength(MailMessage.WorkerMaxLength);
            builder.Property(mail => mail.Version).IsConcurrencyToken();
            builder.HasIndex(mail => mail.MessageId).IsUnique();
            builder.HasIndex(mail => new { mail.State, mail.NotBefore });
            builder.HasIndex(mail => mail.EndedAt);
        }
    }
}
