using System.Security.Cryptography;
using UngPortal.Platform.Data;
using UngPortal.Platform.Jobs;
using UngPortal.Platform.Media.Films;

namespace UngPortal.Features.MediaLibrary.Films.Making;

/// <summary>Makes the films that wait, one at a time on each node that has the programs for it; elsewhere they wait on.</summary>
public sealed partial class FilmWorkshop(IServiceScopeFactory scopes, FilmTools tools, TimeProvider time, ILogger<FilmWorkshop> logger) : BackgroundService
{
    private const int NameBytes = 8;
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan Renewal = FilmClaims.Lease / 4;

    private readonly string _worker = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(NameBytes));
    private readonly SemaphoreSlim _oneAtATime = new(1, 1);

    /// <summary>Makes every film that waits right now. Returns how many were tried.</summary>
    public async Task<int> WorkAsync(CancellationToken cancellationToken)
    {
        await _oneAtATime.WaitAsync(cancellationToken);
        try
        {
            var tried = 0;
            while (tools.AreThere && await MakeOneAsync(cancellationToken))
            {
                tried++;
            }

            return tried;
        }
        finally
        {
            _oneAtATime.Release();
        }
    }

    /// <inheritdoc />
    public override void Dispose()
    {
        base.Dispose();
        _oneAtATime.Dispose();
    }

    /// <inheritdoc />
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Beat.KeepAsync(Interval, time, WorkAsync, LogStopped, stoppingToken);

    private async Task<bool> MakeOneAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PortalDbContext>();
        if (await db.ClaimFilmAsync(_worker, cancellationToken) is not { } film)
        {
            return false;
        }

        using var work = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        using var renewal = time.CreateTimer(_ => _ = RenewAsync(film.Id, work), null, Renewal, Renewal);
        await scope.ServiceProvider.GetRequiredService<FilmMaking>().MakeAsync(film, _worker, work.Token);
        return !work.IsCancellationRequested;
    }

    /// <summary>Tells the others that this node lives; where the film is no longer this node's, the work on it ends.</summary>
    private async Task RenewAsync(int id, CancellationTokenSource work)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            if (!await scope.ServiceProvider.GetRequiredService<PortalDbContext>().RenewFilmAsync(id, _worker, CancellationToken.None))
            {
                await work.CancelAsync();
            }
        }
        catch (Exception problem) when (problem is not OutOfMemoryException)
        {
            LogStopped(problem.GetType().Name);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Films could not be claimed or kept ({Problem}); trying again.")]
    private partial void LogStopped(string problem);
}
