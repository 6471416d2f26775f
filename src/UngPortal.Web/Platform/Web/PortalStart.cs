using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using UngPortal.Platform.Audit;
using UngPortal.Platform.Data;
using UngPortal.Platform.Sealing;

namespace UngPortal.Platform.Web;

/// <summary>Starts the site: schema, start-up steps, one line for the operator, then the server.</summary>
public static class PortalStart
{
    private const int Unusable = 2;
    private const string Settings = "appsettings.json";

    /// <summary>Looks for settings and assets beside the program when they aren't where it was started: else it would run, without both.</summary>
    public static WebApplicationOptions Options(string[] args)
    {
        var isHere = File.Exists(Settings) || args.Any(arg => arg.StartsWith("--contentRoot", StringComparison.OrdinalIgnoreCase));
        return new WebApplicationOptions { Args = args, ContentRootPath = isHere || !File.Exists(Path.Combine(AppContext.BaseDirectory, Settings)) ? null : AppContext.BaseDirectory };
    }

    /// <summary>Runs until the host stops. With the argument <c>migrate</c> it only brings the schema up to date; with <c>health</c> it asks a running site; with <c>verify-audit</c> it checks the audit trail; with <c>rotate-keys</c> it rewraps what older keys sealed.</summary>
    /// <returns>The exit code: 0, 2 when the database or the keys can't be used, or 3 when the audit trail was tampered with or records still need an older key.</returns>
    public static async Task<int> RunPortalAsync(this WebApplication app, string[] args)
    {
        if (args.Contains("health"))
        {
            return await AskHealthAsync(app.Configuration);
        }

        if (args.Contains(AuditCommand.Name))
        {
            return await AuditCommand.RunAsync(app.Services, args, app.Lifetime.ApplicationStopping);
        }

        if (args.Contains(SealingCommand.Name))
        {
            return await SealingCommand.RunAsync(app.Services, app.Lifetime.ApplicationStopping);
        }

        var migrateOnly = args.Contains("migrate");
        var told = new List<string>();
        try
        {
            await using var scope = app.Services.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<SchemaUpdate>().RunAsync(migrateOnly, app.Lifetime.ApplicationStopping);
            foreach (var step in migrateOnly ? [] : scope.ServiceProvider.GetServices<IStartupStep>())
            {
                told.Add(await RunStepAsync(step, app.Lifetime.ApplicationStopping));
            }
        }
        catch (Exception problem) when (problem is UnusableDatabaseException or UnusableKeysException)
        {
            await Console.Error.WriteLineAsync(problem.Message);
            return Unusable;
        }

        if (migrateOnly)
        {
            await Console.Out.WriteLineAsync("The schema is up to date.");
            return 0;
        }

        app.Lifetime.ApplicationStarted.Register(() =>
            Console.Out.WriteLine($"UngPortal is ready at {string.Join(' ', app.Urls)} ({string.Join("; ", told)})"));
        await app.RunAsync();
        return 0;
    }

    /// <summary>For containers without curl: asks the running site whether it is ready.</summary>
    private static async Task<int> AskHealthAsync(IConfiguration configuration)
    {
        var port = configuration["HTTP_PORTS"]?.Split(';')[0] ?? "8080";
        using var client = new HttpClient { Timeout = TimeSpan.FromSeconds(2) };
        try
        {
            using var answer = await client.GetAsync(new Uri($"http://localhost:{port}/health/ready"));
            return answer.IsSuccessStatusCode ? 0 : 1;
        }
        catch (Exception problem) when (problem is HttpRequestException or TaskCanceledException)
        {
            return 1;
        }
    }

    private static async Task<string> RunStepAsync(IStartupStep step, CancellationToken cancellationToken)
    {
        try
        {
            return await step.RunAsync(cancellationToken);
        }
        catch (Exception problem) when (problem is DbException or DbUpdateException or IOException or UnauthorizedAccessException)
        {
            return $"{step.GetType().Name} could not write ({(problem.InnerException ?? problem).Message}); the site serves what it has";
        }
    }
}
