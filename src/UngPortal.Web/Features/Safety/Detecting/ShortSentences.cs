namespace UngPortal.Features.Safety.Detecting;

/// <summary>"Jeg. Vil. Ikke. Mer." is one sentence: a stop after a single word ends nothing.</summary>
internal static class ShortSentences
{
    public static List<TextWord> Join(List<TextWord> words)
    {
        var begins = words.ConvertAll(word => word.BeginsSentence);
        for (var i = 1; i < words.Count; i++)
        {
            words[i] = words[i] with { BeginsSentence = begins[i] && !begins[i - 1] };
        }

        return words;
    }
}
