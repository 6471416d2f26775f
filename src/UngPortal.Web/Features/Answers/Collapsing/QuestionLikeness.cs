namespace UngPortal.Features.Answers.Collapsing;

/// <summary>Whether two questions are the same one in nearly the same words: half of all their longer words are in both.</summary>
internal static class QuestionLikeness
{
    private const int ShortestWord = 4;
    private const int FewestWords = 4;
    private const double Enough = 0.5;

    public static bool AreAlike(string title, string question, string otherTitle, string otherQuestion)
    {
        var (own, other) = (WordsOf($"{title} {question}"), WordsOf($"{otherTitle} {otherQuestion}"));
        var shared = own.Count(other.Contains);
        return shared >= FewestWords && shared >= Enough * (own.Count + other.Count - shared);
    }

    private static HashSet<string> WordsOf(string text)
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
