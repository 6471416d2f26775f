namespace UngPortal.Platform.Mail;

/// <summary>What has become of a mail.</summary>
public enum MailState
{
    /// <summary>It is to be sent, now or later.</summary>
    Waiting = 0,

    /// <summary>A mail server took it.</summary>
    Sent = 1,

    /// <summary>It was withdrawn before it was sent.</summary>
    Cancelled = 2,

    /// <summary>It was refused for good, or too often.</summary>
    Gone = 3,
}
