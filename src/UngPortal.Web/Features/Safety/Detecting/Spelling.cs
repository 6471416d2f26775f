using System.Text;
using UngPortal.Platform.Words;

namespace UngPortal.Features.Safety.Detecting;

/// <summary>Forms under which words are compared: no letter twice in a row, so that "kuter" and "døøøø" are found, and æ, ø, å also as those write them who can't.</summary>
internal static class Spelling
{
    public static string Plain(string word)
    {
        var plain = new StringBuilder(word.Length);
        foreach (var c in word)
        {
            if (plain.Length == 0 || plain[^1] != c)
            {
                plain.Append(c);
            }
        }

        return plain.Length == word.Length ? word : plain.ToString();
    }

    /// <summary>Whether a word of the same plain form may be this one: a letter too few or drawn out, but no new double consonant ("rappe" is not "rape").</summary>
    public static bool MayBe(string word, string known)
    {
        for (int i = 0, j = 0; i < word.Length && j < known.Length;)
        {
            var (run, knownRun) = (RunAt(word, i), RunAt(known, j));
            if (run == 2 && knownRun == 1 && i + run < word.Length && !"aeiouyæøå".Contains(word[i], StringComparison.Ordinal))
            {
                return false;
            }

            i += run;
            j += knownRun;
        }

        return true;
    }

    /// <summary>The form without æ, ø and å.</summary>
    public static string Folded(string word) => Plain(Word.Fold(word));

    public static bool HasDigraph(string word) =>
        word.Contains("ae", StringComparison.Ordinal) || word.Contains("oe", StringComparison.Ordinal) || word.Contains("aa", StringComparison.Ordinal);

    private static int RunAt(string word, int at)
    {
        var end = at;
        while (end < word.Length && word[end] == word[at])
        {
            end++;
        }

        return end - at;
    }

    public static string Stem(string word) => WordStem.WithoutKeeping(word, "nb");
}
