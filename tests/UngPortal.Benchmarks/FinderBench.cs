using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using UngPortal.Benchmarks.Scale;
using UngPortal.Features.Places;
using UngPortal.Features.Services;
using UngPortal.Features.Services.Finding;
using UngPortal.Kernel;
using UngPortal.Platform.Data;
using UngPortal.Testing;

namespace UngPortal.Benchmarks;

/// <summary>The finder and the open interface with 50 000 places, which lie as postal codes do: many in towns, few in the mountains. The same on every run.</summary>
internal static class FinderBench
{
    private const int Locations = 50_000;
    private const int Asked = 2_000;
    private const int Batch = 2_000;
    private const int PerPage = 20;
    private const int Pages = 17;
    private static readonly string[] Languages = ["nb", "nn", "en"];
    private const double BarMs = 20;
    private static readonly string[] Types = ["hfu", "legevakt", "familievernkontor", "bup", "nav"];
    private static readonly string?[] Hours = [null, "Mo-Fr 08:00-15:30; PH off", "Tu,Th 14:00-18:00; PH off", "24/7"];

    public static async Task RunAsync()
    {
        await using var site = new PortalApp().WithoutWorkers();
        var codes = await FillAsync(site);
        Stopwatches.Head($"nearest of {Locations} places, from a postal code");
        await MeasureAsync(site, codes, "everything", new(null, null, false, false));
        await MeasureAsync(site, codes, "one type", new("hfu", null, false, false));
        await MeasureAsync(site, codes, "one type, an age, without an appointment", new("bup", new AgeBand(13, 15), false, true));
        await MeasureAsync(site, codes, "open now", new(null, null, true, false));
        await MeasureAsync(site, codes, "a language that one in fifty has told", new(null, null, false, false) { Language = "uk" });
        await MeasureAsync(site, codes, "a language and a fact that one in 2 500 has told", new(null, null, false, false) { Language = "uk", Access = "induction-loop" });
        await AskAsync(site);
    }

    /// <summary>Pages of the open interface, each asked for once: answers are kept for a minute.</summary>
    private static async Task AskAsync(PortalApp site)
    {
        using var client = site.CreateVisitor();
        Stopwatches.Head($"open interface, {Locations} places, a page of {PerPage}");
        foreach (var list in (string[])["services", "services?full=true", "organizations", "organizations?full=true", "organizations?full_service=true"])
        {
            await Stopwatches.MeasureAsync(list, async number => (await client.GetAsync(new Uri($"/api/v1/{list}{(list.Contains('?', StringComparison.Ordinal) ? '&' : '?')}per_page={PerPage}&page={(number % Pages) + 1}&lang={Languages[number / Pages % Languages.Length]}", UriKind.Relative))).EnsureSuccessStatusCode().Dispose());
        }
    }

    /// <summary>Makes the places up. Returns all postal codes.</summary>
    internal static async Task<List<Place>> FillAsync(PortalApp site)
    {
        List<Place> codes = [.. Enumerable.Range(1, 9_999).Select(code => PlaceBook.Norway.Find(code.ToString("0000", CultureInfo.InvariantCulture))).OfType<PlaceAnswer.Found>().Select(found => found.Place).Where(place => place.Municipality is not null)];
        var random = new Random(5);
        for (var from = 0; from < Locations; from += Batch)
        {
            await using var scope = site.Services.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<PortalDbContext>();
            db.Services.AddRange(Enumerable.Range(from, Batch).Select(number => Made(number, codes[random.Next(codes.Count)], random)));
            await db.SaveChangesAsync();
        }

        return codes;
    }

    private static Service Made(int number, Place place, Random random)
    {
        var at = new ServiceLocation { Address = $"Gata {number}", PostalCode = place.Name[..4], Latitude = place.Point.Latitude + ((random.NextDouble() - 0.5) / 50), Longitude = place.Point.Longitude + ((random.NextDouble() - 0.5) / 25), Precision = LocationPrecision.Address };
        ServiceChannel[] channels = [new() { Position = 1, Kind = ChannelKind.Visit, Address = at.Address, DisplayAddress = at.Address, Hours = Hours[random.Next(Hours.Length)] }, new() { Position = 2, Kind = ChannelKind.Phone, Address = "+4722000000", DisplayAddress = "22 00 00 00", Hours = null }];
        var local = new LocalFacts(Types[random.Next(Types.Length)], place.Municipality!.Number, [place.Municipality.Number], at, (12, 12 + random.Next(15)), random.Next(2) == 0, [], []);
        return Service.List($"oppdiktet-{number}", new(ServiceKind.Local, new() { ["nb"] = $"Oppdiktet sted {number}" }, [], [], [], number, null, DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime), "oppdiktet", channels)
        {
            Local = local,
            Languages = random.Next(50) == 0 ? ["no", "uk"] : [],
            Told = random.Next(50) == 0 ? ["step-free", "induction-loop"] : [],
        });
    }

    private static async Task MeasureAsync(PortalApp site, List<Place> codes, string what, FinderFilter filter)
    {
        var random = new Random(9);
        await Stopwatches.MeasureAsync(
            what,
            async _ =>
            {
                var from = codes[random.Next(codes.Count)];
                await using var scope = site.Services.CreateAsyncScope();
                var nearby = scope.ServiceProvider.GetRequiredService<NearbyServices>();
                var nearest = await nearby.NearestAsync(from.Point, from.Municipality!.Number, filter, CancellationToken.None);
                await nearby.ServingAsync(from.Municipality.Number, from.Point, nearest, filter, CancellationToken.None);
            },
            BarMs,
            Asked,
            Asked / 10);
    }
}
