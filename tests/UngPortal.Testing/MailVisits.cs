using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using UngPortal.Platform.Data;
using UngPortal.Platform.Mail;

namespace UngPortal.Testing;

/// <summary>Writes and sends mails in tests.</summary>
public static class MailVisits
{
    extension(PortalApp app)
    {
        /// <summary>Posts a mail as a feature would. Returns its number.</summary>
        public async Task<long> PostAsync(string to = "kari@prove.invalid", string subject = "Hei", string text = "Hei på deg.")
        {
            await using var scope = app.Services.CreateAsyncScope();
            var mail = scope.ServiceProvider.GetRequiredService<MailPost>().Post(to, subject, text);
            await scope.ServiceProvider.GetRequiredService<PortalDbContext>().SaveChangesAsync();
            return mail.Id;
        }

        /// <summary>Sends what is due now. Returns how many mails were tried.</summary>
        public Task<int> DeliverMailAsync() => app.Services.GetRequiredService<MailDelivery>().DeliverAsync(CancellationToken.None);

        /// <summary>A mail as it stands.</summary>
        public Task<MailMessage> MailAsync(long id) => app.InDatabaseAsync(db => db.Mails.AsNoTracking().SingleAsync(mail => mail.Id == id));
    }
}
