using System.Diagnostics;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using UngPortal.Benchmarks.Scale;
using UngPortal.Features.Services;
using UngPortal.Platform.Outbox;
using UngPortal.Testing;

namespace UngPortal.Benchmarks;

/// <summary>How long a service is still shown after its withdrawal, with 50 000 of them and all that works in the background.</summary>
internal static class WithdrawBench
{
    private const int Withdrawn = 10;
    private const double BarMs = 1_000;
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(10);

    public static async Task RunAsync()
    {
        await using var site = new PortalApp();
        using var visitor = site.CreateVisitor();
        site.Services.WaitForSearchIndex();
        await FinderBench.FillAsync(site);
        await using var clock = new RunningClock(site);
        var (pages, answers) = (new List<double>(), new List<double>());
        for (var number = 0; number < Withdrawn; number++)
        {
            var slug = string.Create(CultureInfo.InvariantCulture, $"oppdiktet-{number * 17}");
            var (page, answer) = ($"/tjenester/{slug}", $"/api/v1/services/{slug}");
            (await visitor.GetAsync(new Uri(page, UriKind.Relative))).EnsureSuccessStatusCode().Dispose();
            (await visitor.GetAsync(new Uri(answer, UriKind.Relative))).EnsureSuccessStatusCode().Dispose();
            await site.InDatabaseAsync(async db =>
            {
                (await db.Services.SingleAsync(service => service.Slug == slug)).Withdraw();
                db.Announce(ServicesChanged.Kind, slug);
                return await db.SaveChangesAsync();
            });
            var began = Stopwatch.GetTimestamp();
            var gone = await Task.WhenAll(GoneAsync(visitor, page, began), GoneAsync(visitor, answer, began));
            pages.Add(gone[0]);
            answers.Add(gone[1]);
        }

        Stopwatches.Head("from withdrawal until gone, 50 000 services");
        Stopwatches.Print("its page", pages, BarMs);
        Stopwatches.Print("its answer in the open interface", answers, BarMs);
    }

    private static async Task<double> GoneAsync(HttpClient visitor, string path, long began)
    {
        while (true)
        {
            using var response = await visitor.GetAsync(new Uri(path, UriKind.Relative));
            if (!response.IsSuccessStatusCode)
            {
                return Stopwatch.GetElapsedTime(began).TotalMilliseconds;
            }

            await Task.Delay(Look);
        }
    }
}
