using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;
using UngPortal.Features.Services.Confirming;
using UngPortal.Features.Shared;
using UngPortal.Kernel;
using UngPortal.Platform.Data;
using UngPortal.Platform.Jobs;
using UngPortal.Platform.Mail;
using UngPortal.Platform.Web;

namespace UngPortal.Features.Services.Checking;

/// <summary>Asks assurers, each night, whether facts that are 90 days old are still right; again every fortnight as long as nobody answers.</summary>
public sealed partial class AssuranceRound(PortalDbContext db, MailPost post, ConfirmLinks links, IStringLocalizer<Ui> texts, IOptions<PublicAddress> site, ILogger<AssuranceRound> logger) : IPortalJob
{
    private const int DaysBetween = 14;
    private const int AtATime = 100;

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var now = db.Time.GetUtcNow().UtcDateTime;
        var (due, again) = (OsloTime.DayOf(now).AddDays(-AssuranceLadder.DueDays), now.AddDays(-DaysBetween));
        var (count, last) = (0, 0);
        while (await db.Services.Where(service => service.Id > last && service.State == ServiceState.Listed && service.Assured <= due && service.AssurerEmail != null && (service.AskedAt == null || service.AskedAt <= again))
            .OrderBy(service => service.Id).Take(AtATime).ToListAsync(cancellationToken) is { Count: > 0 } asked)
        {
            last = asked[^1].Id;
            foreach (var service in asked)
            {
                MailLanguage.InBokmal(() => Ask(service, now));
            }

            // A colleague's change or another node's asking comes first: those are asked tomorrow, or have been.
            count += await SaveAsync(asked.Count, cancellationToken);
        }

        LogAsked(count);
    }

    private MailMessage Ask(Service service, DateTime now)
    {
        service.AskAssurer(now);
        var name = service.Name.In(Language.Bokmal);
        var id = string.Create(CultureInfo.InvariantCulture, $"assure-{service.Id}-{now:yyyyMMdd}@{new Uri(site.Value.Origin).Host}");
        return post.Post(service.AssurerEmail!, texts["ServiceConfirm_MailSubject", name], texts["ServiceConfirm_MailText", name, links.Of(service.Slug, now), ConfirmLinks.DaysHeld], messageId: id);
    }

    private async Task<int> SaveAsync(int count, CancellationToken cancellationToken)
    {
        try
        {
            return await db.TrySaveAsync(cancellationToken) ? count : 0;
        }
        catch (DbUpdateException)
        {
            return 0; // Another node posted the same mails.
        }
        finally
        {
            db.ChangeTracker.Clear();
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "{Count} services' assurers were asked.")]
    private partial void LogAsked(int count);
}
