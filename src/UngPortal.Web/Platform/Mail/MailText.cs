using Microsoft.AspNetCore.DataProtection;

namespace UngPortal.Platform.Mail;

/// <summary>Keeps the texts of mails unreadable in the database: they hold links that open doors.</summary>
public sealed class MailText(IDataProtectionProvider protection)
{
    private readonly IDataProtector _protector = protection.CreateProtector("mail");

    /// <summary>Makes a text unreadable.</summary>
    public string Protect(string text) => _protector.Protect(text);

    /// <summary>Reads a protected text.</summary>
    /// <exception cref="System.Security.Cryptography.CryptographicException">It was changed, or its key is lost.</exception>
    public string Read(MailMessage mail) => _protector.Unprotect(mail.ProtectedText);
}
