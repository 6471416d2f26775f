namespace UngPortal.Platform.Mail;

/// <summary>A mail server's refusal: the code alone, since its words may hold the address.</summary>
public sealed class MailRefusedException(int code) : Exception($"The mail server refused with {code}.")
{
    private const int FirstPermanent = 500;

    /// <summary>The SMTP code, e.g. 451.</summary>
    public int Code { get; } = code;

    /// <summary>Whether another try is useless. Source: RFC 5321, 4.2.1.</summary>
    public bool IsPermanent => Code >= FirstPermanent;
}
