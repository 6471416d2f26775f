using UngPortal.Features.Answers;
using UngPortal.Features.Questions.Desk;
using UngPortal.Features.Search;

namespace UngPortal.Features.Questions;

/// <summary>Public answers to what somebody asks now, for those who sort and those who answer.</summary>
public sealed class EarlierAnswers(NearestTexts nearest, AnswerPublishing publishing)
{
    private const int Most = 3;

    public Task<IReadOnlyList<PublishedDraft>> ToAsync(OpenedQuestion opened, CancellationToken cancellationToken) => publishing.DraftsOfAsync(
        [.. nearest.Find(opened.Text, opened.Question.Language, [AnswerDocuments.SearchKind], Most, leastShare: NearestTexts.Alike).Select(near => AnswerDocuments.PublicIdOf(near.Key))], cancellationToken);

    /// <summary>Null when there is no such answer on the site.</summary>
    public Task<PublishedDraft?> FindAsync(int publicId, CancellationToken cancellationToken) => publishing.DraftOfAsync(publicId, cancellationToken);
}
