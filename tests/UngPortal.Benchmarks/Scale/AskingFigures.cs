using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using UngPortal.Features.Questions.Asking;
using UngPortal.Testing;

namespace UngPortal.Benchmarks.Scale;

/// <summary>Sends the ask form to the published site on the filled database: as fast as it goes, then at a steady rate. What was asked is deleted afterwards.</summary>
internal sealed class AskingFigures(string folder)
{
    private const int Port = 5_581;
    private const int Senders = 32;
    private const int PerSecond = 300;
    private const int BarSlowest = 80;
    private const int Keys = 50_000;
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan Measured = TimeSpan.FromSeconds(20);

    /// <summary>So long it is measured, with all that happens once a minute; not the first after a start, when everything is done for the first time.</summary>
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    private readonly ConcurrentQueue<string> _keys = new();
    private readonly CookieContainer _cookies = new();
    private int _refused;
    private string _refusal = "";

    public async Task RunAsync()
    {
        var before = LastRows();
        MakeKeys();
        await using (var site = await PublishedSite.StartAsync(Port, folder))
        {
            using var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = _cookies, MaxConnectionsPerServer = 1_000 }) { BaseAddress = site.Client.BaseAddress };
            var form = new Dictionary<string, string>((await HtmlPage.ReadAsync(await client.GetAsync(new Uri(QuestionVisits.AskPath, UriKind.Relative)))).Form(QuestionVisits.AskPath)) { ["Sett"] = "true" };
            var started = Stopwatch.GetTimestamp();
            await site.WaitUntilQuietAsync();
            await FloodAsync(client, form, WarmUp);
            Stopwatches.Head("asking: POST of the form, code hashed, committed");
            var (load, cpu, began) = (MachineLoad.Read(), ProcessFigures.CpuSeconds(site.ProcessId), Stopwatch.GetTimestamp());
            var times = await FloodAsync(client, form, Measured);
            Report($"{Senders} at once, as fast as it goes", times, Stopwatch.GetElapsedTime(began), cpu, load, site);
            var left = Minute - Stopwatch.GetElapsedTime(started);
            await Task.Delay(left > TimeSpan.Zero ? left : TimeSpan.Zero);
            (load, cpu, began) = (MachineLoad.Read(), ProcessFigures.CpuSeconds(site.ProcessId), Stopwatch.GetTimestamp());
            times = await SteadilyAsync(client, form);
            Report($"{PerSecond} a second", times, Stopwatch.GetElapsedTime(began), cpu, load, site);
        }

        Forget(before);
    }

    private void Report(string what, List<double> times, TimeSpan took, double cpuBefore, MachineLoad loadBefore, PublishedSite site)
    {
        Stopwatches.Print(what, times);
        var (cpu, load) = ((ProcessFigures.CpuSeconds(site.ProcessId) - cpuBefore) * 1_000 / times.Count, MachineLoad.Read().Since(loadBefore));
        times.Sort();
        var (rate, slowest) = (times.Count / took.TotalSeconds, Stopwatches.At(times, 0.99));
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"  {rate:0} a second, site's CPU {cpu:0.0} ms each, this sender {load.OwnSeconds / took.TotalSeconds:0.0} and all processes {load.BusySeconds / took.TotalSeconds:0.0} of {Environment.ProcessorCount} processors; {_refused} refused{_refusal}; bars {PerSecond} and {BarSlowest} ms: {(rate >= PerSecond * 0.98 && slowest <= BarSlowest ? "holds" : "DOES NOT HOLD")}"));
        (_refused, _refusal) = (0, "");
    }

    private async Task<List<double>> FloodAsync(HttpClient client, Dictionary<string, string> form, TimeSpan length)
    {
        var (times, began) = (new ConcurrentBag<double>(), Stopwatch.GetTimestamp());
        await Task.WhenAll(Enumerable.Range(0, Senders).Select(_ => Task.Run(async () =>
        {
            while (Stopwatch.GetElapsedTime(began) < length)
            {
                times.Add(await AskAsync(client, form, Stopwatch.GetTimestamp()));
            }
        })));
        return [.. times];
    }

    /// <summary>Each at its own time, answered or not the ones before; the wait counts from when it was due.</summary>
    private async Task<List<double>> SteadilyAsync(HttpClient client, Dictionary<string, string> form)
    {
        var (sent, began) = (new List<Task<double>>(), Stopwatch.GetTimestamp());
        for (var i = 0; i < PerSecond * (int)Minute.TotalSeconds; i++)
        {
            var due = began + (i * Stopwatch.Frequency / PerSecond);
            while (Stopwatch.GetTimestamp() < due)
            {
                await Task.Delay(1);
            }

            sent.Add(Task.Run(() => AskAsync(client, form, due)));
        }

        return [.. await Task.WhenAll(sent)];
    }

    private async Task<double> AskAsync(HttpClient client, Dictionary<string, string> form, long due)
    {
        _keys.TryDequeue(out var key);
        var fields = new Dictionary<string, string>(form)
        {
            ["Nokkel"] = key!,
            ["Alder"] = "16",
            ["Kjonn"] = "Girl",
            ["Tema"] = "vet-ikke",
            ["Lest"] = "true",
            ["Tekst"] = "Hei! Jeg lurer på hvor mye man egentlig bør sove når man er seksten år og trener fire ganger i uka. Jeg legger meg ofte rundt midnatt, fordi jeg ikke får sove før, og så er jeg trøtt på skolen. Vennene mine sier at det er helt vanlig. Er det farlig å sove seks timer, eller går det seg til? Hva kan jeg gjøre for å sovne tidligere?",
        };
        using var content = new FormUrlEncodedContent(fields);
        using var response = await client.PostAsync(new Uri(QuestionVisits.AskPath, UriKind.Relative), content);
        if (response.Headers.Location?.OriginalString != QuestionVisits.ReceiptPath)
        {
            Interlocked.Increment(ref _refused);
            _refusal = $" (the last with {(int)response.StatusCode} {response.Headers.Location})";
        }

        return Stopwatch.GetElapsedTime(due).TotalMilliseconds;
    }

    /// <summary>What the forms would carry, sealed with the folder's own keys a minute ago.</summary>
    private void MakeKeys()
    {
        using var site = new FilledSite(folder);
        site.Clock.SetUtcNow(DateTimeOffset.UtcNow.AddMinutes(-1));
        var keys = site.Services.GetRequiredService<FormKeys>();
        for (var i = 0; i < Keys; i++)
        {
            _keys.Enqueue(keys.New());
        }
    }

    private (long Questions, long Threads) LastRows() => (Read("SELECT MAX(rowid) FROM Questions"), Read("SELECT MAX(rowid) FROM QuestionThreads"));

    private void Forget((long Questions, long Threads) last)
    {
        Console.WriteLine($"  {Read($"SELECT COUNT(*) FROM Questions WHERE rowid > {last.Questions}")} questions came in; they are deleted again");
        Read($"DELETE FROM Questions WHERE rowid > {last.Questions}; DELETE FROM QuestionThreads WHERE rowid > {last.Threads}; SELECT 0");
    }

    private long Read(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(folder, "ungportal.db")};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return (long)command.ExecuteScalar()!;
    }
}
