using System.Diagnostics;
using System.Net;
using System.Security.Cryptography;
using System.Text.RegularExpressions;

namespace UngPortal.Benchmarks;

/// <summary>Mixed load for as long as is asked, with a line of figures a minute: what leaks, rises.</summary>
internal static partial class SoakBench
{
    private const int Port = 5387;
    private const int Visitors = 4;
    private const string FormPath = "/tilbakemelding";
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(10);
    private static readonly string[] Words = ["mensen", "eksamen", "angst", "vape", "kjærlighet", "jobb", "stipend", "søvn", "mobbing", "førerkort", "english", "skeiv"];
    private static long _requests;
    private static long _serverErrors;
    private static long _refused;
    private static long _broken;

    public static async Task RunAsync(TimeSpan time)
    {
        await using var site = await PublishedSite.StartAsync(Port);
        var paths = await ColdRenders.PathsAsync(site.Client);
        using var ended = new CancellationTokenSource(time);
        var visitors = Enumerable.Range(0, Visitors).Select(_ => VisitAsync(site.Client.BaseAddress!, paths, ended.Token)).ToList();
        Console.WriteLine($"{"minute",7}{"requests",10}{"5xx",6}{"other",7}{"broken",8}{"RSS MB",9}{"heap MB",9}{"handles",9}");
        var began = Stopwatch.GetTimestamp();
        for (var minute = 0; ; minute++)
        {
            Console.WriteLine($"{minute,7}{_requests,10}{_serverErrors,6}{_refused,7}{_broken,8}{ProcessFigures.ResidentMegabytes(site.ProcessId),9:0}{ProcessFigures.AnonymousMegabytes(site.ProcessId),9:0}{ProcessFigures.Handles(site.ProcessId),9}");
            if (ended.IsCancellationRequested || !site.IsRunning)
            {
                break;
            }

            var left = TimeSpan.FromMinutes(minute + 1) - Stopwatch.GetElapsedTime(began);
            await Task.Delay(left > TimeSpan.Zero ? left : TimeSpan.Zero, CancellationToken.None);
        }

        await Task.WhenAll(visitors);
        Console.WriteLine($"  {_serverErrors} answers of 5xx, {_broken} broken: {(_serverErrors + _broken == 0 ? "holds" : "DOES NOT HOLD")}; whether anything leaks is to be seen from the last three columns");
    }

    private static async Task VisitAsync(Uri address, IReadOnlyList<string> paths, CancellationToken ended)
    {
        using var visitor = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, PooledConnectionLifetime = TimeSpan.FromSeconds(20) }) { BaseAddress = address };
        while (!ended.IsCancellationRequested)
        {
            try
            {
                await AskAsync(visitor, paths);
            }
            catch (HttpRequestException)
            {
                Interlocked.Increment(ref _broken);
            }

            await Task.Delay(Pause, CancellationToken.None);
        }
    }

    /// <summary>Of a hundred: 70 known pages, 10 pages not in the cache, 10 searches, 5 suggestions, 5 forms.</summary>
    private static Task AskAsync(HttpClient visitor, IReadOnlyList<string> paths)
    {
        var path = paths[RandomNumberGenerator.GetInt32(paths.Count)];
        var word = Uri.EscapeDataString($"{Words[RandomNumberGenerator.GetInt32(Words.Length)]} {Words[RandomNumberGenerator.GetInt32(Words.Length)]}");
        return RandomNumberGenerator.GetInt32(100) switch
        {
            < 70 => GetAsync(visitor, path),
            < 80 => GetAsync(visitor, $"{path}?side={RandomNumberGenerator.GetInt32(1, 100_000)}"),
            < 90 => GetAsync(visitor, $"/sok?q={word}"),
            < 95 => GetAsync(visitor, $"/sok/forslag?q={word[..4]}"),
            _ => SendFeedbackAsync(visitor),
        };
    }

    private static async Task<string> GetAsync(HttpClient visitor, string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        if (path != FormPath)
        {
            request.Headers.AcceptEncoding.ParseAdd(RandomNumberGenerator.GetInt32(2) == 0 ? "br" : "gzip");
        }

        using var answer = await visitor.SendAsync(request);
        Count(answer);
        return await answer.Content.ReadAsStringAsync();
    }

    private static async Task SendFeedbackAsync(HttpClient visitor)
    {
        var fields = Fields().Matches(await GetAsync(visitor, FormPath)).ToDictionary(field => field.Groups[1].Value, field => WebUtility.HtmlDecode(field.Groups[2].Value));
        fields["Tekst"] = "Dette er en lang prøve.";
        using var content = new FormUrlEncodedContent(fields);
        using var answer = await visitor.PostAsync(FormPath, content);
        Count(answer);
    }

    private static void Count(HttpResponseMessage answer)
    {
        Interlocked.Increment(ref _requests);
        if (answer.StatusCode >= HttpStatusCode.InternalServerError)
        {
            Interlocked.Increment(ref _serverErrors);
        }
        else if (answer.StatusCode >= HttpStatusCode.BadRequest)
        {
            Interlocked.Increment(ref _refused);
        }
    }

    [GeneratedRegex("""<input[^>]*name="?(Side|Nokkel|__RequestVerificationToken)"?[^>]*value="([^"]*)["]""", RegexOptions.None, matchTimeoutMilliseconds: 100)]
    private static partial Regex Fields();
}
