using UngPortal.Features.Answers;
using UngPortal.Features.Search;
using UngPortal.Kernel;

namespace UngPortal.Features.Questions.Asking;

/// <summary>Finds what others got answered about the same, and one article. It keeps nothing of the text. Source: product/questions.md, "While writing".</summary>
public sealed class SimilarReads(NearestTexts nearest)
{
    private const int MostAnswers = 3;
    private const int ShortestText = 25;
    private const string Article = "article";

    /// <summary>Nothing where little is alike: a poor suggestion is worse than none.</summary>
    public IReadOnlyList<NearText> To(string text, Language language) => text.Length < ShortestText ? [] :
    [
        .. nearest.Find(text, language.Code, [AnswerDocuments.SearchKind], MostAnswers, leastShare: NearestTexts.Alike),
        .. nearest.Find(text, language.Code, [Article], 1, leastShare: NearestTexts.Alike),
    ];
}
