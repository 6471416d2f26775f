using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Options;
using UngPortal.Platform.Web;

namespace UngPortal.Features.Services.Confirming;

/// <summary>Signed links by which an assurer, who has no account, says that a service's facts are right. A link holds for one asking, and for <see cref="DaysHeld"/> days.</summary>
public sealed class ConfirmLinks(IDataProtectionProvider protection, IOptions<PublicAddress> site, TimeProvider time)
{
    public const int DaysHeld = 60;
    private const string Moment = "yyyyMMddHHmmss";

    private readonly IDataProtector _protector = protection.CreateProtector("service-confirm");

    /// <summary>The link for an asking at the moment.</summary>
    public string Of(string slug, DateTime askedAt) =>
        site.Value.Absolute($"/bekreft/{Base64Url.EncodeToString(_protector.Protect(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{askedAt.ToString(Moment, CultureInfo.InvariantCulture)} {slug}"))))}");

    /// <summary>The service's slug and the moment of asking; null for a link that is forged, broken or too old.</summary>
    public (string Slug, DateTime AskedAt)? Read(string token)
    {
        try
        {
            var parts = Encoding.UTF8.GetString(_protector.Unprotect(Base64Url.DecodeFromChars(token))).Split(' ');
            var askedAt = DateTime.ParseExact(parts[0], Moment, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal);
            return time.GetUtcNow().UtcDateTime <= askedAt.AddDays(DaysHeld) ? (parts[1], askedAt) : null;
        }
        catch (Exception problem) when (problem is FormatException or CryptographicException)
        {
            return null;
        }
    }
}
