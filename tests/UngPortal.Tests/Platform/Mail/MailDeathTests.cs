using System.Diagnostics;
using UngPortal.Platform.Mail;
using UngPortal.Testing;
using UngPortal.Tests.Startup;

namespace UngPortal.Tests.Platform.Mail;

/// <summary>The site is killed when the mail server has accepted and before it says so.</summary>
public sealed class MailDeathTests
{
    [Fact]
    public async Task Kill_BetweenAcceptanceAndMark_SendsTwiceAtMostWithTheSameMessageId()
    {
        await using var server = new SmtpServer();
        using var database = TestDatabase.FromTemplate();
        await using var before = Node(database, server);
        before.Clock.SetUtcNow(Later(before.Clock.GetUtcNow(), TimeProvider.System.GetUtcNow()));
        var id = await before.PostAsync();

        var settings = new Dictionary<string, string?>(database.Settings.Concat(server.Settings)) { ["Search:Folder"] = SharedApp.SecondIndexOf(database) };
        using (var process = Process.Start(SiteProcess.StartOf(settings))!)
        {
            server.Accepted = process.Kill;
            _ = process.StandardOutput.ReadToEndAsync();
            _ = process.StandardError.ReadToEndAsync();
            using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(3));
            await process.WaitForExitAsync(limit.Token);
            server.Accepted = () => { };
        }

        var left = await before.MailAsync(id);
        Assert.Equal((MailState.Waiting, 1), (left.State, left.Attempts));
        Assert.NotNull(left.ClaimedUntil);

        before.Clock.SetUtcNow(Later(before.Clock.GetUtcNow(), TimeProvider.System.GetUtcNow()) + TimeSpan.FromMinutes(3));
        await before.DeliverMailAsync();
        before.Clock.Advance(TimeSpan.FromHours(1));
        await before.DeliverMailAsync();

        var mail = await before.MailAsync(id);
        Assert.Equal((MailState.Sent, 2), (mail.State, mail.Attempts));
        Assert.Equal([mail.MessageId, mail.MessageId], server.Mails.Select(letter => letter.MessageId));
    }

    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;

    private static SharedApp Node(TestDatabase database, SmtpServer server)
    {
        var node = new SharedApp(database);
        foreach (var (key, value) in server.Settings)
        {
            node.With(key, value);
        }

        return node;
    }
}
