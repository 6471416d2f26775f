using System.Collections.Concurrent;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using MimeKit;

namespace UngPortal.Testing;

/// <summary>A mail server on the loopback interface that does as it is told. Each connection takes the next act of the script; after the last one it accepts.</summary>
public sealed class SmtpServer : IAsyncDisposable
{
    private readonly ConcurrentQueue<SmtpAct> _script = new();
    private readonly ConcurrentQueue<MimeMessage> _mails = new();
    private readonly ConcurrentBag<Task> _talks = [];
    private TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly ConcurrentQueue<string> _heard = new();
    private readonly X509Certificate2? _certificate;
    private int _connections;

    /// <summary>Starts listening on a free port.</summary>
    /// <param name="certificate">What it offers STARTTLS with; it offers none without one.</param>
    public SmtpServer(X509Certificate2? certificate = null)
    {
        _certificate = certificate;
        _listener.Start();
        Port = ((IPEndPoint)_listener.LocalEndpoint).Port;
        _ = ListenAsync(_listener);
    }

    /// <summary>The port.</summary>
    public int Port { get; }

    /// <summary>What was accepted, in order, repeats too.</summary>
    public IReadOnlyList<MimeMessage> Mails => [.. _mails];

    /// <summary>The verbs it was told, in order; those inside TLS begin with <c>tls </c>.</summary>
    public IReadOnlyList<string> Heard => [.. _heard];

    /// <summary>How many connections there were.</summary>
    public int Connections => _connections;

    /// <summary>Runs after a mail was accepted and before the sender is told.</summary>
    public Action Accepted { get; set; } = () => { };

    /// <summary>What the next connections meet.</summary>
    public void Script(params SmtpAct[] acts) => Array.ForEach(acts, _script.Enqueue);

    /// <summary>The settings of a site that sends here.</summary>
    public Dictionary<string, string?> Settings => new()
    {
        ["Mail:Host"] = "127.0.0.1",
        ["Mail:Port"] = Port.ToString(System.Globalization.CultureInfo.InvariantCulture),
        ["Mail:Tls"] = "false",
        ["Mail:From"] = "UngPortal <ikke-svar@ungportal.invalid>",
    };

    /// <summary>Stops answering at all.</summary>
    public void GoDown() => _listener.Dispose();

    /// <summary>Answers on the same port again.</summary>
    public void ComeBack()
    {
        _listener = new TcpListener(IPAddress.Loopback, Port);
        _listener.Start();
        _ = ListenAsync(_listener);
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        _listener.Dispose();
        await Task.WhenAll(_talks).WaitAsync(TimeSpan.FromSeconds(10)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private async Task ListenAsync(TcpListener listener)
    {
        try
        {
            while (true)
            {
                var client = await listener.AcceptTcpClientAsync();
                Interlocked.Increment(ref _connections);
                _talks.Add(TalkAsync(client, _script.TryDequeue(out var act) ? act : SmtpAct.Accept));
            }
        }
        catch (Exception problem) when (problem is SocketException or ObjectDisposedException or InvalidOperationException)
        {
            // The server went down.
        }
    }

    private async Task TalkAsync(TcpClient client, SmtpAct act)
    {
        using var connection = client;
        try
        {
            await using var stream = client.GetStream();
            if (act != SmtpAct.DropAtOnce)
            {
                await SayAsync(stream, act == SmtpAct.Busy ? "421 prove.invalid busy" : "220 prove.invalid ready");
                await ConverseAsync(stream, act);
            }
        }
        catch (Exception gone) when (gone is IOException or AuthenticationException)
        {
            // The sender went away.
        }
    }

    private async Task ConverseAsync(Stream stream, SmtpAct act)
    {
        using var reader = new StreamReader(stream, Encoding.Latin1, leaveOpen: true);
        while (await reader.ReadLineAsync() is { } line)
        {
            var verb = line.Split(' ')[0].ToUpperInvariant();
            _heard.Enqueue(stream is SslStream ? $"tls {verb}" : verb);
            if (verb == "STARTTLS" && _certificate is not null)
            {
                await SayAsync(stream, "220 begin");
                await using var secure = new SslStream(stream, leaveInnerStreamOpen: true);
                await secure.AuthenticateAsServerAsync(_certificate);
                await ConverseAsync(secure, act);
                return;
            }

            if (verb == "DATA")
            {
                await SayAsync(stream, "354 go on");
                if (!await ReceiveAsync(reader, stream, act))
                {
                    return;
                }
            }
            else
            {
                await SayAsync(stream, (verb, act) switch
                {
                    ("EHLO", _) => _certificate is null || stream is SslStream ? "250-prove.invalid\r\n250-AUTH PLAIN\r\n250 8BITMIME" : "250-prove.invalid\r\n250-STARTTLS\r\n250 8BITMIME",
                    ("RCPT", SmtpAct.Refuse) => "550 no such mailbox",
                    ("RCPT", SmtpAct.Greylist) => "451 try again later",
                    ("QUIT", _) => "221 goodbye",
                    ("MAIL" or "RCPT" or "RSET" or "NOOP", _) => "250 fine",
                    _ => "500 what?",
                });
            }

            if (verb == "QUIT")
            {
                return;
            }
        }
    }

    /// <summary>Takes a mail. Returns whether the connection goes on.</summary>
    private async Task<bool> ReceiveAsync(StreamReader reader, Stream stream, SmtpAct act)
    {
        var text = new StringBuilder();
        while (await reader.ReadLineAsync() is { } line && line != ".")
        {
            if (act == SmtpAct.DropMidData)
            {
                return false;
            }

            text.Append(line.StartsWith('.') ? line[1..] : line).Append("\r\n");
        }

        if (act is SmtpAct.RefuseData)
        {
            await SayAsync(stream, "554 looks like advertising");
            return true;
        }

        if (act == SmtpAct.DropBeforeAccepting)
        {
            return false;
        }

        _mails.Enqueue(await MimeMessage.LoadAsync(new MemoryStream(Encoding.Latin1.GetBytes(text.ToString()))));
        Accepted();
        if (act == SmtpAct.DropBeforeTelling)
        {
            return false;
        }

        await Task.Delay(act == SmtpAct.Slow ? TimeSpan.FromSeconds(2) : TimeSpan.Zero);
        await SayAsync(stream, "250 accepted");
        return act != SmtpAct.DropAfterTelling;
    }

    private static async Task SayAsync(Stream stream, string line) => await stream.WriteAsync(Encoding.ASCII.GetBytes(line + "\r\n"));
}
