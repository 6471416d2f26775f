using System.Collections.Concurrent;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using UngPortal.Features.Feedback;
using UngPortal.Features.Services.Checking;
using UngPortal.Testing;

namespace UngPortal.Tests.Platform.Jobs;

/// <summary>What runs at night runs by the clock, and lets go when the site is told to end.</summary>
public sealed class NightlyJobsTests : IDisposable
{
    // A link check looks at so many at a time.
    private const int SideBySide = 4;
    private static readonly TimeSpan UntilMorning = TimeSpan.FromHours(19);

    private readonly NightSite _app = new();

    [Fact]
    public async Task Clock_PastTheNight_RunsWhatIsDueThen()
    {
        using var visitor = _app.CreateVisitor();
        await _app.InDatabaseAsync(db =>
        {
            db.Feedback.Add(new FeedbackEntry { FormKey = Guid.NewGuid(), Page = "/", Text = "Gammel", SentAt = PortalApp.Start.UtcDateTime.AddDays(-100) });
            return db.SaveChangesAsync();
        });

        await _app.ThroughTheNightAsync(() => _app.InDatabaseAsync(async db => !await db.Feedback.AnyAsync()));
    }

    [Fact]
    public async Task End_WhileLinksAreLookedAt_BreaksOffInsteadOfWaiting()
    {
        using var visitor = _app.CreateVisitor();
        await _app.ThroughTheNightAsync(() => Task.FromResult(_app.Asked.Count == SideBySide));

        await _app.DisposeAsync();

        Assert.Equal(SideBySide, _app.Asked.Count);
    }

    public void Dispose() => _app.Dispose();

    private sealed class NightSite : PortalApp
    {
        private const int TriesMost = 1_200;

        public NightSite() => WithNightlyJobs();

        public ConcurrentBag<string> Asked { get; } = [];

        /// <summary>Moves the clock to the next morning, and waits until what the night should do is done.</summary>
        public async Task ThroughTheNightAsync(Func<Task<bool>> isDone)
        {
            Clock.Advance(UntilMorning);
            for (var tries = 0; !await isDone(); tries++)
            {
                Assert.True(tries < TriesMost, "The night did nothing.");
                await Task.Delay(50);
                Clock.Advance(TimeSpan.FromSeconds(1));
            }
        }

        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            builder.ConfigureTestServices(services => services.AddHttpClient(LinkProbe.Client).ConfigurePrimaryHttpMessageHandler(() => new SilentSites(Asked)));
        }
    }

    /// <summary>Other people's sites, none of which answers.</summary>
    private sealed class SilentSites(ConcurrentBag<string> asked) : HttpMessageHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            asked.Add(request.RequestUri!.Host);
            await Task.Delay(Timeout.Infinite, cancellationToken);
            throw new InvalidOperationException("Nobody waits for ever.");
        }
    }
}
