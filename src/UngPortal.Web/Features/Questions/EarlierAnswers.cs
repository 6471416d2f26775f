using UngPortal.Features.Answers;
using UngPortal.Features.Questions.Desk;
using UngPortal.Features.Search;

namespace UngPortal.Features.Questions;

/// <summary>Public answers to what somebody asks now, for those who sort and those who answer.</summary>
public sealed class EarlierAnswers(NearestTexts nearest, AnswerPublishing publishing)
{
    private const int Most = 3;

    public async Task<IReadOnlyList<PublishedDraft>> ToAsync(OpenedQuestion opened, CancellationToken cancellationToken)
    {
        var found = new List<PublishedDraft>();
        foreach (var near in nearest.Find(opened.Text, opened.Question.Language, [AnswerDocuments.SearchKind], Most, leastShare: NearestTexts.Alike))
        {
            if (await FindAsync(AnswerDocuments.PublicIdOf(near.Key), cancellationToken) is { } draft)
            {
                found.Add(draft);
            }
        }

        return found;
    }

    /// <summary>Null when there is no such answer on the site.</summary>
    public Task<PublishedDraft?> FindAsync(int publicId, CancellationToken cancellationToken) => publishing.DraftOfAsync(publicId, cancellationToken);
}
