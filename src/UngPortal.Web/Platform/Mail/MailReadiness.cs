using UngPortal.Platform.Web;

namespace UngPortal.Platform.Mail;

/// <summary>Tells the operator where mail goes, above all when it goes nowhere.</summary>
internal sealed class MailReadiness(IEnumerable<IMailer> mailers) : IStartupStep
{
    public Task<string> RunAsync(CancellationToken cancellationToken) =>
        Task.FromResult(mailers.FirstOrDefault()?.Destination ?? "no mail server is configured, mails wait");
}
