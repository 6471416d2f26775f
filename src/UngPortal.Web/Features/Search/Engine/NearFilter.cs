using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;

namespace UngPortal.Features.Search.Engine;

/// <summary>Lets documents of some kinds through that the readers of a language are shown; in a crisis none that could be read as a method.</summary>
internal sealed class NearFilter(string language, IReadOnlyCollection<string> kinds, bool withoutMethods) : Filter
{
    public override DocIdSet GetDocIdSet(AtomicReaderContext context, IBits acceptDocs)
    {
        var segment = context.AtomicReader;
        if (SegmentBits.Of(segment, IndexFields.ShownTo, language) is not { } shown)
        {
            return new FixedBitSet(0);
        }

        var found = new FixedBitSet(segment.MaxDoc);
        foreach (var kind in kinds.Select(kind => SegmentBits.Of(segment, IndexFields.Kind, kind)).OfType<FixedBitSet>())
        {
            found.Or(kind);
        }

        found.And(shown);
        if (withoutMethods && SegmentBits.Of(segment, IndexFields.Method, "1") is { } methods)
        {
            found.AndNot(methods);
        }

        return acceptDocs is null ? found : BitsFilteredDocIdSet.Wrap(found, acceptDocs);
    }
}
