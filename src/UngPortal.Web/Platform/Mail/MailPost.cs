using System.Security.Cryptography;
using Microsoft.Extensions.Options;
using MimeKit;
using UngPortal.Platform.Data;
using UngPortal.Platform.Web;

namespace UngPortal.Platform.Mail;

/// <summary>The post box: a mail put in here goes out if, and only if, the change around it is saved.</summary>
public sealed class MailPost(PortalDbContext db, MailText texts, IOptions<PublicAddress> site)
{
    private const int IdBytes = 16;

    /// <summary>Adds a mail to the change that is about to be saved.</summary>
    /// <param name="to">One address without a name, e.g. <c>kari@kommune.no</c>.</param>
    /// <param name="subject">One line, at most <see cref="MailMessage.SubjectMaxLength"/> characters.</param>
    /// <param name="text">Plain text, at most <see cref="MailMessage.TextMaxLength"/> characters; it may hold links.</param>
    /// <param name="notBefore">When to send it at the earliest, UTC; at once when null.</param>
    /// <param name="messageId">An id of one's own, where the same mail might be posted twice: the table holds each id once. Made up when null.</param>
    /// <returns>The mail, for somebody who may want to cancel it.</returns>
    /// <exception cref="ArgumentException">The address is none, or address or subject holds a line break or another control character. Source: ASVS 5.0 V1.3.11.</exception>
    public MailMessage Post(string to, string subject, string text, DateTime? notBefore = null, string? messageId = null)
    {
        if (!IsAddress(to))
        {
            throw new ArgumentException("This is not the address of one mailbox.", nameof(to));
        }

        if (string.IsNullOrWhiteSpace(subject) || subject.Length > MailMessage.SubjectMaxLength || subject.Any(IsForeign))
        {
            throw new ArgumentException($"A subject is one line of at most {MailMessage.SubjectMaxLength} characters.", nameof(subject));
        }

        if (text.Length > MailMessage.TextMaxLength)
        {
            throw new ArgumentException($"A text has at most {MailMessage.TextMaxLength} characters.", nameof(text));
        }

        var now = db.Time.GetUtcNow().UtcDateTime;
        var id = messageId ?? $"{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(IdBytes))}@{new Uri(site.Value.Origin).Host}";
        return db.Mails.Add(MailMessage.Write(id, to, subject, texts.Protect(text), now, notBefore ?? now)).Entity;
    }

    /// <summary>Whether the text is one address without a name, such as can be posted to.</summary>
    public static bool IsAddress(string text) =>
        text.Length <= MailMessage.RecipientMaxLength && !text.Any(IsForeign) && !text.Any(char.IsWhiteSpace) && text.Contains('@', StringComparison.Ordinal)
        && MailboxAddress.TryParse(text, out var address) && address.Address == text;

    /// <summary>Whatever a mail server or program may take for the end of a line, or for none of its business.</summary>
    private static bool IsForeign(char c) => char.IsControl(c) || c is '\u2028' or '\u2029';
}
