using UngPortal.Platform.Words;

namespace UngPortal.Features.Search.Engine;

/// <summary>Makes the terms of one document and remembers its words for the vocabulary.</summary>
internal sealed class VersionText(string language)
{
    private readonly HashSet<string> vocabulary = new(StringComparer.Ordinal);
    private readonly HashSet<string> forms = new(StringComparer.Ordinal);

    public StemStream Stems(string text, string? ofLanguage = null) => Stems(Word.In(text), ofLanguage ?? language);

    /// <summary>The stems of running text, without the words that there mean something else than in a query.</summary>
    public StemStream ProseStems(string text) => Stems(Word.In(text).FindAll(word => language == "en" || !SmallWords.JoinSentences(word.Text)), language);

    /// <summary>Every word met so far.</summary>
    public StemStream Vocabulary() => Listed(vocabulary);

    public StemStream Forms() => Listed(forms);

    public StemStream FormBeginnings() => Listed(forms.SelectMany(IndexFields.Beginnings).Distinct());

    private static StemStream Listed(IEnumerable<string> words) => new([.. words.Select(word => (word, false))]);

    private StemStream Stems(List<Word> words, string stemming)
    {
        var terms = new List<(string, bool)>();
        for (var i = 0; i < words.Count; i++)
        {
            Add(words[i].Text, isAlternative: false);
            if (words[i].JoinsNext && i + 1 < words.Count)
            {
                Add(words[i].Text + words[i + 1].Text, isAlternative: true);
            }
        }

        return new StemStream(terms);

        void Add(string word, bool isAlternative)
        {
            var stem = WordStem.Of(word, stemming);
            terms.Add((stem, isAlternative));
            forms.Add(Word.Fold(word));
            vocabulary.Add($"{Word.Fold(word)}{WordList.Separator}{word}");
            vocabulary.Add($"{Word.Fold(stem)}{WordList.Separator}{word}");
        }
    }
}
