using Microsoft.EntityFrameworkCore;
using UngPortal.Platform.Data;
using UngPortal.Platform.Jobs;

namespace UngPortal.Platform.Mail;

/// <summary>Deletes mails that ended <see cref="MailMessage.KeptDays"/> days ago.</summary>
public sealed partial class MailRetention(PortalDbContext db, TimeProvider time, ILogger<MailRetention> logger) : IPortalJob
{
    /// <inheritdoc />
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var before = time.GetUtcNow().UtcDateTime.AddDays(-MailMessage.KeptDays);
        LogDeleted(await db.Mails.Where(mail => mail.EndedAt < before).ExecuteDeleteAsync(cancellationToken));
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Mail retention deleted {Count} rows.")]
    private partial void LogDeleted(int count);
}
