using UngPortal.Features.Search;
using UngPortal.Platform.Caching;

namespace UngPortal.Features.Answers;

/// <summary>Finds the questions nearest to a text, and notes on the page what it then shows.</summary>
public sealed class RelatedAnswers(NearestTexts nearest, AnswerLists lists)
{
    public const int Most = 6;

    /// <param name="context">The page's request.</param>
    /// <param name="text">What they should be like; the title first.</param>
    /// <param name="language">The code of the text's language.</param>
    /// <param name="except">The key of the answer that the text is from; null for any other text.</param>
    /// <param name="leastShare">How like it they must be, from 0 to 1.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<IReadOnlyList<AnswerTeaser>> OfAsync(HttpContext context, string text, string language, string? except, double leastShare, CancellationToken cancellationToken)
    {
        var near = nearest.Find(text, language, [AnswerDocuments.SearchKind], Most, except is null ? null : [except], leastShare);
        var found = await lists.OfPublicIdsAsync([.. near.Select(one => AnswerDocuments.PublicIdOf(one.Key))], cancellationToken);
        foreach (var answer in found)
        {
            context.CacheTag(answer.Key);
        }

        return found;
    }
}
