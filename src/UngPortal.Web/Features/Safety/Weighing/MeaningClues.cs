using UngPortal.Features.Safety.Detecting;

namespace UngPortal.Features.Safety.Weighing;

/// <summary>Which meanings stand in a sentence, and which of them after one another: "trøtt … leve" in whatever words.</summary>
internal sealed class MeaningClues(Meanings meanings)
{
    private const int Near = 8;

    /// <summary>Calls back with the place of a word and a clue.</summary>
    public void Read(IReadOnlyList<TextWord> words, Action<int, uint> found)
    {
        List<uint>[] latest = [.. Enumerable.Range(0, Near).Select(_ => new List<uint>())];
        var count = 0;
        for (var i = 0; i < words.Count; i++)
        {
            count = words[i].BeginsSentence ? 0 : count;
            var now = latest[count % Near];
            now.Clear();
            meanings.Find(words[i].Text, now);
            if (now.Count == 0)
            {
                continue;
            }

            foreach (var meaning in now)
            {
                found(i, Clue.Of('m', meaning, 0));
            }

            for (var back = 1; back < Near && back <= count; back++)
            {
                Pair(latest[(count - back) % Near], now, back == 1, i, found);
            }

            count++;
        }
    }

    private static void Pair(List<uint> earlier, List<uint> now, bool isNext, int at, Action<int, uint> found)
    {
        foreach (var first in earlier)
        {
            foreach (var second in now)
            {
                found(at, Clue.Of('p', first, second));
                if (isNext)
                {
                    found(at, Clue.Of('b', first, second));
                }
            }
        }
    }
}
