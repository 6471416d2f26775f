using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using Microsoft.Extensions.Options;
using MimeKit;

namespace UngPortal.Platform.Mail;

/// <summary>Hands mails to the mail server of the section <c>Mail</c>, one connection each.</summary>
internal sealed class SmtpMailer(IOptions<MailOptions> options) : IMailer
{
    private const int ImplicitTlsPort = 465;

    public string Destination => $"mail by {options.Value.Host}:{options.Value.Port}";

    public async Task SendAsync(MimeMessage letter, CancellationToken cancellationToken)
    {
        var mail = options.Value;
        using var client = new SmtpClient();
        await client.ConnectAsync(mail.Host, mail.Port, SecurityOf(mail), cancellationToken);
        if (mail.User.Length > 0)
        {
            await client.AuthenticateAsync(mail.User, mail.Password, cancellationToken);
        }

        try
        {
            await client.SendAsync(letter, cancellationToken);
        }
        catch (SmtpCommandException refused) when (refused.ErrorCode is SmtpErrorCode.RecipientNotAccepted or SmtpErrorCode.SenderNotAccepted or SmtpErrorCode.MessageNotAccepted)
        {
            throw new MailRefusedException((int)refused.StatusCode);
        }

        await SayGoodbyeAsync(client, cancellationToken);
    }

    /// <summary>The mail is accepted by now: whatever happens to the goodbye must not send it again.</summary>
    private static async Task SayGoodbyeAsync(SmtpClient client, CancellationToken cancellationToken)
    {
        try
        {
            await client.DisconnectAsync(quit: true, cancellationToken);
        }
        catch (Exception problem) when (problem is IOException or ProtocolException or CommandException or ServiceNotConnectedException or OperationCanceledException)
        {
            // The other side was quicker.
        }
    }

    private static SecureSocketOptions SecurityOf(MailOptions mail) =>
        !mail.Tls ? SecureSocketOptions.None : mail.Port == ImplicitTlsPort ? SecureSocketOptions.SslOnConnect : SecureSocketOptions.StartTls;
}
