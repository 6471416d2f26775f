using MimeKit;

namespace UngPortal.Platform.Mail;

/// <summary>A mail as it travels.</summary>
internal static class MailLetter
{
    /// <summary>Writes the mail by the rules; the same mail gives the same Message-ID and date each time.</summary>
    public static MimeMessage Of(MailMessage mail, string text, string from)
    {
        var letter = new MimeMessage
        {
            MessageId = mail.MessageId,
            Date = new DateTimeOffset(mail.CreatedAt, TimeSpan.Zero),
            Subject = mail.Subject,
            Body = new TextPart("plain") { Text = text },
        };
        letter.From.Add(MailboxAddress.Parse(from));
        letter.To.Add(MailboxAddress.Parse(mail.Recipient));
        letter.Headers.Add(HeaderId.AutoSubmitted, "auto-generated");
        return letter;
    }
}
