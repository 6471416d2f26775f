using System.Security.Cryptography;
using Microsoft.Extensions.Options;
using UngPortal.Platform.Data;
using UngPortal.Platform.Jobs;

namespace UngPortal.Platform.Mail;

/// <summary>Sends what is due, once a second on each node; a mail is sent by the node that claims it.</summary>
/// <remarks>A mail may go out twice only where a process or a mail server dies between accepting and saying so; both copies carry the same Message-ID.</remarks>
public sealed partial class MailDelivery(
    IServiceScopeFactory scopes, IMailer mailer, MailText texts, IOptions<MailOptions> options, TimeProvider time, ILogger<MailDelivery> logger) : BackgroundService
{
    private const int NameBytes = 8;
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    /// <summary>How long one sending may take; well within the lease.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    private readonly string _worker = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(NameBytes));
    private readonly SemaphoreSlim _oneAtATime = new(1, 1);

    /// <summary>Accepted by the mail server, but the database could not be told yet.</summary>
    private readonly HashSet<long> _accepted = [];

    private DateTime Now => time.GetUtcNow().UtcDateTime;

    /// <summary>Tries everything that is due right now. Returns how many mails were tried.</summary>
    public async Task<int> DeliverAsync(CancellationToken cancellationToken)
    {
        await _oneAtATime.WaitAsync(cancellationToken);
        try
        {
            var tried = 0;
            await MarkAcceptedAsync();
            while (!cancellationToken.IsCancellationRequested && await DeliverOneAsync(cancellationToken))
            {
                tried++;
            }

            return tried;
        }
        finally
        {
            _oneAtATime.Release();
        }
    }

    /// <inheritdoc />
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Beat.KeepAsync(Interval, time, DeliverAsync, LogStopped, stoppingToken);

    private async Task<bool> DeliverOneAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PortalDbContext>();
        if (await db.ClaimMailAsync(_worker, cancellationToken) is not { } mail)
        {
            return false;
        }

        try
        {
            // Not the host's token: an order to stop must not cut a mail off between acceptance and mark.
            using var limit = new CancellationTokenSource(Patience, time);
            using var letter = MailLetter.Of(mail, texts.Read(mail), options.Value.From);
            await mailer.SendAsync(letter, limit.Token);
            _accepted.Add(mail.Id);
        }
        catch (Exception problem) when (problem is not OutOfMemoryException)
        {
            var refusal = problem as MailRefusedException;
            var isPermanent = refusal is { IsPermanent: true } || problem is CryptographicException;
            mail.Fail(_worker, refusal?.Code, isPermanent, Now);
            LogNotSent(mail.Id, mail.Attempts, refusal?.Code, problem.GetType().Name);
            await db.SaveChangesAsync(CancellationToken.None);
            return true;
        }

        await MarkAcceptedAsync();
        return true;
    }

    private async Task MarkAcceptedAsync()
    {
        foreach (var id in _accepted.ToList())
        {
            await using var scope = scopes.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<PortalDbContext>();
            if (await db.Mails.FindAsync([id], CancellationToken.None) is { State: MailState.Waiting } mail && mail.ClaimedBy == _worker)
            {
                mail.Sent(_worker, Now);
                await db.SaveChangesAsync(CancellationToken.None);
            }

            _accepted.Remove(id);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Mail {Id} was not sent at attempt {Attempt}: refusal {Code}, {Problem}.")]
    private partial void LogNotSent(long id, int attempt, int? code, string problem);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Mails could not be read or marked ({Problem}); trying again.")]
    private partial void LogStopped(string problem);
}
