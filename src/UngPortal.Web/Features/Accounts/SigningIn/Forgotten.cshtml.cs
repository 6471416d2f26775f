using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;
using UngPortal.Platform.Data;
using UngPortal.Platform.Security;

namespace UngPortal.Features.Accounts.SigningIn;

[AllowAnonymous]
[EnableRateLimiting(RateLimits.Forms)]
public sealed class ForgottenModel(PortalDbContext db, Invitations invitations, TimeProvider time) : PageModel
{
    private static readonly TimeSpan OneMailIn = TimeSpan.FromMinutes(5);

    public bool IsSent { get; private set; }

    public void OnGet()
    {
    }

    /// <summary>Says the same whoever asks and for whom; only the mailbox learns whether there is an account.</summary>
    public async Task OnPostAsync([FromForm, StringLength(StaffMember.EmailMaxLength)] string? epost, CancellationToken cancellationToken)
    {
        IsSent = true;
        var now = time.GetUtcNow().UtcDateTime;
        var address = (epost ?? "").Trim().ToUpperInvariant();
        if (await db.Staff.FirstOrDefaultAsync(member => member.NormalizedEmail == address && member.PasswordHash != null, cancellationToken) is { } person
            && person.MaySignIn(now) && !await HasFreshLinkAsync(person.Id, now - OneMailIn, cancellationToken))
        {
            await invitations.SendPasswordLinkAsync(person, cancellationToken);
            await db.SaveChangesAsync(cancellationToken);
        }
    }

    /// <summary>A stranger can't fill the mailbox, nor make the link that the person just got stop working.</summary>
    private Task<bool> HasFreshLinkAsync(int staffId, DateTime since, CancellationToken cancellationToken) =>
        db.Invitations.AnyAsync(link => link.Kind == InvitationKind.Password && link.StaffId == staffId && link.CreatedAt > since && link.UsedAt == null, cancellationToken);
}
