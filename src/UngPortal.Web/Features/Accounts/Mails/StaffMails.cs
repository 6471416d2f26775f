using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;
using UngPortal.Features.Shared;
using UngPortal.Platform.Data;
using UngPortal.Platform.Jobs;
using UngPortal.Platform.Mail;
using UngPortal.Platform.Outbox;
using UngPortal.Platform.Web;

namespace UngPortal.Features.Accounts.Mails;

/// <summary>Writes the mails that the outbox announces for staff: each once, whichever node gets to it, also after a night without any node.</summary>
public sealed partial class StaffMails(IServiceScopeFactory scopes, IStringLocalizer<Ui> texts, IOptions<PublicAddress> site, TimeProvider time, ILogger<StaffMails> logger) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(2);

    private static readonly string[] Kinds = [Invitations.MailKind, Invitations.NoticeKind, Invitations.PasswordKind];

    /// <summary>Older links are closed, and a mail's row is kept for longer than this: so no mail is written twice.</summary>
    private static readonly TimeSpan Looks = Invitation.Lasts;

    /// <summary>Writes what is not written yet. Returns how many mails.</summary>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PortalDbContext>();
        var since = time.GetUtcNow().UtcDateTime - Looks;
        var rows = await db.Outbox.AsNoTracking().Where(row => Kinds.Contains(row.Kind) && row.Key != Invitations.Nobody && row.CreatedAt >= since).OrderBy(row => row.Id).ToListAsync(cancellationToken);
        var ids = rows.ConvertAll(IdOf);
        var written = (await db.Mails.Where(mail => ids.Contains(mail.MessageId)).Select(mail => mail.MessageId).ToListAsync(cancellationToken)).ToHashSet(StringComparer.Ordinal);
        var count = 0;
        foreach (var row in rows.Where(row => !written.Contains(IdOf(row))))
        {
            try
            {
                count += await WriteAsync(scope.ServiceProvider, row, cancellationToken) ? 1 : 0;
            }
            catch (ArgumentException)
            {
                db.ChangeTracker.Clear(); // No address that anything can be sent to; the others must not wait for it.
            }
        }

        return count;
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Beat.KeepAsync(Interval, time, RunAsync, LogPostponed, stoppingToken);

    private string IdOf(OutboxMessage row) => string.Create(CultureInfo.InvariantCulture, $"outbox-{row.Id}@{new Uri(site.Value.Origin).Host}");

    private async Task<bool> WriteAsync(IServiceProvider services, OutboxMessage row, CancellationToken cancellationToken)
    {
        var db = services.GetRequiredService<PortalDbContext>();
        var letter = row.Kind switch
        {
            Invitations.MailKind => LinkAsync(services, row.Key, cancellationToken),
            Invitations.PasswordKind => PasswordAsync(services, row, cancellationToken),
            _ => NoticeAsync(db, row.Key, cancellationToken),
        };
        if (await letter is not var (to, subject, text))
        {
            return false;
        }

        try
        {
            services.GetRequiredService<MailPost>().Post(to, subject, text, messageId: IdOf(row));
            await db.SaveChangesAsync(cancellationToken);
            return true;
        }
        catch (DbUpdateException) when (db.Mails.AsNoTracking().Any(mail => mail.MessageId == IdOf(row)))
        {
            db.ChangeTracker.Clear(); // Another node was first.
            return false;
        }
    }

    private async Task<(string To, string Subject, string Text)?> LinkAsync(IServiceProvider services, string hash, CancellationToken cancellationToken)
    {
        var invitations = services.GetRequiredService<Invitations>();
        var found = await services.GetRequiredService<PortalDbContext>().Invitations.AsNoTracking().FirstOrDefaultAsync(one => one.TokenHash == hash, cancellationToken);
        if (found is null || !found.IsOpen(time.GetUtcNow().UtcDateTime) || invitations.TokenOf(found) is not { } token)
        {
            return null;
        }

        var key = found.Kind == InvitationKind.BeginAnew ? "BeginAnew" : "Join";
        return (found.Email, texts[$"StaffMail_{key}_Subject"], texts[$"StaffMail_{key}_Text", found.DisplayName, site.Value.Absolute($"/admin/invitasjon/{token}")]);
    }

    /// <summary>Link and mail are kept in one save: of two nodes the one that is second keeps neither.</summary>
    private async Task<(string To, string Subject, string Text)?> PasswordAsync(IServiceProvider services, OutboxMessage wish, CancellationToken cancellationToken) =>
        await services.GetRequiredService<PasswordLink>().MakeAsync(wish, cancellationToken) is var (person, token)
            ? (person.Email!, texts["StaffMail_Password_Subject"], texts["StaffMail_Password_Text", person.DisplayName, site.Value.Absolute($"/admin/nytt-passord/{token}")])
            : null;

    private async Task<(string To, string Subject, string Text)?> NoticeAsync(PortalDbContext db, string key, CancellationToken cancellationToken)
    {
        var parts = key.Split(':');
        var id = int.Parse(parts[0], CultureInfo.InvariantCulture);
        return await db.Staff.Where(person => person.Id == id).Select(person => new { person.Email, person.DisplayName }).FirstOrDefaultAsync(cancellationToken) is { Email: { } to } person
            ? (to, texts["StaffMail_Notice_Subject"], texts["StaffMail_Notice_Text", person.DisplayName, texts[$"StaffNotice_{parts[1]}"], site.Value.Absolute("/admin/min-konto")])
            : null;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Mails to staff wait for the database ({Problem}).")]
    private partial void LogPostponed(string problem);
}
