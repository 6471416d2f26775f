using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using UngPortal.Platform.Data;
using UngPortal.Platform.Mail;
using UngPortal.Testing;

namespace UngPortal.Tests.Platform.Mail;

/// <summary>Mail against a real server that refuses, delays and breaks off.</summary>
public sealed class MailDeliveryTests : IAsyncLifetime, IAsyncDisposable
{
    private readonly SmtpServer _server = new();
    private readonly TestDatabase _database = TestDatabase.FromTemplate();
    private readonly SharedApp _app;

    public MailDeliveryTests() => _app = Node();

    [Fact]
    public async Task Deliver_OnePosted_ArrivesOnceAsWritten()
    {
        var id = await _app.PostAsync("kari@prove.invalid", "Blåbær på ære", "Hei!\n.\nÆrlig talt: https://localhost/admin/x?a=1\n");

        Assert.Equal(1, await _app.DeliverMailAsync());
        Assert.Equal(0, await _app.DeliverMailAsync());

        var mail = await _app.MailAsync(id);
        var letter = Assert.Single(_server.Mails);
        Assert.Equal((MailState.Sent, 1, 1), (mail.State, mail.Attempts, _server.Connections));
        Assert.Equal(mail.MessageId, letter.MessageId);
        Assert.EndsWith("@localhost", mail.MessageId, StringComparison.Ordinal);
        Assert.Equal(("Blåbær på ære", "kari@prove.invalid"), (letter.Subject, letter.To.Mailboxes.Single().Address));
        Assert.Equal("ikke-svar@ungportal.invalid", letter.From.Mailboxes.Single().Address);
        Assert.Equal("Hei!\n.\nÆrlig talt: https://localhost/admin/x?a=1", letter.TextBody!.ReplaceLineEndings("\n").TrimEnd());
        Assert.Null(letter.HtmlBody);
    }

    [Theory]
    [InlineData(SmtpAct.Refuse, 550)]
    [InlineData(SmtpAct.RefuseData, 554)]
    public async Task Deliver_RefusedForGood_IsNotTriedAgain(SmtpAct act, int code)
    {
        _server.Script(act);
        var id = await _app.PostAsync();

        await _app.DeliverMailAsync();
        _app.Clock.Advance(TimeSpan.FromDays(2));
        await _app.DeliverMailAsync();

        var mail = await _app.MailAsync(id);
        Assert.Equal((MailState.Gone, 1, code), (mail.State, mail.Attempts, mail.LastRefusal));
        Assert.Empty(_server.Mails);
    }

    [Theory]
    [InlineData(SmtpAct.Greylist, 451)]
    [InlineData(SmtpAct.Busy, null)]
    [InlineData(SmtpAct.DropAtOnce, null)]
    [InlineData(SmtpAct.DropMidData, null)]
    [InlineData(SmtpAct.DropBeforeAccepting, null)]
    public async Task Deliver_TurnedAwayOnce_ArrivesAMinuteLaterWithTheSameMessageId(SmtpAct act, int? code)
    {
        _server.Script(act);
        var id = await _app.PostAsync();

        Assert.Equal(1, await _app.DeliverMailAsync());
        var first = await _app.MailAsync(id);
        Assert.Equal((MailState.Waiting, code), (first.State, first.LastRefusal));
        Assert.Equal(0, await _app.DeliverMailAsync());
        await PassAsync(TimeSpan.FromMinutes(1));

        var mail = await _app.MailAsync(id);
        Assert.Equal((MailState.Sent, 2, first.MessageId), (mail.State, mail.Attempts, Assert.Single(_server.Mails).MessageId));
    }

    [Theory]
    [InlineData(SmtpAct.Slow)]
    [InlineData(SmtpAct.DropAfterTelling)]
    public async Task Deliver_AcceptedLateOrWithoutGoodbye_IsNotSentAgain(SmtpAct act)
    {
        _server.Script(act);
        var id = await _app.PostAsync();

        await _app.DeliverMailAsync();
        await PassAsync(TimeSpan.FromHours(1));

        Assert.Equal(MailState.Sent, (await _app.MailAsync(id)).State);
        Assert.Single(_server.Mails);
    }

    [Fact]
    public async Task Deliver_WhenTheServerDiesBeforeTelling_SendsTheSameMessageIdAgain()
    {
        _server.Script(SmtpAct.DropBeforeTelling);
        var id = await _app.PostAsync();

        await _app.DeliverMailAsync();
        await PassAsync(TimeSpan.FromMinutes(1));

        var mail = await _app.MailAsync(id);
        Assert.Equal(MailState.Sent, mail.State);
        Assert.Equal([mail.MessageId, mail.MessageId], _server.Mails.Select(letter => letter.MessageId));
    }

    [Fact]
    public async Task Deliver_WithTheServerAwayForAnHour_ArrivesWhenItIsBack()
    {
        _server.GoDown();
        var id = await _app.PostAsync();
        await _app.DeliverMailAsync();
        for (var minutes = 0; minutes < 60; minutes += 10)
        {
            await PassAsync(TimeSpan.FromMinutes(10));
        }

        Assert.Equal(MailState.Waiting, (await _app.MailAsync(id)).State);
        _server.ComeBack();
        await PassAsync(TimeSpan.FromHours(2));

        Assert.Equal(MailState.Sent, (await _app.MailAsync(id)).State);
        Assert.Single(_server.Mails);
    }

    [Fact]
    public async Task Deliver_WithTheServerAwayForADay_GivesUpAfterSixTries()
    {
        _server.GoDown();
        var id = await _app.PostAsync();
        await _app.DeliverMailAsync();
        foreach (var wait in new[] { 1, 5, 30, 120, 720 })
        {
            Assert.Equal(MailState.Waiting, (await _app.MailAsync(id)).State);
            await PassAsync(TimeSpan.FromMinutes(wait));
        }

        var mail = await _app.MailAsync(id);
        Assert.Equal((MailState.Gone, 6), (mail.State, mail.Attempts));
    }

    [Fact]
    public async Task Deliver_ByTwoNodes_SendsEachOf200Once()
    {
        await using var other = Node(isSecond: true);
        other.CreateVisitor().Dispose();
        await using (var scope = _app.Services.CreateAsyncScope())
        {
            var post = scope.ServiceProvider.GetRequiredService<MailPost>();
            for (var i = 0; i < 200; i++)
            {
                post.Post($"person{i}@prove.invalid", "Hei", "Hei.");
            }

            await scope.ServiceProvider.GetRequiredService<PortalDbContext>().SaveChangesAsync();
        }

        var tried = await Task.WhenAll(Task.Run(() => _app.DeliverMailAsync()), Task.Run(() => other.DeliverMailAsync()));

        Assert.Equal(200, tried.Sum());
        Assert.All(tried, count => Assert.InRange(count, 1, 199));
        Assert.Equal(200, _server.Mails.Count);
        Assert.Equal(200, _server.Mails.Select(letter => letter.MessageId).Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(200, await _app.InDatabaseAsync(db => db.Mails.CountAsync(mail => mail.State == MailState.Sent && mail.Attempts == 1)));
    }

    [Fact]
    public async Task Cancel_AWaitingMail_IsNeverSent()
    {
        var id = await _app.PostAsync();
        await CancelAsync(id);

        Assert.Equal(0, await _app.DeliverMailAsync());
        await PassAsync(TimeSpan.FromDays(1));

        Assert.Equal((MailState.Cancelled, 0), ((await _app.MailAsync(id)).State, _server.Connections));
        await Assert.ThrowsAsync<InvalidOperationException>(() => CancelAsync(id));
    }

    [Fact]
    public async Task Cancel_WhileItIsClaimed_IsTooLate()
    {
        var id = await _app.PostAsync();
        await _app.InDatabaseAsync(async mine =>
        {
            var mail = await mine.Mails.SingleAsync(one => one.Id == id);
            Assert.NotNull(await _app.InDatabaseAsync(db => db.ClaimMailAsync("annen", CancellationToken.None)));
            mail.Cancel(_app.Clock.GetUtcNow().UtcDateTime);
            return await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => mine.SaveChangesAsync());
        });

        await Assert.ThrowsAsync<InvalidOperationException>(() => CancelAsync(id));
        Assert.Equal(MailState.Waiting, (await _app.MailAsync(id)).State);
    }

    [Fact]
    public async Task Deliver_AfterARestart_SendsWhatWasPostedBefore()
    {
        _server.Script(SmtpAct.Greylist);
        var (tried, untried) = (await _app.PostAsync("a@prove.invalid"), 0L);
        await _app.DeliverMailAsync();
        untried = await _app.PostAsync("b@prove.invalid");
        await _app.DisposeAsync();

        await using var later = Node();
        later.Clock.Advance(TimeSpan.FromMinutes(1));
        await later.DeliverMailAsync();

        Assert.Equal((MailState.Sent, MailState.Sent), ((await later.MailAsync(tried)).State, (await later.MailAsync(untried)).State));
        Assert.Equal(2, _server.Mails.Count);
    }

    [Fact]
    public async Task Worker_LeftToItself_SendsWithinASecond()
    {
        var id = await _app.PostAsync();
        var told = new TaskCompletionSource();
        _server.Accepted = () => told.TrySetResult();

        for (var i = 0; i < 100 && !told.Task.IsCompleted; i++)
        {
            _app.Clock.Advance(TimeSpan.FromSeconds(1));
            await Task.WhenAny(told.Task, Task.Delay(100));
        }

        Assert.True(told.Task.IsCompleted);
        Assert.Equal(0, await _app.DeliverMailAsync());
        Assert.Equal(MailState.Sent, (await _app.MailAsync(id)).State);
    }

    public Task InitializeAsync() => Task.CompletedTask;

    async Task IAsyncLifetime.DisposeAsync() => await DisposeAsync();

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        await _server.DisposeAsync();
        _database.Dispose();
    }

    private SharedApp Node(bool isSecond = false)
    {
        var node = new SharedApp(_database, isSecond);
        foreach (var (key, value) in _server.Settings)
        {
            node.With(key, value);
        }

        return node;
    }

    /// <summary>Lets time pass. The worker wakes by itself then; the second try waits for it to end.</summary>
    private async Task PassAsync(TimeSpan time)
    {
        _app.Clock.Advance(time);
        await _app.DeliverMailAsync();
    }

    private Task<int> CancelAsync(long id) => _app.InDatabaseAsync(async db =>
    {
        (await db.Mails.SingleAsync(mail => mail.Id == id)).Cancel(db.Time.GetUtcNow().UtcDateTime);
        return await db.SaveChangesAsync();
    });
}
