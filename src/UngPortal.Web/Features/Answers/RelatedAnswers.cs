using Microsoft.EntityFrameworkCore;
using UngPortal.Features.Answers.Nearest;
using UngPortal.Features.Search;
using UngPortal.Platform.Caching;
using UngPortal.Platform.Data;

namespace UngPortal.Features.Answers;

/// <summary>Finds the questions nearest to a text that is public, and notes on the page what it then shows.</summary>
public sealed class RelatedAnswers(PortalDbContext db, NearestTexts nearest, NearestKeeping keeping, AnswerLists lists)
{
    public const int Most = 6;

    /// <summary>What an answer is compared by.</summary>
    public static string TextOf(string title, string question) => $"{title}\n{question}";

    /// <summary>The public numbers of those nearest to a text, looked for in the index.</summary>
    internal static int[] Find(NearestTexts nearest, string text, string language, string? except, double leastShare) =>
        [.. nearest.Find(text, language, [AnswerDocuments.SearchKind], Most, except is null ? null : [except], leastShare).Select(one => AnswerDocuments.PublicIdOf(one.Key))];

    /// <param name="context">The page's request.</param>
    /// <param name="text">What they should be like; the title first.</param>
    /// <param name="language">The code of the text's language.</param>
    /// <param name="except">The key of the answer that the text is from; null for any other text.</param>
    /// <param name="leastShare">How like it they must be, from 0 to 1.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<IReadOnlyList<AnswerTeaser>> OfAsync(HttpContext context, string text, string language, string? except, double leastShare, CancellationToken cancellationToken)
    {
        var found = await lists.OfPublicIdsAsync(await NearestAsync(text, language, except, leastShare, cancellationToken), cancellationToken);
        foreach (var answer in found)
        {
            context.CacheTag(answer.Key);
        }

        return found;
    }

    private async Task<IReadOnlyList<int>> NearestAsync(string text, string language, string? except, double leastShare, CancellationToken cancellationToken)
    {
        var (hash, oldest) = (KeptNearest.HashOf(text, language, except, leastShare), db.Time.GetUtcNow().UtcDateTime - KeptNearest.Lasts);
        if (await db.KeptNearest.Where(row => row.TextHash == hash && row.FoundAt >= oldest).Select(row => row.PublicIds).FirstOrDefaultAsync(cancellationToken) is { } kept)
        {
            return kept;
        }

        var found = Find(nearest, text, language, except, leastShare);
        keeping.Note(hash, found);
        return found;
    }
}
