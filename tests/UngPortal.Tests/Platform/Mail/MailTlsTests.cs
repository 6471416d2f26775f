using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using UngPortal.Platform.Mail;
using UngPortal.Testing;

namespace UngPortal.Tests.Platform.Mail;

/// <summary>A mail waits rather than travel in the open or to a server that can't prove who it is.</summary>
public sealed class MailTlsTests
{
    [Fact]
    public async Task V12_3_1_an_untrusted_server_gets_no_mail()
    {
        using var certificate = SelfMade();
        await using var server = new SmtpServer(certificate);

        await AssertNothingLeavesAsync(server);

        Assert.Equal(["EHLO", "STARTTLS"], server.Heard);
    }

    [Fact]
    public async Task V12_3_1_a_server_without_encryption_gets_nothing()
    {
        await using var server = new SmtpServer();

        await AssertNothingLeavesAsync(server);

        Assert.Equal("EHLO", server.Heard[0]);
        Assert.DoesNotContain(server.Heard, verb => verb is "AUTH" or "MAIL" or "RCPT" or "DATA");
    }

    /// <summary>The same server and mail, with encryption off: so it is the encryption that stops the two above.</summary>
    [Fact]
    public async Task V12_3_1_with_encryption_off_the_same_mail_leaves()
    {
        await using var server = new SmtpServer();
        await using var app = AppOf(server, tls: false);
        var id = await app.PostAsync();

        await app.DeliverMailAsync();

        Assert.Equal(MailState.Sent, (await app.MailAsync(id)).State);
        Assert.Single(server.Mails);
    }

    private static async Task AssertNothingLeavesAsync(SmtpServer server)
    {
        await using var app = AppOf(server, tls: true).With("Mail:User", "portal").With("Mail:Password", "lykt gresskar");
        var id = await app.PostAsync();

        Assert.Equal(1, await app.DeliverMailAsync());

        var mail = await app.MailAsync(id);
        Assert.Equal((MailState.Waiting, 1), (mail.State, mail.Attempts));
        Assert.Empty(server.Mails);
        Assert.Equal(1, server.Connections);
    }

    private static PortalApp AppOf(SmtpServer server, bool tls)
    {
        var app = new PortalApp();
        foreach (var (key, value) in server.Settings)
        {
            app.With(key, value);
        }

        return app.With("Mail:Tls", tls ? "true" : "false");
    }

    private static X509Certificate2 SelfMade()
    {
        using var key = RSA.Create(2_048);
        var request = new CertificateRequest("CN=127.0.0.1", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var names = new SubjectAlternativeNameBuilder();
        names.AddIpAddress(IPAddress.Loopback);
        request.CertificateExtensions.Add(names.Build());
        return request.CreateSelfSigned(DateTimeOffset.UnixEpoch.AddYears(50), DateTimeOffset.UnixEpoch.AddYears(150));
    }
}
