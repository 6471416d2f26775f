using System.Diagnostics;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using UngPortal.Benchmarks.Scale;
using UngPortal.Features.Services;
using UngPortal.Platform.Outbox;
using UngPortal.Testing;

namespace UngPortal.Benchmarks;

/// <summary>How long a service is still shown after its withdrawal, among those that are shipped and among 50 000, with all that works in the background.</summary>
internal static class WithdrawBench
{
    private const int Withdrawn = 10;
    private const double BarMs = 1_000;
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(10);

    public static async Task RunAsync()
    {
        await using var site = new PortalApp();
        site.Services.WaitForSearchIndex();
        var shipped = await site.InDatabaseAsync(db => db.Services.Where(service => service.Kind == ServiceKind.Helpline && service.State == ServiceState.Listed).OrderBy(service => service.Id).Select(service => service.Slug).Take(Withdrawn).ToListAsync());
        await using (var clock = new RunningClock(site))
        {
            await WithdrawAsync(site, "the shipped services", shipped);
        }

        await FinderBench.FillAsync(site);
        await site.InDatabaseAsync(db =>
        {
            db.Announce(ServicesChanged.Kind, ServicesChanged.All);
            return db.SaveChangesAsync();
        });
        await site.DeliverOutboxAsync();
        await using var again = new RunningClock(site);
        await WithdrawAsync(site, "50 000 services", [.. Enumerable.Range(0, Withdrawn).Select(number => string.Create(CultureInfo.InvariantCulture, $"oppdiktet-{number * 17}"))]);
    }

    private static async Task WithdrawAsync(PortalApp site, string among, IReadOnlyList<string> slugs)
    {
        using var visitor = site.CreateVisitor();
        var (pages, answers) = (new List<double>(), new List<double>());
        foreach (var slug in slugs)
        {
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

        Stopwatches.Head($"from withdrawal until gone, among {among}");
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
