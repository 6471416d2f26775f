using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace UngPortal.Tests.Edge;

/// <summary>An nginx that passes everything on at once and keeps its connections to the site: the arrangement in which smuggling pays.</summary>
public sealed class NginxInFront : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("ungportal-nginx-").FullName;
    private Process? _master;

    public Uri Address { get; private set; } = null!;

    /// <summary>Where nginx is, or null.</summary>
    public static string? Program { get; } = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Append("/usr/sbin")
        .Select(folder => Path.Combine(folder, "nginx")).FirstOrDefault(File.Exists);

    /// <summary>Starts it in front of the site; once.</summary>
    public async Task StartAsync(Uri site)
    {
        if (_master is not null)
        {
            return;
        }

        Address = new UriBuilder("http", "127.0.0.1", FreePort()).Uri;
        await File.WriteAllTextAsync(Path.Combine(_folder, "nginx.conf"), Configuration(site));
        _master = Process.Start(new ProcessStartInfo(Program!, ["-p", _folder, "-c", "nginx.conf", "-e", "error.log"]))!;
        for (var tries = 0; !await IsListeningAsync(); tries++)
        {
            if (tries == 100 || _master.HasExited)
            {
                throw new InvalidOperationException("nginx did not start: " + await File.ReadAllTextAsync(Path.Combine(_folder, "error.log")));
            }

            await Task.Delay(50);
        }
    }

    public void Dispose()
    {
        if (_master is not null)
        {
            using (var stop = Process.Start("kill", ["-TERM", $"{_master.Id}"]))
            {
                stop.WaitForExit();
            }

            _master.WaitForExit();
            _master.Dispose();
        }

        Directory.Delete(_folder, recursive: true);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private async Task<bool> IsListeningAsync()
    {
        using var client = new TcpClient();
        try
        {
            await client.ConnectAsync(IPAddress.Loopback, Address.Port);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    private string Configuration(Uri site) => $$"""
        daemon off;
        {{(Environment.IsPrivilegedProcess ? $"user {Environment.UserName};" : "")}}
        worker_processes 1;
        pid nginx.pid;
        events { worker_connections 256; }
        http {
          access_log off;
          server_tokens off;
          client_body_temp_path {{_folder}}/t1;
          proxy_temp_path {{_folder}}/t2;
          fastcgi_temp_path {{_folder}}/t3;
          uwsgi_temp_path {{_folder}}/t4;
          scgi_temp_path {{_folder}}/t5;
          upstream site { server {{site.Authority}}; keepalive 1; }
          server {
            listen {{Address.Authority}};
            location / {
              proxy_pass http://site;
              proxy_http_version 1.1;
              proxy_request_buffering off;
              proxy_set_header Connection "";
              proxy_set_header Host $host;
            }
          }
        }
        """;
}
