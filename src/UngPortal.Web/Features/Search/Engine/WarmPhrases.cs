using System.Runtime.CompilerServices;
using Lucene.Net.Index;
using Lucene.Net.Search;
using UngPortal.Platform.Words;

namespace UngPortal.Features.Search.Engine;

/// <summary>Looks for the synonyms' phrases in large segments before anybody asks: the first to ask would else wait for each of them.</summary>
internal sealed class WarmPhrases(SynonymList synonyms)
{
    // In a smaller one they are found at once.
    private const int Large = 5_000;

    private static readonly string[] Languages = ["nb", "nn", "en"];
    private static readonly object IsDone = new();

    private readonly ConditionalWeakTable<object, object> done = [];
    private readonly Lazy<List<PhraseQuery>> phrases = new(() => Of(synonyms));

    /// <summary>Costs nothing where it was done before.</summary>
    public void LookFor(IndexReader reader, CancellationToken ct)
    {
        foreach (var segment in reader.Leaves.Select(leaf => leaf.AtomicReader).Where(segment => segment.MaxDoc >= Large && !done.TryGetValue(segment.CoreCacheKey, out _)))
        {
            foreach (var phrase in phrases.Value)
            {
                ct.ThrowIfCancellationRequested();
                _ = SegmentPhrases.Of(segment, phrase);
            }

            done.AddOrUpdate(segment.CoreCacheKey, IsDone);
        }
    }

    private static List<PhraseQuery> Of(SynonymList synonyms) =>
        [.. synonyms.Phrases.SelectMany(phrase => Languages.Select(language => phrase.Select(word => WordStem.Of(word, language)).ToArray())).DistinctBy(stems => string.Join(' ', stems))
            .SelectMany(stems => IndexFields.Text.Select(field => WordingQueries.PhraseIn(field.Name, stems)))];
}
