namespace UngPortal.Features.Safety.Detecting;

/// <summary>Finds words with letters that were starred out: "selvm*rd". Each is held against the whole vocabulary, so a text has only so many.</summary>
internal sealed class StarredWords(Vocabulary vocabulary)
{
    private const int Most = 40;
    private const int MinLength = 3;

    private int count;

    public void Find(string word, Action<int> found)
    {
        if (count++ >= Most || word.Count(c => c != '*') < 2)
        {
            return;
        }

        var plain = Spelling.Plain(word);
        foreach (var (known, choices) in vocabulary.Exact)
        {
            if (known.Length >= MinLength && (Fits(word, known) || Fits(plain, known)))
            {
                choices.ForEach(choice => found(choice.Choice));
            }
        }
    }

    private static bool Fits(string starred, string known)
    {
        if (starred.Length != known.Length)
        {
            return false;
        }

        for (var i = 0; i < starred.Length; i++)
        {
            if (starred[i] != known[i] && starred[i] != '*')
            {
                return false;
            }
        }

        return true;
    }
}
