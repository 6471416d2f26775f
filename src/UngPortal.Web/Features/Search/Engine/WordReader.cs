namespace UngPortal.Features.Search.Engine;

/// <summary>Finds the stems a document may hold for what was typed: as spelt, folded, by synonym, by beginning, in parts, or with typos put right.</summary>
internal sealed class WordReader(WordList words, SynonymList synonyms, string language)
{
    public const float SynonymWeight = 0.7f;

    private const int MaxBeginnings = 8;
    private const int MaxNear = 6;
    private const int MaxNearLookUps = 8;

    private int nearLookUps;

    /// <summary>Reads one word; answers its likely right spelling when it is in no document.</summary>
    public string? Read(QuerySlot slot, string word, bool isLast)
    {
        var known = AddSpellings(slot, word, 1f);
        var meanings = synonyms.Of([word]);
        AddSynonyms(slot, meanings, SynonymWeight);
        if (slot.IsWeak)
        {
            return null;
        }

        var begun = isLast && word.Length >= 3 && AddBeginnings(slot, word, known > 0 ? 0.25f : 0.8f);
        if (known > 0 || begun || meanings.Count > 0)
        {
            return null;
        }

        AddSynonyms(slot, synonyms.Near(word), 0.5f);
        var isCompound = AddParts(slot, word);
        return AddNear(slot, word) is { } near && !isCompound ? near : null;
    }

    /// <summary>Reads words that may be one word written apart; null when the index knows no such word.</summary>
    public (string Word, bool IsCorrection)? ReadJoined(QuerySlot slot, List<string> parts, bool isLast)
    {
        string[] spellings = parts.Count == 2 ? [parts[0] + parts[1], $"{parts[0]}s{parts[1]}", $"{parts[0]}e{parts[1]}"] : [string.Concat(parts)];
        var spelling = Array.Find(spellings, joined => IsKnown(joined) || synonyms.Of([joined]).Count > 0);
        if (spelling is null && isLast && parts[^1].Length >= 3)
        {
            spelling = words.StartingWith(Word.Fold(spellings[0]), 1).Select(entry => spellings[0]).FirstOrDefault();
        }

        var isCorrection = false;
        if (spelling is null && parts.Count == 2 && parts.Exists(part => !IsKnown(part)))
        {
            spelling = Near(spellings[0]).Select(entry => entry.Word).FirstOrDefault();
            isCorrection = spelling is not null;
        }

        if (spelling is null)
        {
            return null;
        }

        AddSpellings(slot, spelling, 1f);
        AddSynonyms(slot, synonyms.Of([spelling]), SynonymWeight);
        if (isLast)
        {
            AddBeginnings(slot, spelling, 0.3f);
        }

        AddAll(slot, parts, 0.9f);
        return (spelling, isCorrection);
    }

    public void AddPhrase(QuerySlot slot, IReadOnlyList<string> phrase, float weight)
    {
        slot.Add(weight, inOrder: true, [.. phrase.Select(word => WordStem.Of(word, language))]);
        slot.Add(weight, inOrder: true, [.. phrase.Select(word => WordStem.Of(word, language == "en" ? "nb" : "en"))]);
        if (phrase.Count == 2)
        {
            AddSpellings(slot, phrase[0] + phrase[1], weight);
        }
    }

    public void AddSynonyms(QuerySlot slot, IReadOnlyList<string[]> meanings, float weight)
    {
        foreach (var meaning in meanings)
        {
            if (meaning.Length == 1)
            {
                AddStems(slot, meaning[0], weight);
            }
            else
            {
                AddPhrase(slot, meaning, weight);
            }
        }
    }

    private bool IsKnown(string word) =>
        words.Equal(Word.Fold(word)).Count > 0 || WordStem.Both(word, language).Any(stem => words.Equal(Word.Fold(stem)).Count > 0);

    private void AddStems(QuerySlot slot, string word, float weight)
    {
        foreach (var stem in WordStem.Both(word, language))
        {
            slot.Add(weight, inOrder: false, stem);
        }
    }

    /// <summary>Adds the word and all that fold to it; answers how often any is used.</summary>
    private int AddSpellings(QuerySlot slot, string word, float weight)
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

    private bool AddBeginnings(QuerySlot slot, string word, float weight)
    {
        var found = words.StartingWith(Word.Fold(word), MaxBeginnings).ToList();
        found.ForEach(entry => AddStems(slot, entry.Word, weight));
        return found.Count > 0;
    }

    private bool AddParts(QuerySlot slot, string word)
    {
        for (var cut = word.Length - 3; cut >= 3; cut--)
        {
            var left = word[..cut];
            var right = word[cut..];
            if (!IsKnown(right))
            {
                continue;
            }

            var start = IsKnown(left) ? left : left.Length > 3 && left[^1] is 's' or 'e' && IsKnown(left[..^1]) ? left[..^1] : null;
            if (start is not null)
            {
                AddAll(slot, [start, right], 0.8f);
                return true;
            }
        }

        return false;
    }

    private void AddAll(QuerySlot slot, List<string> parts, float weight)
    {
        slot.Add(weight, inOrder: false, [.. parts.Select(part => WordStem.Of(part, language))]);
        parts.FindAll(part => !SmallWords.AreDropped(part) && part.Length >= 3).ForEach(part => AddSpellings(slot, part, weight * 0.3f));
    }

    private List<WordList.Entry> Near(string word)
    {
        var near = Typos.Forgiven(word) is var typos and > 0 && nearLookUps++ < MaxNearLookUps ? words.Near(Word.Fold(word), typos, MaxNear) : [];
        return near.FindAll(entry => entry.Distance == near[0].Distance);
    }

    private string? AddNear(QuerySlot slot, string word)
    {
        var near = Near(word);
        near.ForEach(entry => AddStems(slot, entry.Word, entry.Distance > 1 ? 0.4f : 0.6f));
        if (near.Count > 0)
        {
            AddSynonyms(slot, synonyms.Of([near[0].Word]), 0.4f);
        }

        return near.Count > 0 ? near[0].Word : null;
    }
}
