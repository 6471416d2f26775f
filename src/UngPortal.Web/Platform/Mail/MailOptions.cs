using System.ComponentModel.DataAnnotations;
using System.Net;
using MimeKit;

namespace UngPortal.Platform.Mail;

/// <summary>The configuration section <c>Mail</c>: the server that takes the portal's mail. Without <see cref="Host"/> mails become files in Development, and wait anywhere else.</summary>
public sealed record MailOptions
{
    /// <summary>The section's name.</summary>
    public const string Section = "Mail";

    private const int LastPort = 65_535;

    /// <summary>The mail server's name or address.</summary>
    public string Host { get; init; } = "";

    /// <summary>Its port: 587, or 465 for TLS from the first byte.</summary>
    [Range(1, LastPort)]
    public int Port { get; init; } = 587;

    /// <summary>Whether the connection must be encrypted; may only be off in Production for a server on the same machine.</summary>
    public bool Tls { get; init; } = true;

    /// <summary>The user name; empty for a server that asks for none.</summary>
    public string User { get; init; } = "";

    /// <summary>The password.</summary>
    public string Password { get; init; } = "";

    /// <summary>The sender, e.g. <c>UngPortal &lt;ikke-svar@ungportal.no&gt;</c>.</summary>
    public string From { get; init; } = "UngPortal <ikke-svar@ungportal.invalid>";

    /// <summary>Whether the sender is one mailbox.</summary>
    public bool HasSender => MailboxAddress.TryParse(From, out var sender) && sender.Address.Contains('@', StringComparison.Ordinal);

    /// <summary>Whether the server is this machine itself.</summary>
    public bool IsLoopback => Host == "localhost" || (IPAddress.TryParse(Host, out var address) && IPAddress.IsLoopback(address));
}
