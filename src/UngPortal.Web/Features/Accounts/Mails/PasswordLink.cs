using System.Globalization;
using Microsoft.EntityFrameworkCore;
using UngPortal.Platform.Data;
using UngPortal.Platform.Outbox;

namespace UngPortal.Features.Accounts.Mails;

/// <summary>Makes the link that somebody asked for on the page for forgotten passwords. It is made here, after the answer, so that the answer takes as long for an address that is nobody's. Source: ASVS 5.0 V6.3.8.</summary>
public sealed class PasswordLink(PortalDbContext db, Invitations invitations, TimeProvider time)
{
    private static readonly TimeSpan OneMailIn = TimeSpan.FromMinutes(5);

    /// <summary>The person and the token of a link that the save which follows will keep; null when there is nobody, or a link that is hardly older than the wish.</summary>
    public async Task<(StaffMember Person, string Token)?> MakeAsync(OutboxMessage wish, CancellationToken cancellationToken)
    {
        var id = int.Parse(wish.Key, CultureInfo.InvariantCulture);
        return wish.CreatedAt + Invitation.PasswordLasts >= time.GetUtcNow().UtcDateTime
            && await db.Staff.FirstOrDefaultAsync(member => member.Id == id && member.PasswordHash != null, cancellationToken) is { } person
            && person.MaySignIn(time.GetUtcNow().UtcDateTime) && !await HasLinkSinceAsync(id, wish.CreatedAt - OneMailIn, cancellationToken)
            ? (person, await invitations.MakePasswordLinkAsync(person, cancellationToken))
            : null;
    }

    /// <summary>A stranger can't fill the mailbox, nor make the link that the person just got stop working.</summary>
    private Task<bool> HasLinkSinceAsync(int staffId, DateTime since, CancellationToken cancellationToken) =>
        db.Invitations.AnyAsync(link => link.Kind == InvitationKind.Password && link.StaffId == staffId && link.CreatedAt > since, cancellationToken);
}
