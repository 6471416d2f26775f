using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Lucene.Net.Index;
using Lucene.Net.Search;

namespace UngPortal.Features.Search.Engine;

/// <summary>
/// Which documents of a segment hold a phrase, and how often: looked for once and gone with the segment. Phrases are the synonym list's, so they are few,
/// and many of them ("vil ikke leve") are made of words that stand in most texts, where finding them among one another takes longer than all else of a search.
/// </summary>
internal static class SegmentPhrases
{
    // Far more than the list has; what spellings of them strangers may type has a bound too.
    private const int MostKept = 10_000;

    private static readonly ConditionalWeakTable<object, ConcurrentDictionary<string, Lazy<Places>>> Known = [];

    /// <summary>Null when the segment lacks one of the words. Deleted documents may be among those found.</summary>
    public static Places? Of(AtomicReader segment, PhraseQuery phrase)
    {
        var words = phrase.GetTerms();
        if (!Array.TrueForAll(words, word => segment.DocFreq(word) > 0))
        {
            return null;
        }

        var ofSegment = Known.GetValue(segment.CoreCacheKey, _ => new(StringComparer.Ordinal));
        var key = $"{phrase.Slop} {words[0].Field} {string.Join(' ', words.Select(word => word.Text))}";
        return ofSegment.TryGetValue(key, out var known) ? known.Value
            : ofSegment.Count < MostKept ? ofSegment.GetOrAdd(key, _ => new(() => Read(segment, phrase))).Value
            : Read(segment, phrase);
    }

    private static Places Read(AtomicReader segment, PhraseQuery phrase)
    {
        var searcher = new IndexSearcher(segment) { Similarity = new TimesFound() };
        var walk = searcher.CreateNormalizedWeight(phrase).GetScorer((AtomicReaderContext)segment.Context, acceptDocs: null);
        var (documents, times) = (new List<int>(), new List<float>());
        for (var document = walk?.NextDoc() ?? DocIdSetIterator.NO_MORE_DOCS; document != DocIdSetIterator.NO_MORE_DOCS; document = walk!.NextDoc())
        {
            documents.Add(document);
            times.Add(walk!.GetScore());
        }

        return new Places([.. documents], [.. times]);
    }

    /// <summary>The documents in order, and how often each holds the phrase; less than once where a word stands between.</summary>
    internal sealed record Places(int[] Documents, float[] Times);
}
