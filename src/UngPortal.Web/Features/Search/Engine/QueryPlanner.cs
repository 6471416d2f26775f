using System.Text;
using Lucene.Net.Index;
using UngPortal.Platform.Words;

namespace UngPortal.Features.Search.Engine;

/// <summary>Reads a query's text: phrases with synonyms first, then words written apart, then single words.</summary>
internal sealed class QueryPlanner(IndexReader reader, SearchLexicon lexicon, string language)
{
    public const int MaxLength = 200;
    public const int MaxTerms = 12;

    private const int MaxCrisisLength = 1_000;

    private readonly SlotFiller filler = new(new WordList(reader, IndexFields.Vocabulary), language);
    private readonly WordReader wordReader = new(new WordList(reader, IndexFields.Vocabulary), lexicon.Synonyms, language);
    private readonly List<QuerySlot> slots = [];
    private readonly Dictionary<int, string> corrections = [];
    private readonly HashSet<string> read = new(StringComparer.Ordinal);

    public QueryPlan Plan(string text)
    {
        var isCrisis = lexicon.Crisis.Match(Start(text, MaxCrisisLength));
        var isAboutFriend = isCrisis && lexicon.Crisis.IsAboutFriend(Start(text, MaxCrisisLength));
        var start = Start(text, MaxLength);
        var words = Word.In(start, limit: 40);
        var allDropped = words.TrueForAll(word => SmallWords.AreDropped(word.Text));
        for (var i = 0; i < words.Count && slots.Count < MaxTerms;)
        {
            i += ReadPhrase(words, i) is var phrase and > 0 ? phrase
                : ReadJoined(words, i) is var joined and > 0 ? joined
                : ReadSingle(words, i, allDropped);
        }

        var corrected = isCrisis ? null : Corrected(start, words);
        return new QueryPlan(slots, corrected is not null && lexicon.Crisis.Match(corrected) ? null : corrected, isCrisis, isAboutFriend);
    }

    private static string Start(string text, int length) => text.Length > length ? text[..length] : text;

    private int ReadPhrase(List<Word> words, int start)
    {
        for (var length = Math.Min(SynonymList.MaxPhrase, words.Count - start); length > 1; length--)
        {
            var phrase = words.GetRange(start, length).ConvertAll(word => word.Text);
            var synonyms = lexicon.Synonyms.Of(phrase);
            if (synonyms.Count > 0)
            {
                var slot = new QuerySlot();
                filler.AddPhrase(slot, phrase, 1f);
                filler.AddSynonyms(slot, synonyms, WordReader.SynonymWeight);
                slots.Add(slot);
                return length;
            }
        }

        return 0;
    }

    private int ReadJoined(List<Word> words, int start)
    {
        for (var length = Math.Min(3, words.Count - start); length > 1; length--)
        {
            var parts = words.GetRange(start, length);
            if (parts.Exists(part => SmallWords.AreDropped(part.Text) && part.Text.Length > 1) || char.IsAsciiDigit(parts[0].Text[0]))
            {
                continue;
            }

            var slot = new QuerySlot();
            if (wordReader.ReadJoined(slot, parts.ConvertAll(part => part.Text), start + length == words.Count) is { } spelling)
            {
                slots.Add(slot);
                if (spelling.IsCorrection)
                {
                    corrections[start] = spelling.Word;
                    parts.Skip(1).Select((_, i) => start + 1 + i).ToList().ForEach(i => corrections[i] = "");
                }

                return length;
            }
        }

        return 0;
    }

    private int ReadSingle(List<Word> words, int index, bool keepDropped)
    {
        var word = words[index].Text;
        if ((SmallWords.AreDropped(word) && !keepDropped) || !read.Add(word))
        {
            return 1;
        }

        var slot = new QuerySlot(SmallWords.AreWeak(word) && words.Count > 1);
        if (wordReader.Read(slot, word, index == words.Count - 1) is { } better)
        {
            corrections[index] = better;
        }

        slots.Add(slot);
        return 1;
    }

    private string? Corrected(string text, List<Word> words)
    {
        if (corrections.Count == 0)
        {
            return null;
        }

        var corrected = new StringBuilder();
        var from = 0;
        for (var i = 0; i < words.Count; i++)
        {
            if (corrections.TryGetValue(i, out var better))
            {
                corrected.Append(better.Length == 0 ? text.AsSpan(from, words[i].Start - from).TrimEnd() : text.AsSpan(from, words[i].Start - from)).Append(better);
                from = words[i].Start + words[i].Length;
            }
        }

        return corrected.Append(text.AsSpan(from)).ToString().Trim();
    }
}
