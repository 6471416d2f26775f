namespace UngPortal.Features.Answers;

/// <summary>Whether two questions are the same one in nearly the same words: half of all their longer words are in both.</summary>
public static class QuestionLikeness
{
    private const int ShortestWord = 4;
    private const int FewestWords = 4;
    private const double Enough = 0.5;

    public static bool AreAlike(string title, string question, string otherTitle, string otherQuestion) =>
        ShareOf(WordsOf($"{title} {question}"), WordsOf($"{otherTitle} {otherQuestion}")) > 0;

    /// <summary>The part of all longer words that is in both, from a half to 1; 0 when the two are not alike.</summary>
    public static double ShareOf(IReadOnlySet<string> own, IReadOnlySet<string> other)
    {
        var shared = own.Count(other.Contains);
        var share = shared == 0 ? 0 : (double)shared / (own.Count + other.Count - shared);
        return share >= Enough && (shared >= FewestWords || share >= 1) ? share : 0;
    }

    /// <summary>The longer words of a text, each once.</summary>
    public static IReadOnlySet<string> WordsOf(string text)
    {
        var words = new HashSet<string>(StringComparer.Ordinal);
        var lower = text.ToLowerInvariant();
        for (int start = 0, end; start < lower.Length; start = end + 1)
        {
            end = start;
            while (end < lower.Length && char.IsLetterOrDigit(lower[end]))
            {
                end++;
            }

            if (end - start >= ShortestWord)
            {
                words.Add(lower[start..end]);
            }
        }

        return words;
    }
}
