using Microsoft.EntityFrameworkCore;
using UngPortal.Platform.Data;

namespace UngPortal.Features.MediaLibrary.Films.Making;

/// <summary>Which node works on which film: of two that reach for one, the row's version lets one have it.</summary>
internal static class FilmClaims
{
    /// <summary>How long a node that is not heard of keeps a film.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromMinutes(2);

    private const int Candidates = 10;

    extension(PortalDbContext db)
    {
        /// <summary>Gives the worker the film that has waited longest, tracked; null when none waits. Those that every node was lost over are given up on the way.</summary>
        public async Task<Film?> ClaimFilmAsync(string worker, CancellationToken cancellationToken)
        {
            var now = db.Time.GetUtcNow().UtcDateTime;
            var due = await db.Films.AsNoTracking()
                .Where(film => film.TakenDownAt == null && (film.State == FilmState.Waiting || film.State == FilmState.Transcoding) && (film.ClaimedUntil == null || film.ClaimedUntil <= now))
                .OrderBy(film => film.ChangedAt).ThenBy(film => film.Id).Select(film => film.Id).Take(Candidates).ToListAsync(cancellationToken);
            foreach (var id in due)
            {
                if (await db.TryClaimFilmAsync(id, worker, cancellationToken) is { } film)
                {
                    return film;
                }
            }

            return null;
        }

        /// <summary>Keeps the film for the worker for another lease; false when it is no longer the worker's.</summary>
        public async Task<bool> RenewFilmAsync(int id, string worker, CancellationToken cancellationToken)
        {
            DateTime? until = db.Time.GetUtcNow().UtcDateTime + Lease;
            return await db.Films.Where(film => film.Id == id && film.TakenDownAt == null && film.State == FilmState.Transcoding && film.ClaimedBy == worker)
                .ExecuteUpdateAsync(row => row.SetProperty(film => film.ClaimedUntil, until), cancellationToken) == 1;
        }

        private async Task<Film?> TryClaimFilmAsync(int id, string worker, CancellationToken cancellationToken)
        {
            db.ChangeTracker.Clear();
            var now = db.Time.GetUtcNow().UtcDateTime;
            var film = await db.Films.Include(one => one.Files).SingleAsync(one => one.Id == id, cancellationToken);
            if (film.TakenDownAt is not null || film.State is not (FilmState.Waiting or FilmState.Transcoding) || film.ClaimedUntil > now)
            {
                return null;
            }

            var isLost = film.Attempts >= Film.AttemptsMost;
            if (isLost)
            {
                film.GiveUp(now);
            }
            else
            {
                film.Claim(worker, now + Lease, now);
            }

            try
            {
                await db.SaveChangesAsync(cancellationToken);
                return isLost ? null : film;
            }
            catch (DbUpdateConcurrencyException)
            {
                return null;
            }
        }
    }
}
