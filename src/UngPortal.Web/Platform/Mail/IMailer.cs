using MimeKit;

namespace UngPortal.Platform.Mail;

/// <summary>Takes a mail out of the house: to a mail server, or into a folder.</summary>
public interface IMailer
{
    /// <summary>Where to, for the operator.</summary>
    string Destination { get; }

    /// <summary>Sends the mail. That it returns means that the other side has accepted it.</summary>
    /// <exception cref="MailRefusedException">The other side won't have this mail, now or ever.</exception>
    Task SendAsync(MimeMessage letter, CancellationToken cancellationToken);
}
