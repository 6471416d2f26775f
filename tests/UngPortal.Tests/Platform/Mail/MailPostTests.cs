using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using UngPortal.Platform.Data;
using UngPortal.Platform.Mail;
using UngPortal.Testing;

namespace UngPortal.Tests.Platform.Mail;

/// <summary>What may be put into the post box, and how it lies there.</summary>
public sealed class MailPostTests(PortalApp app) : IClassFixture<PortalApp>
{
    private static readonly string[] Breaks = ["\r", "\n", "\r\n", "\0", "\u000b", "\u000c", "\u001b", "\u007f", "\u0085", "\u2028", "\u2029"];

    [Fact]
    public void V1_3_11_subjects_and_addresses_with_line_breaks_are_refused()
    {
        using var scope = app.Services.CreateScope();
        var post = scope.ServiceProvider.GetRequiredService<MailPost>();

        Assert.All(Breaks, ending =>
        {
            Assert.Throws<ArgumentException>(() => post.Post("kari@prove.invalid", $"Hei{ending}Bcc: alle@prove.invalid", "x"));
            Assert.Throws<ArgumentException>(() => post.Post("kari@prove.invalid", $"Hei{ending}", "x"));
            Assert.Throws<ArgumentException>(() => post.Post($"kari@prove.invalid{ending}Bcc: alle@prove.invalid", "Hei", "x"));
            Assert.Throws<ArgumentException>(() => post.Post($"{ending}kari@prove.invalid", "Hei", "x"));
        });
        Assert.Empty(scope.ServiceProvider.GetRequiredService<PortalDbContext>().ChangeTracker.Entries());
    }

    [Theory]
    [InlineData("")]
    [InlineData("kari")]
    [InlineData("kari@")]
    [InlineData("@prove.invalid")]
    [InlineData("a@prove.invalid,b@prove.invalid")]
    [InlineData("a@prove.invalid, b@prove.invalid")]
    [InlineData("a@prove.invalid;b@prove.invalid")]
    [InlineData("Kari <kari@prove.invalid>")]
    [InlineData("<kari@prove.invalid>")]
    [InlineData("kari@prove.invalid (Kari)")]
    [InlineData("gruppe:a@prove.invalid;")]
    public void V1_3_11_only_one_mailbox_is_an_address(string to)
    {
        using var scope = app.Services.CreateScope();

        Assert.Throws<ArgumentException>(() => scope.ServiceProvider.GetRequiredService<MailPost>().Post(to, "Hei", "x"));
    }

    [Theory]
    [InlineData("Subject: Bcc: alle@prove.invalid")]
    [InlineData("=?utf-8?B?DQpCY2M6" + "IGFsbGVAcHJvdmUuaW52YWxpZA==?=")]
    [InlineData("æøå \"sitat\" <b> 🫐")]
    public async Task V1_3_11_what_is_accepted_makes_one_header_each(string subject)
    {
        await using var server = new SmtpServer();
        await using var sender = new PortalApp();
        foreach (var (key, value) in server.Settings)
        {
            sender.With(key, value);
        }

        await sender.PostAsync("kari@prove.invalid", subject, "Bcc: alle@prove.invalid\r\n\r\nHei");
        await sender.DeliverMailAsync();

        var letter = Assert.Single(server.Mails);
        Assert.Equal(["Auto-Submitted", "Date", "From", "Message-Id", "Subject", "To"], letter.Headers.Select(header => header.Field).Where(field => field != "MIME-Version").Order(StringComparer.Ordinal));
        Assert.Empty(letter.Bcc);
        Assert.Equal("kari@prove.invalid", Assert.Single(letter.To.Mailboxes).Address);
    }

    [Fact]
    public async Task Post_WithoutASave_SendsNothing()
    {
        await using (var scope = app.Services.CreateAsyncScope())
        {
            scope.ServiceProvider.GetRequiredService<MailPost>().Post("ingen@prove.invalid", "Hei", "Hei");
        }

        Assert.Equal(0, await app.InDatabaseAsync(db => db.Mails.CountAsync(mail => mail.Recipient == "ingen@prove.invalid")));
    }

    [Fact]
    public async Task Text_InTheDatabase_IsUnreadableThere()
    {
        var id = await app.PostAsync(text: "hemmelig-lenke-7391");

        var mail = await app.MailAsync(id);

        Assert.DoesNotContain("hemmelig", mail.ProtectedText, StringComparison.Ordinal);
        Assert.Equal("hemmelig-lenke-7391", app.Services.GetRequiredService<MailText>().Read(mail));
    }

    [Fact]
    public async Task Retention_AfterThirtyDays_DeletesWhatHasEnded()
    {
        var (ended, waiting) = (await app.PostAsync(), await app.PostAsync());
        await app.InDatabaseAsync(async db =>
        {
            (await db.Mails.SingleAsync(mail => mail.Id == ended)).Cancel(db.Time.GetUtcNow().UtcDateTime);
            return await db.SaveChangesAsync();
        });

        await RetainAsync(TimeSpan.FromDays(30));
        Assert.Equal(MailState.Cancelled, (await app.MailAsync(ended)).State);
        await RetainAsync(TimeSpan.FromDays(31));

        Assert.Equal(0, await app.InDatabaseAsync(db => db.Mails.CountAsync(mail => mail.Id == ended)));
        Assert.Equal(MailState.Waiting, (await app.MailAsync(waiting)).State);
    }

    [Fact]
    public void Delivery_WithoutAServerInProduction_IsNotThere() => Assert.Null(app.Services.GetService<MailDelivery>());

    /// <summary>Runs the job as if so much time had passed; moving the site's own clock so far would wake every worker of those days.</summary>
    private Task<bool> RetainAsync(TimeSpan later) => app.InDatabaseAsync(async db =>
    {
        await new MailRetention(db, new FakeTimeProvider(app.Clock.GetUtcNow() + later), NullLogger<MailRetention>.Instance).RunAsync(CancellationToken.None);
        return true;
    });
}
