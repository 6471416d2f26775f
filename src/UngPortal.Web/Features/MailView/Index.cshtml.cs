using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using UngPortal.Platform.Data;
using UngPortal.Platform.Mail;

namespace UngPortal.Features.MailView;

public sealed class IndexModel(PortalDbContext db) : PageModel
{
    private const int Most = 100;

    public IReadOnlyList<Line> Mails { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken) => Mails = await db.Mails.OrderByDescending(mail => mail.Id).Take(Most)
        .Select(mail => new Line(mail.Id, mail.Subject, mail.Recipient, mail.State)).ToListAsync(cancellationToken);

    public sealed record Line(long Id, string Subject, string Recipient, MailState State);
}
