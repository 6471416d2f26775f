using Microsoft.Extensions.Options;
using UngPortal.Testing;

namespace UngPortal.Tests.Platform.Mail;

/// <summary>Settings that must not start.</summary>
public sealed class MailOptionsTests
{
    [Theory]
    [InlineData("Tls", "false")]
    [InlineData("Port", "0")]
    [InlineData("Port", "65536")]
    [InlineData("From", "")]
    [InlineData("From", "ungportal")]
    [InlineData("User", "uten-passord")]
    public async Task Start_WithAWrongSetting_IsRefused(string key, string value)
    {
        await using var app = new PortalApp();
        app.With("Mail:Host", "mail.prove.invalid").With("Mail:From", "ikke-svar@ungportal.invalid").With($"Mail:{key}", value);

        var problem = Assert.ThrowsAny<Exception>(app.CreateVisitor);

        Assert.IsType<OptionsValidationException>(problem.GetBaseException());
    }

    [Theory]
    [InlineData("localhost")]
    [InlineData("127.0.0.1")]
    [InlineData("::1")]
    public async Task Start_WithAnOpenConnectionToTheSameMachine_IsAllowed(string host)
    {
        await using var app = new PortalApp();
        app.With("Mail:Host", host).With("Mail:Tls", "false");

        app.CreateVisitor().Dispose();
    }

    [Fact]
    public async Task Deliver_ToAServerWithoutEncryptionWhereItIsAskedFor_SendsNothing()
    {
        await using var server = new SmtpServer();
        await using var app = new PortalApp();
        foreach (var (key, value) in server.Settings)
        {
            app.With(key, value);
        }

        app.With("Mail:Tls", "true");
        var id = await app.PostAsync();

        await app.DeliverMailAsync();

        Assert.Empty(server.Mails);
        Assert.Equal(UngPortal.Platform.Mail.MailState.Waiting, (await app.MailAsync(id)).State);
    }
}
