using Serilog;
using Serilog.Core;
using Serilog.Events;
using Serilog.Formatting.Compact;

namespace UngPortal.Platform.Logging;

/// <summary>Sets up the log: JSON lines on standard output, readable lines in Development, and nothing about who read what.</summary>
/// <remarks>The framework's own request lines carry paths, hosts and form errors; they are off. Sources: quality.md "Security"; ASVS 5.0 V16.2.5.</remarks>
public static class LoggingWiring
{
    private const string Readable = "{Timestamp:HH:mm:ss} {Level:u3} {SourceContext}: {Message:lj}{NewLine}{Exception}";

    /// <summary>Categories that quote requests even in warnings and errors.</summary>
    private static readonly string[] Silent =
    [
        "Microsoft.AspNetCore.Hosting.Diagnostics", "Microsoft.AspNetCore.Server.Kestrel.BadRequests", "Microsoft.AspNetCore.Server.Kestrel.Connections",
        "Microsoft.AspNetCore.Antiforgery", "Microsoft.AspNetCore.HostFiltering", "Microsoft.AspNetCore.StaticFiles", "Microsoft.AspNetCore.Mvc.ModelBinding",
        "Microsoft.AspNetCore.HttpOverrides", "Microsoft.EntityFrameworkCore.Update", "Microsoft.EntityFrameworkCore.Query",
    ];

    /// <summary>Replaces the host's loggers. Sinks registered as <see cref="ILogEventSink"/> get the same scrubbed events.</summary>
    public static void AddPortalLogging(this WebApplicationBuilder builder)
    {
        builder.Services.AddSerilog((services, log) => Configure(log, builder, services.GetServices<ILogEventSink>()), preserveStaticLogger: true);
    }

    /// <summary>Writes one line per request; outermost, inside the headers only.</summary>
    public static void UsePortalRequestLog(this IApplicationBuilder app) => app.UseMiddleware<RequestLog>();

    private static void Configure(LoggerConfiguration log, WebApplicationBuilder builder, IEnumerable<ILogEventSink> more)
    {
        var inner = new LoggerConfiguration().MinimumLevel.Verbose();
        if (builder.Environment.IsDevelopment())
        {
            inner.WriteTo.Console(outputTemplate: Readable, formatProvider: System.Globalization.CultureInfo.InvariantCulture);
        }
        else
        {
            inner.WriteTo.Console(new CompactJsonFormatter());
        }

        foreach (var sink in more)
        {
            inner.WriteTo.Sink(sink);
        }

        log.MinimumLevel.Is(builder.Configuration.GetValue("Serilog:MinimumLevel", LogEventLevel.Information))
            .MinimumLevel.Override("Microsoft", LogEventLevel.Warning)
            .MinimumLevel.Override("Microsoft.Hosting.Lifetime", LogEventLevel.Information)
            .MinimumLevel.Override("System", LogEventLevel.Warning)
            .MinimumLevel.Override("Quartz", LogEventLevel.Warning)
            .WriteTo.Sink(new ScrubbingSink(inner.CreateLogger()));
        foreach (var category in Silent)
        {
            log.MinimumLevel.Override(category, LevelAlias.Off);
        }
    }
}
