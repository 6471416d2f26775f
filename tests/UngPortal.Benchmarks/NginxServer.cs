using System.Diagnostics;
using System.Globalization;

namespace UngPortal.Benchmarks;

/// <summary>One nginx worker that serves a page's gzip bytes from disk with the site's own headers: the measure of the bar.</summary>
internal sealed class NginxServer : IDisposable
{
    private static readonly string[] NotCopied = ["Date", "Content-Length", "Content-Type", "Content-Encoding", "ETag", "Transfer-Encoding", "Connection", "Server"];
    private readonly string _folder = Directory.CreateTempSubdirectory("ungportal-nginx-").FullName;
    private Process? _master;

    /// <summary>The worker's process id, where the time is spent.</summary>
    public int WorkerId { get; private set; }

    /// <summary>Starts it with one file, whose address is <c>/page.html</c>.</summary>
    public static async Task<NginxServer> StartAsync(int port, byte[] gzip, HttpResponseMessage like)
    {
        var server = new NginxServer();
        await File.WriteAllBytesAsync(Path.Combine(server._folder, "page.html.gz"), gzip);
        var headers = like.Headers.Where(header => !NotCopied.Contains(header.Key))
            .Select(header => $"add_header {header.Key} {Quote(string.Join(", ", header.Value))};");
        await File.WriteAllTextAsync(Path.Combine(server._folder, "nginx.conf"), server.Configuration(port, headers));
        server._master = Process.Start("nginx", ["-p", server._folder, "-c", "nginx.conf", "-e", "error.log"]);
        await server.FindWorkerAsync();
        return server;
    }

    public void Dispose()
    {
        using (var stop = Process.Start("kill", ["-TERM", $"{_master!.Id}"]))
        {
            stop.WaitForExit();
        }

        _master.WaitForExit();
        _master.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private static string Quote(string value) => $"\"{value.Replace("\"", "\\\"", StringComparison.Ordinal)}\"";

    private string Configuration(int port, IEnumerable<string> headers) => $$"""
        daemon off;
        {{(Environment.IsPrivilegedProcess ? $"user {Environment.UserName};" : "")}}
        worker_processes 1;
        pid nginx.pid;
        events { worker_connections 1024; }
        http {
          access_log off;
          sendfile on;
          tcp_nopush on;
          server_tokens off;
          keepalive_requests 1000000000;
          open_file_cache max=100;
          types { text/html html; }
          client_body_temp_path {{_folder}}/t1;
          proxy_temp_path {{_folder}}/t2;
          fastcgi_temp_path {{_folder}}/t3;
          uwsgi_temp_path {{_folder}}/t4;
          scgi_temp_path {{_folder}}/t5;
          server {
            listen 127.0.0.1:{{port}};
            root {{_folder}};
            charset utf-8;
            gzip_static always;
            {{string.Join("\n    ", headers)}}
          }
        }
        """;

    private async Task FindWorkerAsync()
    {
        var children = $"/proc/{_master!.Id}/task/{_master.Id}/children";
        for (var tries = 0; tries < 100; tries++)
        {
            await Task.Delay(50);
            if (!_master.HasExited && (await File.ReadAllTextAsync(children)).Trim() is { Length: > 0 } list)
            {
                WorkerId = int.Parse(list.Split(' ')[0], CultureInfo.InvariantCulture);
                return;
            }
        }

        throw new InvalidOperationException("nginx did not start.");
    }
}
