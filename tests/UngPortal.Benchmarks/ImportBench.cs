using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using UngPortal.Features.Places;
using UngPortal.Features.ServiceImports;
using UngPortal.Features.ServiceImports.Reading;
using UngPortal.Features.ServiceImports.Running;
using UngPortal.Platform.Data;
using UngPortal.Testing;

namespace UngPortal.Benchmarks;

/// <summary>A package of 4 000 invented services in the shape of HSDS: read, taken in, read again.</summary>
internal static class ImportBench
{
    private const int Count = 4_000;
    private const double BarSeconds = 60;
    private static readonly string[] Days = ["MO,TU,WE,TH,FR", "TU,TH", "MO,WE,SA"];

    public static async Task RunAsync()
    {
        await using var site = new PortalApp().WithoutWorkers();
        var package = Package();
        _ = site.Services; // The site starts here, outside what is measured.
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"package of {Count} services, {package.Content.Length / 1024} kB"));
        var watch = Stopwatch.StartNew();
        var id = await ReadAsync(site, package);
        var read = watch.Elapsed;
        await using var scope = site.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PortalDbContext>();
        (await db.ImportRuns.FindAsync(id))!.Ask(1, db.Time.GetUtcNow().UtcDateTime);
        await db.SaveChangesAsync();
        await scope.ServiceProvider.GetRequiredService<ImportWork>().DoOneAsync(CancellationToken.None);
        var total = watch.Elapsed;
        await ReadAsync(site, package);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"report {read.TotalSeconds:0.0} s, import {(total - read).TotalSeconds:0.0} s, together {total.TotalSeconds:0.0} s (bar {BarSeconds} s: {(total.TotalSeconds <= BarSeconds ? "held" : "MISSED")}), report again {(watch.Elapsed - total).TotalSeconds:0.0} s"));
    }

    private static async Task<int> ReadAsync(PortalApp site, PackageFile package)
    {
        await using var scope = site.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PortalDbContext>();
        var now = db.Time.GetUtcNow().UtcDateTime;
        var run = new ImportRun { FileName = package.Name, Origin = "oppdiktet", ReadAt = now, ReadById = 1, ReadByName = "oppdiktet" };
        var terms = new ServiceTerms(new Dictionary<string, string>(StringComparer.Ordinal), new HashSet<string>(StringComparer.Ordinal), "hfu", run.Origin, DateOnly.FromDateTime(now));
        await scope.ServiceProvider.GetRequiredService<DryRun>().ReportAsync(run, PackageReader.Read([package]), terms, CancellationToken.None);
        db.ImportRuns.Add(run);
        await db.SaveChangesAsync();
        Console.WriteLine(string.Join(", ", run.Changes.CountBy(change => change.Outcome).Select(pair => $"{pair.Key} {pair.Value}")));
        return run.Id;
    }

    private static PackageFile Package()
    {
        List<Place> codes = [.. Enumerable.Range(1, 9_999).Select(code => PlaceBook.Norway.Find(code.ToString("0000", CultureInfo.InvariantCulture))).OfType<PlaceAnswer.Found>().Select(found => found.Place).Where(place => place.Municipality is not null)];
        var services = new JsonArray([.. Enumerable.Range(0, Count).Select(number => Service(number, codes[number % codes.Count]))]);
        return new("oppdiktet.json", Encoding.UTF8.GetBytes(services.ToJsonString()));
    }

    private static JsonObject Service(int number, Place place) => new()
    {
        ["id"] = $"oppdiktet-{number}",
        ["name"] = $"Oppdiktet sted {number}",
        ["description"] = "Et oppdiktet sted å gå til.",
        ["url"] = $"https://sted{number}.invalid/",
        ["status"] = "active",
        ["assured_date"] = "2026-10-01",
        ["phones"] = new JsonArray(new JsonObject { ["id"] = $"p{number}", ["number"] = "22 40 00 40", ["type"] = "voice" }),
        ["service_at_locations"] = new JsonArray(new JsonObject
        {
            ["location"] = new JsonObject { ["location_type"] = "physical", ["addresses"] = new JsonArray(new JsonObject { ["address_1"] = $"Gata {number}", ["postal_code"] = place.Name[..4] }) },
            ["schedules"] = new JsonArray(new JsonObject { ["freq"] = "WEEKLY", ["interval"] = 1, ["byday"] = Days[number % Days.Length], ["opens_at"] = "09:00", ["closes_at"] = "15:30" }),
        }),
    };
}
