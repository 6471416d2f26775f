using System.Data.Common;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using UngPortal.Testing;

namespace UngPortal.Tests.Features.ServiceImports;

/// <summary>A site that is told to end while it writes what an import takes in.</summary>
internal sealed class EndingApp : PortalApp
{
    private readonly Watch _watch = new();

    public EndingApp() => WithoutWorkers();

    public CancellationTokenSource EndsAtNextImport() => _watch.Stopping = new CancellationTokenSource();

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.ConfigureTestServices(services => services.AddSingleton<IInterceptor>(_watch));
    }

    private sealed class Watch : DbCommandInterceptor
    {
        public CancellationTokenSource? Stopping { get; set; }

        public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
        {
            if (Stopping is { IsCancellationRequested: false } stopping && command.CommandText.StartsWith("INSERT INTO ServiceForeignIds", StringComparison.Ordinal))
            {
                stopping.Cancel();
            }

            return ValueTask.FromResult(result);
        }
    }
}
