using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;
using UngPortal.Platform.Data;
using UngPortal.Platform.Outbox;
using UngPortal.Platform.Security;

namespace UngPortal.Features.Accounts.SigningIn;

[AllowAnonymous]
[EnableRateLimiting(RateLimits.Forms)]
public sealed class ForgottenModel(PortalDbContext db) : PageModel
{
    public bool IsSent { get; private set; }

    public void OnGet()
    {
    }

    /// <summary>Says and does the same whoever asks and for whom; only the mailbox learns whether there is an account.</summary>
    public async Task OnPostAsync([FromForm, StringLength(StaffMember.EmailMaxLength)] string? epost, CancellationToken cancellationToken)
    {
        IsSent = true;
        var address = (epost ?? "").Trim().ToUpperInvariant();
        var id = await db.Staff.Where(member => member.NormalizedEmail == address).Select(member => (int?)member.Id).FirstOrDefaultAsync(cancellationToken);
        db.Announce(Invitations.PasswordKind, id?.ToString(CultureInfo.InvariantCulture) ?? Invitations.Nobody);
        await db.SaveChangesAsync(cancellationToken);
    }
}
