using Microsoft.EntityFrameworkCore;
using UngPortal.Features.Search;
using UngPortal.Platform.Data;
using UngPortal.Platform.Jobs;

namespace UngPortal.Features.Answers.Nearest;

/// <summary>Looks each night for what is nearest to answers that nobody has asked it of, or long ago: most of the library is read less than once a month, and its readers should not wait for that.</summary>
public sealed class NearestAhead(PortalDbContext db, NearestTexts nearest, NearestKeeping keeping) : IPortalJob
{
    /// <summary>Found anew before it is over its time.</summary>
    public static readonly TimeSpan Renewed = KeptNearest.Lasts - TimeSpan.FromDays(5);

    /// <summary>In one night: so a library of 380 000 is gone through within the month.</summary>
    public const int MostANight = 20_000;

    private const int Batch = 200;

    /// <inheritdoc />
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var (found, after) = (0, 0);
        while (found < MostANight)
        {
            var answers = await db.PublishedAnswers.AsNoTracking().Where(answer => answer.Id > after && answer.TakenDownAt == null).OrderBy(answer => answer.Id).Take(Batch)
                .Select(answer => new { answer.Id, answer.PublicId, answer.Title, answer.Question, answer.Language }).ToListAsync(cancellationToken);
            if (answers.Count == 0)
            {
                return;
            }

            after = answers[^1].Id;
            var texts = answers.ToDictionary(answer => answer.PublicId, answer => RelatedAnswers.TextOf(answer.Title, answer.Question));
            var missing = await MissingAsync(answers.ConvertAll(answer => (answer.PublicId, KeptNearest.HashOf(texts[answer.PublicId], answer.Language, PublishedAnswer.KeyOf(answer.PublicId), 0))), cancellationToken);
            foreach (var answer in answers.Where(answer => missing.ContainsKey(answer.PublicId)))
            {
                cancellationToken.ThrowIfCancellationRequested();
                var near = RelatedAnswers.Find(nearest, texts[answer.PublicId], answer.Language, PublishedAnswer.KeyOf(answer.PublicId), 0);
                keeping.Note(missing[answer.PublicId], near);
                found += near.Length > 0 ? 1 : 0;
            }

            await keeping.KeepAsync(cancellationToken);
        }
    }

    /// <summary>The hashes under which nothing is kept, or nothing that lasts, by public number.</summary>
    private async Task<Dictionary<int, byte[]>> MissingAsync(List<(int PublicId, byte[] Hash)> wanted, CancellationToken cancellationToken)
    {
        var (hashes, oldest) = (wanted.ConvertAll(one => one.Hash), db.Time.GetUtcNow().UtcDateTime - Renewed);
        var kept = await db.KeptNearest.Where(row => hashes.Contains(row.TextHash) && row.FoundAt >= oldest).Select(row => row.TextHash).ToListAsync(cancellationToken);
        var known = kept.Select(Convert.ToHexString).ToHashSet(StringComparer.Ordinal);
        return wanted.Where(one => !known.Contains(Convert.ToHexString(one.Hash))).ToDictionary(one => one.PublicId, one => one.Hash);
    }
}
