using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using UngPortal.Features.Places;
using UngPortal.Features.ServiceImports;
using UngPortal.Features.ServiceImports.Reading;
using UngPortal.Features.ServiceImports.Running;
using UngPortal.Platform.Data;
using UngPortal.Testing;

namespace UngPortal.Benchmarks;

/// <summary>A package of 4 000 invented services in the shape of HSDS: read, taken in, read again; then all of them changed, and put back.</summary>
internal static class ImportBench
{
    private const int Count = 4_000;
    private const int LargeCount = 32_000;
    private const double BarSeconds = 60;
    private static readonly string[] Days = ["MO,TU,WE,TH,FR", "TU,TH", "MO,WE,SA"];

    public static async Task RunAsync()
    {
        await using var site = new PortalApp().WithoutWorkers();
        var package = Package();
        _ = site.Services; // The site starts here, outside what is measured.
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"package of {Count} services, {package.Content.Length / 1024} kB"));
        var watch = Stopwatch.StartNew();
        var id = await BesideVisitorsAsync(site, "report", () => ReadAsync(site, package));
        var read = watch.Elapsed;
        await WorkAsync(site, "import", id, (run, now) => run.Ask(1, now));
        var total = watch.Elapsed;
        await ReadAsync(site, package);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"report {read.TotalSeconds:0.0} s, import {(total - read).TotalSeconds:0.0} s, together {total.TotalSeconds:0.0} s (bar {BarSeconds} s: {(total.TotalSeconds <= BarSeconds ? "held" : "MISSED")}), report again {(watch.Elapsed - total).TotalSeconds:0.0} s"));
        var changed = await ReadAsync(site, Package(isChanged: true));
        await WorkAsync(site, "import of all changed", changed, (run, now) => run.Ask(1, now));
        await WorkAsync(site, "its undo", changed, (run, now) => run.AskUndo(1, now));
        TellMemory("after 4 000 services");

        // As large as a package may be.
        var large = Package(LargeCount);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"package of {LargeCount} services, {large.Content.Length / 1024} kB"));
        TellMemory("with it in memory");
        await BesideVisitorsAsync(site, "report", () => ReadAsync(site, large));
        TellMemory("after its report");
    }

    private static void TellMemory(string when)
    {
        using var own = Process.GetCurrentProcess();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{when}: {own.WorkingSet64 / (1024 * 1024)} MB in use, {own.PeakWorkingSet64 / (1024 * 1024)} MB at most so far"));
    }

    /// <summary>Asks for a step and does what the worker does.</summary>
    private static async Task WorkAsync(PortalApp site, string name, int id, Action<ImportRun, DateTime> ask)
    {
        await using var scope = site.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PortalDbContext>();
        ask((await db.ImportRuns.FindAsync(id))!, db.Time.GetUtcNow().UtcDateTime);
        await db.SaveChangesAsync();
        var work = scope.ServiceProvider.GetRequiredService<ImportWork>();
        await BesideVisitorsAsync(site, name, () => work.DoOneAsync(CancellationToken.None));
    }

    /// <summary>Writes as visitors do while the work goes on, and says how long they waited.</summary>
    private static async Task<T> BesideVisitorsAsync<T>(PortalApp site, string name, Func<Task<T>> work)
    {
        using var isDone = new CancellationTokenSource();
        var (count, refused, longest, locked) = (0, 0, TimeSpan.Zero, TimeSpan.Zero);
        var visitors = Task.Run(async () =>
        {
            var writes = site.Services.GetRequiredService<VisitorWrites>();
            var sinceKept = Stopwatch.StartNew();
            while (!isDone.IsCancellationRequested)
            {
                await using var scope = site.Services.CreateAsyncScope();
                var db = scope.ServiceProvider.GetRequiredService<PortalDbContext>();
                var watch = Stopwatch.StartNew();
                var isKept = await writes.TryAsync(db, stop => db.Database.ExecuteSqlAsync($"UPDATE ImportRuns SET Origin = Origin WHERE Id = -1", stop), CancellationToken.None);
                refused += isKept ? 0 : 1;
                if (isKept)
                {
                    locked = sinceKept.Elapsed > locked ? sinceKept.Elapsed : locked;
                    sinceKept.Restart();
                }

                (count, longest) = (count + 1, watch.Elapsed > longest ? watch.Elapsed : longest);
                await Task.Delay(20);
            }
        });
        var outcome = await work();
        await isDone.CancelAsync();
        await visitors;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name}: {count} visitors wrote meanwhile, the longest wait was {longest.TotalMilliseconds:0} ms, {refused} were turned away; nobody could write for {locked.TotalMilliseconds:0} ms at most"));
        return outcome;
    }

    private static async Task<int> ReadAsync(PortalApp site, PackageFile package)
    {
        await using var scope = site.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PortalDbContext>();
        var now = db.Time.GetUtcNow().UtcDateTime;
        var run = new ImportRun { FileName = package.Name, Origin = "oppdiktet", ReadAt = now, ReadById = 1, ReadByName = "oppdiktet" };
        var terms = new ServiceTerms(new Dictionary<string, string>(StringComparer.Ordinal), new HashSet<string>(StringComparer.Ordinal), "hfu", run.Origin, DateOnly.FromDateTime(now));
        var changes = await scope.ServiceProvider.GetRequiredService<DryRun>().ReportAsync(PackageReader.Read([package]), terms, CancellationToken.None);
        await scope.ServiceProvider.GetRequiredService<NewReport>().KeepAsync(run, changes, () => { }, CancellationToken.None);
        Console.WriteLine(string.Join(", ", changes.CountBy(change => change.Outcome).Select(pair => $"{pair.Key} {pair.Value}")));
        return run.Id;
    }

    private static PackageFile Package(int count = Count, bool isChanged = false)
    {
        List<Place> codes = [.. Enumerable.Range(1, 9_999).Select(code => PlaceBook.Norway.Find(code.ToString("0000", CultureInfo.InvariantCulture))).OfType<PlaceAnswer.Found>().Select(found => found.Place).Where(place => place.Municipality is not null)];
        var services = new JsonArray([.. Enumerable.Range(0, count).Select(number => Service(number, codes[number % codes.Count], isChanged ? 1 : 0))]);
        return new("oppdiktet.json", Encoding.UTF8.GetBytes(services.ToJsonString()));
    }

    private static JsonObject Service(int number, Place place, int edition) => new()
    {
        ["id"] = $"oppdiktet-{number}",
        ["name"] = $"Oppdiktet sted {number}",
        ["description"] = $"Et oppdiktet sted å gå til, utgave {edition}.",
        ["url"] = $"https://sted{number}.invalid/",
        ["status"] = "active",
        ["assured_date"] = "2026-10-01",
        ["phones"] = new JsonArray(new JsonObject { ["id"] = $"p{number}", ["number"] = $"22 40 00 4{edition}", ["type"] = "voice" }),
        ["service_at_locations"] = new JsonArray(new JsonObject
        {
            ["location"] = new JsonObject { ["location_type"] = "physical", ["addresses"] = new JsonArray(new JsonObject { ["address_1"] = $"Gata {number + edition}", ["postal_code"] = place.Name[..4] }) },
            ["schedules"] = new JsonArray(new JsonObject { ["freq"] = "WEEKLY", ["interval"] = 1, ["byday"] = Days[(number + edition) % Days.Length], ["opens_at"] = "09:00", ["closes_at"] = "15:30" }),
        }),
    };
}
