using UngPortal.Platform.Words;

namespace UngPortal.Features.Search.Engine;

/// <summary>Adds to a slot the stems under which the index holds a word, a phrase or a meaning.</summary>
internal sealed class SlotFiller(WordList words, string language)
{
    private const float BroaderShare = 0.7f;
    private const int MaxBeginnings = 8;

    public void AddPhrase(QuerySlot slot, IReadOnlyList<string> phrase, float weight)
    {
        slot.Add(weight, inOrder: true, [.. phrase.Select(word => WordStem.Of(word, language))]);
        slot.Add(weight, inOrder: true, [.. phrase.Select(word => WordStem.Of(word, language == "en" ? "nb" : "en"))]);
        if (phrase.Count == 2)
        {
            AddSpellings(slot, phrase[0] + phrase[1], weight);
        }
    }

    public void AddSynonyms(QuerySlot slot, IReadOnlyList<SynonymList.Meaning> meanings, float weight)
    {
        foreach (var meaning in meanings)
        {
            var fitting = meaning.IsBroader ? weight * BroaderShare : weight;
            if (meaning.Words is [var word])
            {
                AddStems(slot, word, fitting);
            }
            else
            {
                AddPhrase(slot, meaning.Words, fitting);
            }
        }
    }

    public bool IsKnown(string word) =>
        words.Equal(Word.Fold(word)).Count > 0 || WordStem.Both(word, language).Any(stem => words.Equal(Word.Fold(stem)).Count > 0);

    public void AddStems(QuerySlot slot, string word, float weight)
    {
        // English rules make "men", Norwegian for "but", out of "mens"; a small word that nobody wrote is not looked for.
        foreach (var stem in WordStem.Both(word, language).Where(stem => stem == word || !SmallWords.AreDropped(stem)))
        {
            slot.Add(weight, inOrder: false, stem);
        }
    }

    /// <summary>Adds the word and all that fold to it; answers how often any is used.</summary>
    public int AddSpellings(QuerySlot slot, string word, float weight)
    {
        AddStems(slot, word, weight);
        var own = WordStem.Both(word, language).ToList();
        var found = own.Prepend(word).SelectMany(form => words.Equal(Word.Fold(form))).DistinctBy(entry => entry.Word).ToList();
        var asSpelt = found.FindAll(entry => WordStem.Both(entry.Word, language).Any(own.Contains));
        var otherWeight = weight * (Word.HasNordicLetter(word) ? 0.3f : asSpelt.Count > 0 ? 0.4f : 0.95f);
        foreach (var other in found.Except(asSpelt))
        {
            AddStems(slot, other.Word, otherWeight);
        }

        return found.Sum(entry => entry.Documents);
    }

    public bool AddBeginnings(QuerySlot slot, string word, float weight)
    {
        var found = words.StartingWith(Word.Fold(word), MaxBeginnings).ToList();
        found.ForEach(entry => AddStems(slot, entry.Word, weight));
        return found.Count > 0;
    }

    public void AddAll(QuerySlot slot, List<string> parts, float weight)
    {
        slot.Add(weight, inOrder: false, [.. parts.Select(part => WordStem.Of(part, language))]);
        parts.FindAll(part => !SmallWords.AreDropped(part) && part.Length >= 3).ForEach(part => AddSpellings(slot, part, weight * 0.3f));
    }
}
