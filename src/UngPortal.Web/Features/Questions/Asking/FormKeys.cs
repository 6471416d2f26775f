using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.WebUtilities;
using UngPortal.Features.Questions.Codes;

namespace UngPortal.Features.Questions.Asking;

/// <summary>Seals a form's key into the page, so that nobody but the site can make or read one.</summary>
public sealed class FormKeys(IDataProtectionProvider protection, TimeProvider time)
{
    /// <summary>An older form gets a new key and must be sent once more.</summary>
    public static readonly TimeSpan Lasts = TimeSpan.FromHours(24);

    private readonly IDataProtector _protector = protection.CreateProtector("question-form-key");

    public string New() => WebEncoders.Base64UrlEncode(_protector.Protect(FormKey.New(time.GetUtcNow().UtcDateTime).ToBytes()));

    /// <summary>The key that the page carried; null when it is none of ours, or too old.</summary>
    public FormKey? Read(string? carried)
    {
        try
        {
            return FormKey.FromBytes(_protector.Unprotect(WebEncoders.Base64UrlDecode(carried ?? ""))) is { } key && key.MadeAt + Lasts > time.GetUtcNow().UtcDateTime ? key : null;
        }
        catch (Exception problem) when (problem is CryptographicException or FormatException)
        {
            return null;
        }
    }
}
