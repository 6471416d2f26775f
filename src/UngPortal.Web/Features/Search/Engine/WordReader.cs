using UngPortal.Platform.Words;

namespace UngPortal.Features.Search.Engine;

/// <summary>Finds the stems a document may hold for what was typed: as spelt, folded, by synonym, by beginning, in parts, or with typos put right.</summary>
internal sealed class WordReader(WordList words, SynonymList synonyms, string language)
{
    public const float SynonymWeight = 0.7f;

    private const int RareWord = 50;
    private const int MuchMoreUsed = 20;
    private const int MaxNear = 6;
    private const int ShortWord = 4;
    private const int MaxNearShort = 64;
    private const int CommonWord = 5;
    private const int MaxNearLookUps = 8;

    private readonly SlotFiller filler = new(words, language);
    private int nearLookUps;

    /// <summary>Reads one word; answers its likely right spelling when it is in no document.</summary>
    public string? Read(QuerySlot slot, string word, bool isLast)
    {
        var known = filler.AddSpellings(slot, word, 1f);
        var meanings = synonyms.Of([word]);
        filler.AddSynonyms(slot, meanings, SynonymWeight);
        if (slot.IsWeak)
        {
            return null;
        }

        var begun = isLast && word.Length >= 3 && filler.AddBeginnings(slot, word, known > 0 ? 0.25f : 0.8f);
        if (known > 0 || begun || meanings.Count > 0)
        {
            return known is > 0 and <= RareWord && meanings.Count == 0 ? AddLikelier(slot, word, known) : null;
        }

        filler.AddSynonyms(slot, synonyms.Near(word), 0.5f);
        var isCompound = AddParts(slot, word);
        return AddNear(slot, word) is { } near && !isCompound ? near : null;
    }

    /// <summary>Reads words that may be one word written apart; null when the index knows no such word.</summary>
    public (string Word, bool IsCorrection)? ReadJoined(QuerySlot slot, List<string> parts, bool isLast)
    {
        string[] spellings = parts.Count == 2 ? [parts[0] + parts[1], $"{parts[0]}s{parts[1]}", $"{parts[0]}e{parts[1]}"] : [string.Concat(parts)];
        var spelling = Array.Find(spellings, joined => filler.IsKnown(joined) || synonyms.Of([joined]).Count > 0);
        if (spelling is null && isLast && parts[^1].Length >= 3)
        {
            spelling = words.StartingWith(Word.Fold(spellings[0]), 1).Select(entry => spellings[0]).FirstOrDefault();
        }

        var isCorrection = false;
        if (spelling is null && parts.Count == 2 && parts.Exists(part => !filler.IsKnown(part)))
        {
            spelling = Near(spellings[0]).Select(entry => entry.Word).FirstOrDefault();
            isCorrection = spelling is not null;
        }

        if (spelling is null)
        {
            return null;
        }

        filler.AddSpellings(slot, spelling, 1f);
        filler.AddSynonyms(slot, synonyms.Of([spelling]), SynonymWeight);
        if (isLast)
        {
            filler.AddBeginnings(slot, spelling, 0.3f);
        }

        filler.AddAll(slot, parts, 0.9f);
        return (spelling, isCorrection);
    }

    private bool AddParts(QuerySlot slot, string word)
    {
        for (var cut = word.Length - 3; cut >= 3; cut--)
        {
            var left = word[..cut];
            var right = word[cut..];
            if (!filler.IsKnown(right))
            {
                continue;
            }

            var start = filler.IsKnown(left) ? left : left.Length > 3 && left[^1] is 's' or 'e' && filler.IsKnown(left[..^1]) ? left[..^1] : null;
            if (start is not null)
            {
                filler.AddAll(slot, [start, right], 0.8f);
                return true;
            }
        }

        return false;
    }

    private List<WordList.Entry> Near(string word)
    {
        var near = Typos.Forgiven(word) is var typos and > 0 && nearLookUps++ < MaxNearLookUps ? words.Near(Word.Fold(word), typos, MaxNear) : [];
        near.RemoveAll(entry => entry.Distance == 0);
        return near.FindAll(entry => entry.Distance == near[0].Distance);
    }

    /// <summary>Four letters have too many neighbours: only the commonest is taken for meant, with as many letters and the same first one, where slips are rare.</summary>
    private List<WordList.Entry> NearShort(string word)
    {
        var folded = Word.Fold(word);
        return nearLookUps++ >= MaxNearLookUps || !word.All(char.IsLetter) ? [] : [.. words.Near(folded, 1, MaxNearShort)
            .Where(entry => entry.Distance == 1 && entry.Documents >= CommonWord && entry.Word.Length == ShortWord && Word.Fold(entry.Word) is var other && other.Length == folded.Length && other[0] == folded[0])
            .Where(entry => !SmallWords.AreDropped(entry.Word)).OrderByDescending(entry => entry.Documents).Take(1)];
    }

    /// <summary>A rare word one typo from a common one is most likely that one, misspelt by others too.</summary>
    private string? AddLikelier(QuerySlot slot, string word, int known)
    {
        var own = WordStem.Both(word, language).ToList();
        var likelier = Near(word).FindAll(entry => entry.Distance == 1 && entry.Documents >= known * MuchMoreUsed && !WordStem.Both(entry.Word, language).Any(own.Contains));
        likelier.ForEach(entry => filler.AddStems(slot, entry.Word, 0.4f));
        return likelier.Count > 0 ? likelier[0].Word : null;
    }

    private string? AddNear(QuerySlot slot, string word)
    {
        var near = word.Length == ShortWord ? NearShort(word) : Near(word);
        near.ForEach(entry => filler.AddStems(slot, entry.Word, entry.Distance > 1 ? 0.4f : 0.6f));
        if (near.Count > 0)
        {
            filler.AddSynonyms(slot, synonyms.Of([near[0].Word]), 0.4f);
        }

        return near.Count > 0 ? near[0].Word : null;
    }
}
