using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;

namespace UngPortal.Features.Search.Engine;

/// <summary>Which documents of a segment have a value in a field: one bit each, made at first use and gone with the segment. Deleted documents may be among them.</summary>
internal static class SegmentBits
{
    private static readonly ConditionalWeakTable<object, ConcurrentDictionary<(string Field, string Value), FixedBitSet>> Known = [];

    /// <summary>Null when no document has the value.</summary>
    public static FixedBitSet? Of(AtomicReader segment, string field, string value)
    {
        var ofSegment = Known.GetValue(segment.CoreCacheKey, _ => new());
        if (ofSegment.TryGetValue((field, value), out var known))
        {
            return known;
        }

        // Unknown values come from outside and are not kept, so what is kept has a bound: the values in the index.
        return Read(segment, new Term(field, value)) is { } bits ? ofSegment.GetOrAdd((field, value), bits) : null;
    }

    private static FixedBitSet? Read(AtomicReader segment, Term term)
    {
        if (segment.GetTermDocsEnum(term) is not { } documents)
        {
            return null;
        }

        var bits = new FixedBitSet(segment.MaxDoc);
        for (var document = documents.NextDoc(); document != DocIdSetIterator.NO_MORE_DOCS; document = documents.NextDoc())
        {
            bits.Set(document);
        }

        return bits;
    }
}
