using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Time.Testing;
using Quartz;
using UngPortal.Platform.Data;
using UngPortal.Platform.Jobs;
using UngPortal.Platform.Outbox;

namespace UngPortal.Testing;

/// <summary>The real site inside a test, with a database of its own and a clock that the test moves. Antiforgery, policies and CSP are on.</summary>
public class PortalApp : WebApplicationFactory<Program>
{
    /// <summary>Monday 23 November 2026 at 13:00 in Oslo: most helplines are open.</summary>
    public static readonly DateTimeOffset Start = new(2026, 11, 23, 12, 0, 0, TimeSpan.Zero);

    private readonly Dictionary<string, string?> _settings = [];
    private bool _hasNoWorkers;
    private bool _hasNightlyJobs;

    /// <summary>The clock.</summary>
    public FakeTimeProvider Clock { get; } = new(Start) { AutoAdvanceAmount = TimeSpan.Zero };

    /// <summary>The folder and database of this app; made when the app starts.</summary>
    public TestDatabase Database => field ??= CreateDatabase();

    /// <summary>Changes a setting; before the first request.</summary>
    public PortalApp With(string key, string? value)
    {
        _settings[key] = value;
        return this;
    }

    /// <summary>Leaves out the background workers: whoever wants what they do calls them; before the first request.</summary>
    public PortalApp WithoutWorkers()
    {
        _hasNoWorkers = true;
        return this;
    }

    /// <summary>Lets the nightly jobs run by the clock; before the first request. Else a test runs the one it means by <see cref="RunAsync{T}"/>, and a clock that jumps over a night starts none.</summary>
    public PortalApp WithNightlyJobs()
    {
        _hasNightlyJobs = true;
        return this;
    }

    /// <summary>A visitor's client: https, no redirects followed, cookies kept.</summary>
    public HttpClient CreateVisitor() => CreateClient(new WebApplicationFactoryClientOptions
    {
        BaseAddress = new Uri("https://localhost"),
        AllowAutoRedirect = false,
    });

    /// <summary>Gets a page and reads it.</summary>
    public async Task<HtmlPage> GetPageAsync(string path)
    {
        using var visitor = CreateVisitor();
        return await HtmlPage.ReadAsync(await visitor.GetAsync(new Uri(path, UriKind.Relative)));
    }

    /// <summary>Works on the database in a scope of its own.</summary>
    public async Task<T> InDatabaseAsync<T>(Func<PortalDbContext, Task<T>> work)
    {
        await using var scope = Services.CreateAsyncScope();
        return await work(scope.ServiceProvider.GetRequiredService<PortalDbContext>());
    }

    /// <summary>Hands new outbox rows to every handler now. Returns how many there were.</summary>
    public Task<int> DeliverOutboxAsync() => Services.GetRequiredService<OutboxFollower>().CatchUpAsync(CancellationToken.None);

    /// <summary>Runs a job once.</summary>
    public async Task RunAsync<T>()
        where T : IPortalJob
    {
        await using var scope = Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<T>().RunAsync(CancellationToken.None);
    }

    /// <summary>Whether the folder outlives the app.</summary>
    protected virtual bool KeepsDatabase => false;

    /// <summary>Which starting point the database has; the shipped content unless a test says otherwise.</summary>
    protected virtual TestDatabase CreateDatabase() => TestDatabase.FromTemplate();

    /// <inheritdoc />
    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Production");
        builder.UseContentRoot(Repository.Web);
        builder.UseStaticWebAssets();
        builder.ConfigureAppConfiguration(configuration => configuration.AddInMemoryCollection(Database.Settings).AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Site:Origin"] = "https://localhost",
            ["Content:Folder"] = Repository.Content,
            ["Content:ImportAtStart"] = Database.HasShippedContent && !_settings.ContainsKey("Content:Folder") ? "false" : "true",
            ["RateLimits:AllPerMinute"] = "1000000",
            ["RateLimits:SearchPerMinute"] = "1000000",
            ["RateLimits:ApiPerMinute"] = "1000000",
            ["RateLimits:FormsPerTenMinutes"] = "1000000",
            ["Serilog:MinimumLevel"] = "Error",
        }).AddInMemoryCollection(_settings));
        foreach (var (key, value) in Database.Settings.Concat(_settings))
        {
            // Some wiring reads configuration before the host is built.
            builder.UseSetting(key, value);
        }

        builder.ConfigureServices(services =>
        {
            // Timers that the site starts and never stops would carry this app with them, and with it everything in it, until the tests end.
            _ = ExecutionContext.SuppressFlow();
            services.Replace(ServiceDescriptor.Singleton<TimeProvider>(Clock));
            SharedParts.PutInto(services);
            foreach (var worker in services.Where(one => one.ServiceType == typeof(IHostedService) && !IsWanted(one)).ToList())
            {
                services.Remove(worker);
            }

            services.ConfigureDbContext<SqlitePortalDbContext>(options => options
                .UseInternalServiceProvider(SharedParts.EntityFramework)
                .UseSqlite(sqlite => sqlite.ExecutionStrategy(dependencies => new RetriesAsOnTheServer(dependencies))));
        });
    }

    // The web server is a hosted service as well: it is registered by its type, which is not public.
    private bool IsWanted(ServiceDescriptor worker) =>
        IsOfQuartz(worker) ? _hasNightlyJobs : !_hasNoWorkers || worker.ImplementationType?.Name == "GenericWebHostService";

    private static bool IsOfQuartz(ServiceDescriptor worker) =>
        (worker.ImplementationType?.Assembly ?? worker.ImplementationFactory?.Method.Module.Assembly) == typeof(IScheduler).Assembly;

    /// <inheritdoc />
    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (disposing && !KeepsDatabase)
        {
            Database.Dispose();
        }
    }
}
