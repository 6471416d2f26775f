using UngPortal.Features.Safety.Detecting;

namespace UngPortal.Features.Safety.Weighing;

/// <summary>A stretch of a text, by the places of its words, and where its sentences begin; the last of these is its end.</summary>
internal sealed record Passage(int From, int To, IReadOnlyList<int> Sentences)
{
    // As long as the longest texts that were learnt from. In a longer text one sign must not drown.
    private const int Longest = 120;

    /// <summary>The text itself, or where it is long, stretches of it that overlap by half.</summary>
    public static IEnumerable<Passage> In(IReadOnlyList<TextWord> words)
    {
        for (var from = 0; from < words.Count; from += Longest / 2)
        {
            var to = Math.Min(from + Longest, words.Count);
            yield return Of(words, from, to);
            if (to == words.Count)
            {
                break;
            }
        }
    }

    public static Passage Of(IReadOnlyList<TextWord> words, int from, int to)
    {
        var sentences = new List<int> { from };
        for (var i = from + 1; i < to; i++)
        {
            if (words[i].BeginsSentence)
            {
                sentences.Add(i);
            }
        }

        sentences.Add(to);
        return new Passage(from, to, sentences);
    }

    /// <summary>Its sentences, and each with the next.</summary>
    public IEnumerable<(int From, int To)> Windows()
    {
        for (var i = 0; i + 1 < Sentences.Count; i++)
        {
            yield return (Sentences[i], Sentences[i + 1]);
            if (i + 2 < Sentences.Count)
            {
                yield return (Sentences[i], Sentences[i + 2]);
            }
        }
    }
}
