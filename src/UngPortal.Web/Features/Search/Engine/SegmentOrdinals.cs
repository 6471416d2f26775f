using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Lucene.Net.Index;

namespace UngPortal.Features.Search.Engine;

/// <summary>Which of a field's few values each document of a segment has: read once from the index, where each look costs more than weighing the hit, and gone with the segment.</summary>
internal static class SegmentOrdinals
{
    private static readonly ConditionalWeakTable<object, ConcurrentDictionary<string, short[]>> Known = [];

    /// <summary>For each document the place of its value among the field's values; -1 where it has none. Empty when no document has the field.</summary>
    public static short[] Of(AtomicReader segment, string field) =>
        Known.GetValue(segment.CoreCacheKey, _ => new(StringComparer.Ordinal)).GetOrAdd(field, static (name, from) => Read(from, name), segment);

    private static short[] Read(AtomicReader segment, string field)
    {
        if (segment.GetSortedDocValues(field) is not { } values)
        {
            return [];
        }

        var ordinals = new short[segment.MaxDoc];
        for (var document = 0; document < ordinals.Length; document++)
        {
            ordinals[document] = checked((short)values.GetOrd(document));
        }

        return ordinals;
    }
}
