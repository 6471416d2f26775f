namespace UngPortal.Platform.Mail;

/// <summary>A mail on its way: written in the same transaction as what it tells of, sent by whichever node claims it first, deleted <see cref="KeptDays"/> days after its end.</summary>
public sealed class MailMessage
{
    /// <summary>The longest address, in characters. Source: RFC 5321, 4.5.3.1.</summary>
    public const int RecipientMaxLength = 254;

    /// <summary>The longest subject, in characters.</summary>
    public const int SubjectMaxLength = 200;

    /// <summary>The longest text, in characters.</summary>
    public const int TextMaxLength = 10_000;

    /// <summary>The longest Message-ID, in characters.</summary>
    public const int MessageIdMaxLength = 300;

    /// <summary>The longest name of a worker, in characters.</summary>
    public const int WorkerMaxLength = 40;

    /// <summary>How many days a mail is kept after it was sent, cancelled or given up.</summary>
    public const int KeptDays = 30;

    /// <summary>How long a worker has a claimed mail to itself; longer than any sending takes.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromMinutes(2);

    private static readonly TimeSpan[] BackOff =
        [TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(30), TimeSpan.FromHours(2), TimeSpan.FromHours(12)];

    /// <summary>The row's number.</summary>
    public long Id { get; private set; }

    /// <summary>The Message-ID without angle brackets; the same at every attempt, so that a reader's mail program shows a repeat once.</summary>
    public required string MessageId { get; init; }

    /// <summary>Whom it is for; one address.</summary>
    public required string Recipient { get; init; }

    /// <summary>What it is about; never anything that must not be read on a lock screen.</summary>
    public required string Subject { get; init; }

    /// <summary>The plain text, protected by <see cref="MailText"/>.</summary>
    public required string ProtectedText { get; init; }

    /// <summary>When it was written, UTC.</summary>
    public required DateTime CreatedAt { get; init; }

    /// <summary>When it is to be sent at the earliest, UTC.</summary>
    public DateTime NotBefore { get; private set; }

    /// <summary>What has become of it.</summary>
    public MailState State { get; private set; }

    /// <summary>How often a worker has claimed it.</summary>
    public int Attempts { get; private set; }

    /// <summary>The worker that has it now or had it last.</summary>
    public string? ClaimedBy { get; private set; }

    /// <summary>Until when it is that worker's alone, UTC.</summary>
    public DateTime? ClaimedUntil { get; private set; }

    /// <summary>When it was sent, cancelled or given up, UTC.</summary>
    public DateTime? EndedAt { get; private set; }

    /// <summary>The mail server's last refusal: its code alone, e.g. 451.</summary>
    public int? LastRefusal { get; private set; }

    /// <summary>The concurrency token; a claim raises it too.</summary>
    public int Version { get; private set; }

    /// <summary>Writes a mail that waits until the moment.</summary>
    public static MailMessage Write(string messageId, string recipient, string subject, string protectedText, DateTime now, DateTime notBefore) => new()
    {
        MessageId = messageId,
        Recipient = recipient,
        Subject = subject,
        ProtectedText = protectedText,
        CreatedAt = now,
        NotBefore = notBefore,
    };

    /// <summary>The mail server took it.</summary>
    /// <exception cref="InvalidOperationException">It is not this worker's.</exception>
    public void Sent(string worker, DateTime now)
    {
        Release(worker);
        End(MailState.Sent, now);
    }

    /// <summary>It could not be sent: it waits longer each time, and is given up after the sixth attempt or at once when the refusal is permanent.</summary>
    /// <exception cref="InvalidOperationException">It is not this worker's.</exception>
    public void Fail(string worker, int? refusal, bool isPermanent, DateTime now)
    {
        Release(worker);
        LastRefusal = refusal;
        if (isPermanent || Attempts > BackOff.Length)
        {
            End(MailState.Gone, now);
        }
        else
        {
            NotBefore = now + BackOff[Attempts - 1];
        }
    }

    /// <summary>Withdraws it. A save that meets a worker's claim fails with a concurrency conflict: then it is too late.</summary>
    /// <exception cref="InvalidOperationException">It has ended, or is being sent at this moment.</exception>
    public void Cancel(DateTime now)
    {
        if (State != MailState.Waiting || ClaimedUntil > now)
        {
            throw TooLate();
        }

        End(MailState.Cancelled, now);
    }

    private static InvalidOperationException TooLate() => new("This mail is no longer waiting.");

    private void Release(string worker)
    {
        if (State != MailState.Waiting || ClaimedUntil is null || ClaimedBy != worker)
        {
            throw new InvalidOperationException("This mail is not this worker's.");
        }

        ClaimedUntil = null;
    }

    private void End(MailState state, DateTime now)
    {
        State = state;
        EndedAt = now;
    }
}
